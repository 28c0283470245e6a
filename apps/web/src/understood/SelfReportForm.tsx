import { Button, Chip, Group, MultiSelect, Textarea } from "@mantine/core";
import { CATEGORIES, isCategoryId, type CategoryId, type Likelihoods } from "@openempathic/affect";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./SelfReportForm.module.css";

/** What the person says of themselves, as the session's event carries it. */
export interface SelfReportInput {
  readonly likelihood: Likelihoods;
  readonly words?: string;
}

/** In own words, or picked, or what was guessed ruled out: any of them is enough. */
export function SelfReportForm(props: {
  readonly guessed: readonly CategoryId[];
  readonly onSubmit: (report: SelfReportInput) => void;
}) {
  const { t, i18n } = useTranslation();
  const [words, setWords] = useState("");
  const [picked, setPicked] = useState<readonly CategoryId[]>([]);
  const [ruledOut, setRuledOut] = useState<readonly CategoryId[]>([]);
  const [choosing, setChoosing] = useState(false);
  const [tried, setTried] = useState(false);
  const isEmpty = words.trim() === "" && picked.length === 0 && ruledOut.length === 0;
  const options = CATEGORIES.map(({ id }) => ({ value: id, label: t(`categories.${id}`) })).sort((a, b) =>
    a.label.localeCompare(b.label, i18n.language),
  );

  function submit(event: React.SubmitEvent) {
    event.preventDefault();
    setTried(true);
    if (isEmpty) return;
    const no = ruledOut.filter((id) => !picked.includes(id)).map((id) => [id, 0] as const);
    const yes = picked.map((id) => [id, 1] as const);
    const own = words.trim();
    props.onSubmit({
      likelihood: Object.fromEntries([...no, ...yes]),
      ...(own === "" ? {} : { words: own }),
    });
  }

  return (
    <form className={classes.form} onSubmit={submit}>
      <p className={classes.lead}>{t("selfReport.lead")}</p>
      <Textarea
        data-autofocus
        label={t("selfReport.words")}
        placeholder={t("selfReport.wordsPlaceholder")}
        autosize
        minRows={2}
        maxRows={6}
        size="md"
        maxLength={1000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <MultiSelect
        label={t("selfReport.pick")}
        placeholder={picked.length === 0 ? t("selfReport.pickPlaceholder") : ""}
        data={options}
        value={[...picked]}
        onChange={(values) => setPicked(values.filter(isCategoryId))}
        searchable
        clearSearchOnChange
        dropdownOpened={choosing}
        onDropdownOpen={() => setChoosing(true)}
        onDropdownClose={() => setChoosing(false)}
        // What lies below is covered by an open list, so one choice closes it; typing opens it for another.
        onOptionSubmit={() => setChoosing(false)}
        onSearchChange={(search) => {
          if (search !== "") setChoosing(true);
        }}
        nothingFoundMessage={t("selfReport.pickNone")}
        maxDropdownHeight={220}
        size="md"
      />
      {props.guessed.length > 0 && (
        <fieldset className={classes.not}>
          <legend>{t("selfReport.not")}</legend>
          <Chip.Group
            multiple
            value={[...ruledOut]}
            onChange={(values) => setRuledOut(values.filter(isCategoryId))}
          >
            <Group gap={8}>
              {props.guessed.map((id) => (
                <Chip key={id} value={id} size="md">
                  {t(`categories.${id}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </fieldset>
      )}
      {tried && isEmpty && (
        <p role="alert" className={classes.needed}>
          {t("selfReport.needSomething")}
        </p>
      )}
      <Button type="submit" size="md">
        {t("selfReport.submit")}
      </Button>
    </form>
  );
}
