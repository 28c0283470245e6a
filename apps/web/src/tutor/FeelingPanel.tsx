import { Button, Switch, Textarea } from "@mantine/core";
import { feelingOf, LEARNING_FEELINGS } from "@openempathic/experiences/tutor";
import type { TutorPersonEvent, TutorState } from "@openempathic/experiences/tutor";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Tutor.module.css";

/** How it is going: what the learner says, what is guessed with how sure, and the switch that ends guessing. */
export function FeelingPanel(props: {
  readonly state: TutorState;
  readonly onSend: (act: TutorPersonEvent) => void;
}) {
  const { t } = useTranslation("tutor");
  const { state, onSend } = props;
  const [words, setWords] = useState("");
  const reading = feelingOf(state);
  function say(event: React.SubmitEvent) {
    event.preventDefault();
    if (words.trim() === "") return;
    onSend({ kind: "said", text: words.trim() });
    setWords("");
  }
  return (
    <section className={classes.card} aria-labelledby="tutor-feeling">
      <h2 id="tutor-feeling">{t("feeling.title")}</h2>
      <p role="status">
        {reading.kind === "said" && t("feeling.said", { feeling: t(`feeling.${reading.feeling}`) })}
        {reading.kind === "guessed" &&
          t("feeling.guess", {
            feeling: t(`feeling.${reading.feeling}`),
            percent: Math.round(100 * reading.sure),
          })}
        {reading.kind === "unknown" && t(`feeling.${reading.why}`)}
      </p>
      {state.usesFeelings && (
        <>
          <p className={classes.soft}>{t("feeling.pick")}</p>
          <div className={classes.row} style={{ marginTop: 6 }}>
            {LEARNING_FEELINGS.map((feeling) => (
              <Button
                key={feeling}
                size="sm"
                mih={44}
                variant={reading.kind === "said" && reading.feeling === feeling ? "filled" : "default"}
                aria-pressed={reading.kind === "said" && reading.feeling === feeling}
                onClick={() => onSend({ kind: "felt", feeling })}
              >
                {t(`feeling.${feeling}`)}
              </Button>
            ))}
          </div>
        </>
      )}
      <form onSubmit={say}>
        <Textarea
          mt="md"
          label={t("feeling.words")}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Button type="submit" mt="xs" variant="light" disabled={words.trim() === ""}>
          {t("feeling.send")}
        </Button>
      </form>
      <Switch
        mt="md"
        label={t("feeling.switch")}
        description={t("feeling.from")}
        checked={state.usesFeelings}
        onChange={(event) => onSend({ kind: "feelings-switched", on: event.currentTarget.checked })}
      />
    </section>
  );
}
