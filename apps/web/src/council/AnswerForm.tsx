import { Button, MultiSelect, Radio, Select, Stack, Textarea } from "@mantine/core";
import { STANCES, VALUES, itemsOf, mayAnswer, optionsOf } from "@openempathic/experiences/council";
import type { CareFinding, CouncilAnswer, Stance, ValueName } from "@openempathic/experiences/council";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "../session/new-key.ts";
import { CareList } from "./CareNotes.tsx";
import { useCouncil, useWords } from "./council-context.ts";
import classes from "./Council.module.css";
import { useDraft } from "./use-draft.ts";

const ALL_VALUES: readonly ValueName[] = Object.values(VALUES).flat();

/** What one person says about the options: in the first round sealed, afterwards under their name. */
export function AnswerForm() {
  const { t } = useTranslation("council");
  const words = useWords();
  const { sessionId, state, memberId, send } = useCouncil();
  const isFirst = mayAnswer(state, memberId) === "first";
  const options = optionsOf(state);
  const stakeholders = itemsOf(state, "stakeholder");
  const [stances, setStances] = useState<Readonly<Record<string, Stance>>>({});
  const [leaning, setLeaning] = useState<string | null>(null);
  const [values, setValues] = useState<readonly string[]>([]);
  const [worried, setWorried] = useState<string | null>(null);
  const [reason, setReason, forgetReason] = useDraft(`${sessionId}.answer`);
  const [objection, setObjection, forgetObjection] = useDraft(`${sessionId}.against`);
  const [findings, setFindings] = useState<readonly CareFinding[]>([]);
  const formId = useId();
  const answer: CouncilAnswer = {
    stances,
    leaning,
    values: ALL_VALUES.filter((each) => values.includes(each)),
    reason: reason.trim(),
    ...(worried === null ? {} : { worriedFor: worried }),
    ...(objection.trim() === "" ? {} : { objection: objection.trim() }),
  };
  const submit = async () => {
    // Judged here and nowhere else: that somebody may be in danger is not for the others to see.
    const { judgeCare } = await import("./judge-own-words.ts");
    const { language, country } = state;
    const noticed = judgeCare([answer.reason, answer.objection ?? ""].join("\n"), {
      language,
      atMs: Date.now(),
      ...(country === undefined ? {} : { country }),
    }).filter(({ kind }) => kind !== "referral");
    setFindings(noticed);
    const isPlain = noticed.every(({ kind }) => kind === "crisis");
    // Lines of help come first; whoever still wants to answer does so with a second press.
    const wasShown = noticed.length > 0 && findings.length > 0;
    if (!isPlain || (noticed.length > 0 && !wasShown)) return;
    const salt = newKey();
    if (!(await send({ kind: isFirst ? "first-answered" : "answered-again", answer, salt }))) return;
    forgetReason();
    forgetObjection();
  };
  return (
    <div className={classes.fields}>
      <form
        id={formId}
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <StanceFields options={options} stances={stances} onChange={setStances} />
        <div className={classes.pair}>
          <Select
            label={`${t("others.leaning")} ${t("optional")}`}
            clearable
            value={leaning}
            onChange={setLeaning}
            data={options.map(({ optionId, title }) => ({ value: optionId, label: title }))}
          />
          {stakeholders.length > 0 && (
            <Select
              label={`${t("others.worried")} ${t("optional")}`}
              clearable
              value={worried}
              onChange={setWorried}
              data={stakeholders.map(({ stakeholderId, name }) => ({ value: stakeholderId, label: name }))}
            />
          )}
        </div>
        <MultiSelect
          label={t("others.values")}
          searchable
          maxValues={3}
          value={[...values]}
          onChange={setValues}
          data={ALL_VALUES.map((value) => ({
            value,
            label: `${words.values[value].name} (${words.values[value].text})`,
          }))}
        />
        <Textarea
          label={t("others.reason")}
          required
          autosize
          minRows={3}
          maxLength={4000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Textarea
          label={`${t("others.objection")} ${t("optional")}`}
          autosize
          maxLength={4000}
          value={objection}
          onChange={(event) => setObjection(event.currentTarget.value)}
        />
      </form>
      {/* Outside of the form: the plan and the message in it are not part of the answer. */}
      <CareList findings={findings} />
      <div className={classes.row}>
        <Button
          type="submit"
          form={formId}
          disabled={Object.keys(stances).length === 0 || reason.trim() === ""}
        >
          {t(isFirst ? "others.send" : "others.sendAgain")}
        </Button>
      </div>
    </div>
  );
}

/** How each option sits with the person, in worded steps. */
function StanceFields(props: {
  readonly options: readonly { readonly optionId: string; readonly title: string }[];
  readonly stances: Readonly<Record<string, Stance>>;
  readonly onChange: (stances: Readonly<Record<string, Stance>>) => void;
}) {
  const { t } = useTranslation("council");
  const words = useWords();
  const { options, stances, onChange } = props;
  return options.map(({ optionId, title }) => (
    <Radio.Group
      key={optionId}
      label={t("others.stance", { option: title })}
      value={stances[optionId] ?? ""}
      onChange={(value) => {
        const stance = STANCES.find((each) => each === value);
        if (stance !== undefined) onChange({ ...stances, [optionId]: stance });
      }}
    >
      <Stack gap={8} mt={8}>
        {STANCES.map((stance) => (
          <Radio key={stance} value={stance} label={words.stances[stance]} />
        ))}
      </Stack>
    </Radio.Group>
  ));
}
