import { Button } from "@mantine/core";
import { scriptDurationMs } from "@openempathic/experiences/calm";
import type { Sitting } from "@openempathic/experiences/calm";
import { IconPlayerPlayFilled } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { clockText } from "./play/clock-text.ts";
import classes from "./ReadySitting.module.css";
import { placeOf } from "./use-sitting.ts";

/** After a reload in the middle: go on where it was, or leave it at that. */
export function ResumeSitting(props: {
  readonly sitting: Sitting;
  readonly sessionId: string;
  readonly onGoOn: (fromSeconds: number) => void;
  readonly onStop: () => void;
}) {
  const { t } = useTranslation("calm");
  const { sitting, sessionId, onGoOn, onStop } = props;
  const at = placeOf(sessionId, sitting);
  return (
    <section className={classes.ready} aria-labelledby="calm-resume">
      <h2 id="calm-resume">{t("play.again.title")}</h2>
      <p className={classes.summary}>
        {t("play.again.text", {
          title: sitting.script.title,
          at: clockText(at),
          of: clockText(scriptDurationMs(sitting.script) / 1000),
        })}
      </p>
      <div className={classes.main}>
        <Button
          size="lg"
          leftSection={<IconPlayerPlayFilled size={18} aria-hidden="true" />}
          onClick={() => onGoOn(at)}
        >
          {t("play.again.goOn")}
        </Button>
        <Button size="lg" variant="subtle" onClick={onStop}>
          {t("play.again.stop")}
        </Button>
      </div>
    </section>
  );
}
