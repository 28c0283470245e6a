import { Button, Radio, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { currentItem, itemsOf, optionsOf } from "@openempathic/experiences/council";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "../../session/new-key.ts";
import { useCouncil, useWords } from "../council-context.ts";
import classes from "../Council.module.css";
import { NoteField } from "../NoteField.tsx";

/** The person's own reason, then a choice or putting it off, a day to look back, and what came of it. */
export function DecideStep() {
  const { t } = useTranslation("council");
  const { state } = useCouncil();
  const reason = currentItem(state, "reason")?.text;
  return (
    <>
      <NoteField
        key={reason ?? ""}
        label={t("decide.reason")}
        minRows={4}
        noted={reason}
        itemWith={(text) => ({ part: "reason", text })}
      />
      <h3 className={classes.sub}>{t("decide.choose")}</h3>
      <Choice hasReason={reason !== undefined} />
      <h3 className={classes.sub}>{t("decide.revisit")}</h3>
      <RevisitDay key={currentItem(state, "revisit")?.onDay ?? ""} />
      <h3 className={classes.sub}>{t("decide.outcome")}</h3>
      <OutcomeForm key={itemsOf(state, "outcome").length} />
    </>
  );
}

function Choice({ hasReason }: { readonly hasReason: boolean }) {
  const { t } = useTranslation("council");
  const { state, note } = useCouncil();
  const options = optionsOf(state);
  const choice = currentItem(state, "decision")?.choice;
  const [chosen, setChosen] = useState(choice?.kind === "chosen" ? choice.optionId : "");
  const [why, setWhy] = useState(choice?.kind === "deferred" ? choice.why : "");
  const [until, setUntil] = useState(choice?.kind === "deferred" ? (choice.untilDay ?? "") : "");
  const isDeferring = chosen === "defer" || (chosen === "" && choice?.kind === "deferred");
  const title = options.find(
    ({ optionId }) => choice?.kind === "chosen" && optionId === choice.optionId,
  )?.title;
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isDeferring) note({ part: "decision", choice: { kind: "chosen", optionId: chosen } });
        else {
          const untilDay = until === "" ? {} : { untilDay: until };
          note({ part: "decision", choice: { kind: "deferred", why: why.trim(), ...untilDay } });
        }
      }}
    >
      <p role="status" className={classes.hint} hidden={choice === undefined} style={{ margin: 0 }}>
        {t("decide.now")}: {choice?.kind === "deferred" ? `${t("decide.defer")}. ${choice.why}` : title}
      </p>
      <Radio.Group label={t("decide.choice")} value={isDeferring ? "defer" : chosen} onChange={setChosen}>
        <Stack gap={10} mt={8}>
          {options.map(({ optionId, title: name }) => (
            <Radio key={optionId} value={optionId} label={name} />
          ))}
          <Radio value="defer" label={t("decide.defer")} />
        </Stack>
      </Radio.Group>
      {isDeferring && (
        <div className={classes.pair}>
          <Textarea
            label={t("decide.why")}
            required
            autosize
            maxLength={4000}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={`${t("decide.until")} ${t("optional")}`}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        </div>
      )}
      <div className={classes.row}>
        <Button type="submit" disabled={isDeferring ? why.trim() === "" : chosen === "" || !hasReason}>
          {t(isDeferring ? "decide.deferIt" : "decide.chooseIt")}
        </Button>
        {!isDeferring && !hasReason && <span className={classes.soft}>{t("decide.needsReason")}</span>}
      </div>
    </form>
  );
}

function RevisitDay() {
  const { t } = useTranslation("council");
  const { state, note } = useCouncil();
  const noted = currentItem(state, "revisit")?.onDay;
  const [onDay, setDay] = useState(noted ?? "");
  return (
    <form
      className={classes.row}
      style={{ alignItems: "flex-end" }}
      onSubmit={(event) => {
        event.preventDefault();
        note({ part: "revisit", onDay });
      }}
    >
      <TextInput
        type="date"
        label={t("decide.revisitDay")}
        value={onDay}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Button type="submit" variant="light" disabled={onDay === "" || onDay === noted}>
        {t(noted === undefined ? "save" : "saveChange")}
      </Button>
    </form>
  );
}

function OutcomeForm() {
  const { t } = useTranslation("council");
  const words = useWords();
  const { state, note } = useCouncil();
  const [text, setText] = useState("");
  const [asExpected, setAsExpected] = useState<string | null>("unknown");
  const [learned, setLearned] = useState("");
  const kinds = ["yes", "partly", "no", "unknown"] as const;
  return (
    <>
      <ul className={classes.list} hidden={itemsOf(state, "outcome").length === 0}>
        {itemsOf(state, "outcome").map((outcome) => (
          <li key={outcome.outcomeId} className={classes.item}>
            {outcome.text} <span className={classes.soft}>({words.asExpected[outcome.asExpected]})</span>
            {outcome.learned !== undefined && <p className={classes.soft}>{outcome.learned}</p>}
          </li>
        ))}
      </ul>
      <form
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault();
          note({
            part: "outcome",
            outcomeId: newKey().slice(0, 12),
            text: text.trim(),
            asExpected: kinds.find((each) => each === asExpected) ?? "unknown",
            ...(learned.trim() === "" ? {} : { learned: learned.trim() }),
          });
        }}
      >
        <Textarea
          label={t("decide.outcomeText")}
          autosize
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={classes.pair}>
          <Select
            label={t("decide.asExpected")}
            allowDeselect={false}
            value={asExpected}
            onChange={setAsExpected}
            data={kinds.map((value) => ({ value, label: words.asExpected[value] }))}
          />
          <TextInput
            label={`${t("decide.learned")} ${t("optional")}`}
            maxLength={4000}
            value={learned}
            onChange={(event) => setLearned(event.currentTarget.value)}
          />
        </div>
        <div className={classes.row}>
          <Button type="submit" variant="light" disabled={text.trim() === ""}>
            {t("save")}
          </Button>
        </div>
      </form>
    </>
  );
}
