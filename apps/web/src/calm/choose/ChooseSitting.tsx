import { Button, Textarea } from "@mantine/core";
import { CALM_AIMS } from "@openempathic/experiences/calm";
import type { CalmAim, CalmPersonEvent, TechniqueId } from "@openempathic/experiences/calm";
import { IconLeaf } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AffectiveSliderField, sliderOf } from "./AffectiveSliderField.tsx";
import type { SliderDraft } from "./AffectiveSliderField.tsx";
import classes from "./ChooseSitting.module.css";
import { CautionFields } from "./CautionFields.tsx";
import { Choices } from "./Choices.tsx";
import { TasteFields } from "./TasteFields.tsx";
import { TechniqueLibrary } from "./TechniqueLibrary.tsx";
import { useWishes } from "./wishes.ts";

const MINUTES = [1, 3, 5, 10, 15, 20, 30] as const;
const NOTE_MAX_LENGTH = 2000;

/** What somebody would like: how they are, what for, how long; then something is put together, or they choose. */
export function ChooseSitting(props: {
  readonly modelConnected: boolean;
  /** Some acts that belong together, oldest first. */
  readonly onAsk: (acts: readonly CalmPersonEvent[]) => Promise<void>;
}) {
  const { t } = useTranslation("calm");
  const { modelConnected, onAsk } = props;
  const [wishes, change] = useWishes();
  const [draft, setDraft] = useState<SliderDraft>({});
  const [note, setNote] = useState("");
  const [aim, setAim] = useState<CalmAim | "any">("any");
  const [asking, setAsking] = useState<TechniqueId | "any">();

  const ask = async (technique?: TechniqueId) => {
    setAsking(technique ?? "any");
    const before = sliderOf(draft);
    const written: readonly CalmPersonEvent[] =
      note.trim() === "" ? [] : [{ kind: "note-written", text: note.trim() }];
    const { minutes, cautions, taste, writeWords } = wishes;
    const asked: CalmPersonEvent = {
      kind: "sitting-asked",
      minutes,
      hour: new Date().getHours(),
      cautions,
      taste,
      ...(technique === undefined ? {} : { technique }),
      ...(technique === undefined && aim !== "any" ? { aim } : {}),
      ...(before === undefined ? {} : { before }),
      ...(modelConnected && writeWords ? { writeWords } : {}),
    };
    await onAsk([...written, asked]);
    setAsking(undefined);
  };

  return (
    <>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <section className={classes.card} aria-labelledby="calm-how">
          <h2 id="calm-how">{t("how.title")}</h2>
          <p className={classes.soft}>{t("how.hint")}</p>
          <AffectiveSliderField value={draft} onChange={setDraft} />
          {(draft.valence !== undefined || draft.arousal !== undefined) && (
            <Button variant="subtle" size="compact-sm" onClick={() => setDraft({})}>
              {t("how.leaveOut")}
            </Button>
          )}
          <Textarea
            label={t("note.label")}
            description={t(modelConnected ? "note.hintModel" : "note.hint")}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={NOTE_MAX_LENGTH}
            autosize
            minRows={1}
            maxRows={6}
          />
        </section>
        <section className={classes.card}>
          <Choices
            legend={t("aim.title")}
            name="aim"
            value={aim}
            options={(["any", ...CALM_AIMS] as const).map((value) => ({ value, label: t(`aim.${value}`) }))}
            onChoose={setAim}
          />
          <Choices
            legend={t("time.title")}
            name="minutes"
            value={wishes.minutes}
            options={MINUTES.map((value) => ({ value, label: t("time.minutes", { count: value }) }))}
            onChoose={(minutes) => change({ minutes })}
          />
          <TasteFields wishes={wishes} onChange={change} modelConnected={modelConnected} />
          <CautionFields value={wishes.cautions} onChange={(cautions) => change({ cautions })} />
          <div className={classes.compose}>
            <Button
              type="submit"
              size="lg"
              leftSection={<IconLeaf size={20} aria-hidden="true" />}
              loading={asking === "any"}
            >
              {t("compose")}
            </Button>
          </div>
        </section>
      </form>
      <TechniqueLibrary asking={asking} onChoose={(technique) => void ask(technique)} />
    </>
  );
}
