import { Button, FileButton, NativeSelect, Textarea } from "@mantine/core";
import {
  guessFormat,
  readScript,
  SCRIPT_FORMATS,
  SCRIPT_LIMITS,
  scriptFaultText,
  STORY_SAMPLES,
} from "@openempathic/experiences/story";
import type { ScriptFault, ScriptFormat, StoryPersonEvent } from "@openempathic/experiences/story";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isLanguage } from "../i18n/start-i18n.ts";
import classes from "./Story.module.css";
import { useDraft } from "../council/use-draft.ts";

const SHOWN_FAULTS = 12;

/** A script from a file, from the clipboard, or one of ours: read here first, whole or not at all. */
export function BringScript({ onBring }: { readonly onBring: (act: StoryPersonEvent) => void }) {
  const { t, i18n } = useTranslation("story");
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  const [text, write, forget] = useDraft("story.script");
  const [format, setFormat] = useState<ScriptFormat | "auto">("auto");
  const [faulty, setFaulty] = useState<{ readonly name: string; readonly faults: readonly ScriptFault[] }>();
  const [isOver, setOver] = useState(false);
  function bring(source: string, name: string, known?: ScriptFormat): boolean {
    const chosen = known ?? (format === "auto" ? guessFormat(source, name) : format);
    const reading = readScript(source, chosen);
    if (reading.kind === "faulty") {
      setFaulty({ name, faults: reading.faults });
      return false;
    }
    setFaulty(undefined);
    onBring({ kind: "script-brought", name: reading.script.title ?? name, format: chosen, source });
    return true;
  }
  async function open(file: File | null | undefined): Promise<void> {
    if (file === null || file === undefined) return;
    // A letter has at most four bytes; what is larger than that is not read into memory.
    if (file.size > 4 * SCRIPT_LIMITS.source)
      setFaulty({ name: file.name, faults: [{ line: 1, column: 1, reason: "too-large" }] });
    else bring(await file.text(), file.name.slice(0, SCRIPT_LIMITS.name));
  }
  return (
    <section
      className={classes.card}
      data-over={isOver || undefined}
      aria-labelledby="story-bring"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void open(event.dataTransfer.files[0]);
      }}
    >
      <h2 id="story-bring">{t("bring.title")}</h2>
      <p className={classes.soft}>{t("bring.help")}</p>
      <div className={classes.row}>
        <FileButton
          accept=".ink,.twee,.tw,.html,.htm,.yarn,.fountain,.txt,.md"
          onChange={(file) => void open(file)}
        >
          {(button) => <Button {...button}>{t("bring.file")}</Button>}
        </FileButton>
        <NativeSelect
          label={t("bring.format")}
          value={format}
          onChange={(event) =>
            setFormat(SCRIPT_FORMATS.find((each) => each === event.currentTarget.value) ?? "auto")
          }
          data={[
            { value: "auto", label: t("bring.auto") },
            ...SCRIPT_FORMATS.map((value) => ({ value, label: t(`format.${value}`) })),
          ]}
        />
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (bring(text, t("bring.pasted"))) forget();
        }}
      >
        <Textarea
          mt="md"
          label={t("bring.text")}
          minRows={5}
          maxRows={14}
          autosize
          spellCheck={false}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
        />
        <Button type="submit" mt="xs" variant="light" disabled={text.trim() === ""}>
          {t("bring.take")}
        </Button>
      </form>
      <div role="status">
        {faulty !== undefined && (
          <div className={classes.alert}>
            <p>{t("bring.faulty", { name: faulty.name })}</p>
            <ul className={classes.faults}>
              {faulty.faults.slice(0, SHOWN_FAULTS).map((fault, index) => (
                <li key={index}>{scriptFaultText(fault, language)}</li>
              ))}
              {faulty.faults.length > SHOWN_FAULTS && (
                <li>{t("bring.more", { count: faulty.faults.length - SHOWN_FAULTS })}</li>
              )}
            </ul>
          </div>
        )}
      </div>
      <p className={classes.soft}>{t("bring.samples")}</p>
      <div className={classes.row} style={{ marginTop: 8 }}>
        {SCRIPT_FORMATS.map((each) => (
          <Button
            key={each}
            size="sm"
            mih={44}
            variant="default"
            onClick={() => bring(STORY_SAMPLES[each], t(`format.${each}`), each)}
          >
            {t(`format.${each}`)}
          </Button>
        ))}
      </div>
      <p className={classes.soft}>
        <small>{t("bring.english")}</small>
      </p>
    </section>
  );
}
