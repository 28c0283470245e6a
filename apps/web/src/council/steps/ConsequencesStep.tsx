import { Button, Select, Textarea } from "@mantine/core";
import { itemsOf, optionsOf } from "@openempathic/experiences/council";
import type { Consequence } from "@openempathic/experiences/council";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "../../session/new-key.ts";
import { useCouncil, useWords } from "../council-context.ts";
import classes from "../Council.module.css";
import { ItemActions } from "../ItemActions.tsx";

/** What may follow from each option. */
export function ConsequencesStep() {
  const words = useWords();
  const { state } = useCouncil();
  const [changing, setChanging] = useState<Consequence>();
  const noted = itemsOf(state, "consequence");
  return (
    <>
      {optionsOf(state).map(({ optionId, title }) => {
        const some = noted.filter((each) => each.optionId === optionId);
        return (
          some.length > 0 && (
            <section key={optionId}>
              <h3 className={classes.sub}>{title}</h3>
              <ul className={classes.list}>
                {some.map((one) => (
                  <li key={one.consequenceId} className={`${classes.item} ${classes.itemHead}`}>
                    <div>
                      {one.text}
                      <div className={classes.soft}>
                        {words.likelihood[one.likelihood]} · {words.severity[one.severity]} ·{" "}
                        {words.reversibility[one.reversibility]} · {words.horizon[one.horizon]}
                      </div>
                    </div>
                    <ItemActions
                      itemKey={`consequence.${one.consequenceId}`}
                      name={one.text}
                      onChange={() => setChanging(one)}
                    />
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
      <ConsequenceForm
        key={`${changing?.consequenceId ?? "new"} ${String(noted.length)}`}
        changing={changing}
        onDone={() => setChanging(undefined)}
      />
    </>
  );
}

function ConsequenceForm({
  changing,
  onDone,
}: {
  readonly changing: Consequence | undefined;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation("council");
  const words = useWords();
  const { state, note } = useCouncil();
  const options = optionsOf(state);
  const [draft, setDraft] = useState<Consequence>(
    changing ?? {
      part: "consequence",
      consequenceId: newKey().slice(0, 12),
      optionId: options[0]?.optionId ?? "",
      text: "",
      likelihood: "unknown",
      severity: "unknown",
      reversibility: "unknown",
      horizon: "unknown",
    },
  );
  const choices = [
    ["likelihood", words.likelihood],
    ["severity", words.severity],
    ["reversibility", words.reversibility],
    ["horizon", words.horizon],
  ] as const;
  return (
    <form
      className={classes.fields}
      onSubmit={(event) => {
        event.preventDefault();
        note({ ...draft, text: draft.text.trim() });
        onDone();
      }}
    >
      <Select
        label={t("consequences.option")}
        allowDeselect={false}
        value={draft.optionId}
        onChange={(optionId) => setDraft({ ...draft, optionId: optionId ?? draft.optionId })}
        data={options.map(({ optionId, title }) => ({ value: optionId, label: title }))}
      />
      <Textarea
        label={t("consequences.text")}
        required
        autosize
        minRows={2}
        maxLength={4000}
        value={draft.text}
        onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        {choices.map(([field, names]) => (
          <Select
            key={field}
            label={t(`consequences.${field}`)}
            allowDeselect={false}
            value={draft[field]}
            onChange={(value) => setDraft({ ...draft, [field]: value ?? draft[field] })}
            data={Object.entries(names).map(([value, label]) => ({ value, label }))}
          />
        ))}
      </div>
      <div className={classes.row}>
        <Button type="submit" disabled={draft.text.trim() === ""}>
          {t(changing === undefined ? "add" : "saveChange")}
        </Button>
      </div>
    </form>
  );
}
