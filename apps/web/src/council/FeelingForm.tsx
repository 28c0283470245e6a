import { Button, Group, MultiSelect, Radio, Select, Textarea } from "@mantine/core";
import { CATEGORIES, isCategoryId } from "@openempathic/affect";
import { currentOf, itemsOf, optionsOf } from "@openempathic/experiences/council";
import type { Impact, ImpactBasis } from "@openempathic/experiences/council";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCouncil, useWords } from "./council-context.ts";
import classes from "./Council.module.css";
import type { FeelingPlace } from "./FeelingsTable.tsx";

const BASES: readonly ImpactBasis[] = ["said", "inferred-from-text", "guessed"];
const SURENESS: readonly Impact["sureness"][] = ["low", "medium", "high"];

/** Notes how an option might feel to somebody. What is neither said nor read out of words is a guess. */
export function FeelingForm({
  place,
  onDone,
}: {
  readonly place: FeelingPlace;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation(["council", "translation"]);
  const words = useWords();
  const { state, note } = useCouncil();
  const { stakeholderId, optionId } = place;
  const item = currentOf(state, `impact.${stakeholderId}.${optionId}`)?.item;
  const noted = item?.part === "impact" ? item : undefined;
  const [feelings, setFeelings] = useState<readonly string[]>(noted?.feelings ?? []);
  const [valence, setValence] = useState(noted?.valence === undefined ? "" : String(noted.valence));
  const [basis, setBasis] = useState<ImpactBasis>(noted?.basis ?? "guessed");
  const [sureness, setSureness] = useState<Impact["sureness"]>(noted?.sureness ?? "low");
  const [evidence, setEvidence] = useState(noted?.evidence ?? "");
  const [more, setMore] = useState(noted?.note ?? "");
  const who = itemsOf(state, "stakeholder").find((each) => each.stakeholderId === stakeholderId)?.name ?? "";
  const option = optionsOf(state).find((each) => each.optionId === optionId)?.title ?? "";
  const says = feelings.length > 0 || valence !== "" || more.trim() !== "";
  const rests = basis === "guessed" || evidence.trim() !== "";
  const submit = () => {
    note({
      part: "impact",
      stakeholderId,
      optionId,
      feelings: feelings.filter(isCategoryId),
      ...(valence === "" ? {} : { valence: Number(valence) }),
      basis,
      sureness,
      ...(evidence.trim() === "" || basis === "guessed" ? {} : { evidence: evidence.trim() }),
      ...(more.trim() === "" ? {} : { note: more.trim() }),
    });
    onDone();
  };
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3 className={classes.sub}>{t("feelings.cell", { who, option })}</h3>
      <MultiSelect
        label={t("feelings.feelings")}
        description={t("feelings.feelingsHelp")}
        searchable
        maxValues={3}
        value={[...feelings]}
        onChange={setFeelings}
        data={CATEGORIES.map(({ id }) => ({
          value: id,
          label: t(`categories.${id}`, { ns: "translation" }),
        }))}
      />
      <Select
        label={t("feelings.valence")}
        placeholder={t("feelings.notTold")}
        clearable
        value={valence === "" ? null : valence}
        onChange={(value) => setValence(value ?? "")}
        data={words.valence.map((label, index) => ({ value: String(index / 2 - 1), label }))}
      />
      <Radio.Group
        label={t("feelings.basis")}
        value={basis}
        onChange={(value) => setBasis(BASES.find((each) => each === value) ?? "guessed")}
      >
        <Group gap="lg" mt={6}>
          {BASES.map((each) => (
            <Radio key={each} value={each} label={words.bases[each]} />
          ))}
        </Group>
      </Radio.Group>
      {basis !== "guessed" && (
        <Textarea
          label={t("feelings.evidence")}
          description={t("feelings.needsEvidence")}
          required
          autosize
          minRows={2}
          maxLength={4000}
          value={evidence}
          onChange={(event) => setEvidence(event.currentTarget.value)}
        />
      )}
      <Radio.Group
        label={t("feelings.sureness")}
        value={sureness}
        onChange={(value) => setSureness(SURENESS.find((each) => each === value) ?? "low")}
      >
        <Group gap="lg" mt={6}>
          {SURENESS.map((each) => (
            <Radio key={each} value={each} label={words.sureness[each]} />
          ))}
        </Group>
      </Radio.Group>
      <Textarea
        label={`${t("feelings.more")} ${t("optional")}`}
        autosize
        maxLength={4000}
        value={more}
        onChange={(event) => setMore(event.currentTarget.value)}
      />
      <div className={classes.row}>
        <Button type="submit" disabled={!says || !rests}>
          {t(noted === undefined ? "save" : "saveChange")}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t("cancel")}
        </Button>
        {!says && <span className={classes.soft}>{t("feelings.needs")}</span>}
      </div>
    </form>
  );
}
