import { Button, MultiSelect, Select, Textarea } from "@mantine/core";
import { VALUES, itemsOf, optionsOf } from "@openempathic/experiences/council";
import type { ValueName, ValueNote, ValueTaxonomy } from "@openempathic/experiences/council";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCouncil, useWords } from "../council-context.ts";
import classes from "../Council.module.css";
import { ItemActions } from "../ItemActions.tsx";

const TAXONOMIES: readonly ValueTaxonomy[] = ["schwartz", "moral-foundations"];

/** Which values options uphold and hurt, and where they pull both ways. */
export function ValuesStep() {
  const { t } = useTranslation("council");
  const words = useWords();
  const { state } = useCouncil();
  const [changing, setChanging] = useState<ValueNote>();
  const noted = itemsOf(state, "value");
  const titles = (ids: readonly string[]) =>
    optionsOf(state)
      .filter(({ optionId }) => ids.includes(optionId))
      .map(({ title }) => title)
      .join(", ");
  return (
    <>
      <ul className={classes.list} hidden={noted.length === 0}>
        {noted.map((one) => (
          <li key={one.value} className={classes.item}>
            <div className={classes.itemHead}>
              <h3>{words.values[one.value].name}</h3>
              <ItemActions
                itemKey={`value.${one.value}`}
                name={words.values[one.value].name}
                onChange={() => setChanging(one)}
              />
            </div>
            {one.upheldBy.length > 0 && (
              <p>
                {t("values.upheld")}: {titles(one.upheldBy)}
              </p>
            )}
            {one.hurtBy.length > 0 && (
              <p>
                {t("values.hurt")}: {titles(one.hurtBy)}
              </p>
            )}
            {one.note !== undefined && <p className={classes.soft}>{one.note}</p>}
            {one.upheldBy.length > 0 && one.hurtBy.length > 0 && (
              <p className={classes.soft}>{t("values.conflict")}</p>
            )}
          </li>
        ))}
      </ul>
      <ValueForm
        key={`${changing?.value ?? "new"} ${String(noted.length)}`}
        changing={changing}
        onDone={() => setChanging(undefined)}
      />
      <p className={`${classes.soft} ${classes.after}`}>{t("values.source")}</p>
    </>
  );
}

function ValueForm({
  changing,
  onDone,
}: {
  readonly changing: ValueNote | undefined;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation("council");
  const words = useWords();
  const { state, note } = useCouncil();
  const [value, setValue] = useState<string | null>(changing?.value ?? null);
  const [upheld, setUpheld] = useState<readonly string[]>(changing?.upheldBy ?? []);
  const [hurt, setHurt] = useState<readonly string[]>(changing?.hurtBy ?? []);
  const [why, setWhy] = useState(changing?.note ?? "");
  const options = optionsOf(state).map(({ optionId, title }) => ({ value: optionId, label: title }));
  const taxonomy = TAXONOMIES.find((each) => (VALUES[each] as readonly string[]).includes(value ?? ""));
  const submit = () => {
    if (taxonomy === undefined || value === null) return;
    note({
      part: "value",
      taxonomy,
      // The cast is safe: the value was found in this taxonomy.
      value: value as ValueName,
      upheldBy: upheld,
      hurtBy: hurt,
      ...(why.trim() === "" ? {} : { note: why.trim() }),
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
      <Select
        label={t("values.value")}
        searchable
        value={value}
        onChange={setValue}
        data={TAXONOMIES.map((each) => ({
          group: words.taxonomies[each],
          items: VALUES[each].map((name) => ({
            value: name,
            label: `${words.values[name].name} (${words.values[name].text})`,
          })),
        }))}
      />
      <div className={classes.pair}>
        <MultiSelect label={t("values.upheld")} value={[...upheld]} onChange={setUpheld} data={options} />
        <MultiSelect label={t("values.hurt")} value={[...hurt]} onChange={setHurt} data={options} />
      </div>
      <Textarea
        label={`${t("values.note")} ${t("optional")}`}
        autosize
        maxLength={4000}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <div className={classes.row}>
        <Button type="submit" disabled={taxonomy === undefined || upheld.length + hurt.length === 0}>
          {t(changing === undefined ? "add" : "saveChange")}
        </Button>
      </div>
    </form>
  );
}
