import { Button, Select } from "@mantine/core";
import { instrumentTemplates, openInstruments } from "@openempathic/experiences/study";
import type { StudyTask } from "@openempathic/experiences/study";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../../i18n/start-i18n.ts";
import { freeId } from "../new-protocol.ts";
import classes from "../Study.module.css";

const LONG = ["page", "rate-texts"] as const;
const SHORT = ["affective-slider", "affect-grid", "free-label", "own-text"] as const;

/** A task to add: a questionnaire of the library, a template, or one of the other kinds. */
export function AddTask(props: {
  readonly language: Language;
  readonly taken: readonly string[];
  readonly isShort: boolean;
  readonly onAdd: (task: StudyTask) => void;
}) {
  const { t } = useTranslation("study");
  const { language, taken, isShort, onAdd } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const kinds = isShort ? SHORT : [...SHORT, ...LONG];
  // An instrument that has no version in the study’s language is offered in English.
  const own = openInstruments(language);
  const open = [...own, ...openInstruments("en").filter(({ id }) => own.every((each) => each.id !== id))];
  const templates = instrumentTemplates(language);
  function add(): void {
    const instrument = [...open, ...templates].find(({ id }) => `i:${id}` === chosen);
    if (instrument !== undefined) {
      const id = freeId(instrument.id, taken);
      onAdd({ kind: "questionnaire", id, title: instrument.name, instrument });
    }
    const kind = kinds.find((each) => `k:${each}` === chosen);
    if (kind !== undefined) onAdd(taskOf(kind));
    setChosen(null);
  }
  function taskOf(kind: (typeof LONG)[number] | (typeof SHORT)[number]): StudyTask {
    const frame = { id: freeId(kind, taken), title: t(`kind.${kind}`) };
    const prompt = t(`start.${kind === "rate-texts" || kind === "page" ? "rate" : kind}`, { lng: language });
    if (kind === "page") return { ...frame, kind, text: "" };
    if (kind === "rate-texts") return { ...frame, kind, prompt, texts: [{ id: "text1", text: "" }] };
    return { ...frame, kind, prompt };
  }
  return (
    <div className={classes.row}>
      <Select
        style={{ flex: "1 1 260px" }}
        label={t("task.add")}
        placeholder={t("task.choose")}
        data={[
          {
            group: t("task.kinds"),
            items: kinds.map((kind) => ({ value: `k:${kind}`, label: t(`kind.${kind}`) })),
          },
          {
            group: t("task.open"),
            items: open.map((each) => ({
              value: `i:${each.id}`,
              label: each.language === language ? each.name : `${each.name} (English)`,
            })),
          },
          {
            group: t("task.templates"),
            items: templates.map(({ id, name }) => ({ value: `i:${id}`, label: name })),
          },
        ]}
        value={chosen}
        onChange={setChosen}
      />
      <Button style={{ alignSelf: "end" }} disabled={chosen === null} onClick={add}>
        {t("task.addIt")}
      </Button>
    </div>
  );
}
