import { Button } from "@mantine/core";
import type { TaskPlace } from "@openempathic/experiences/tutor";
import { useTranslation } from "react-i18next";
import classes from "./Tutor.module.css";

/** The hints so far; the last one in other words, where a language model can do that. */
export function HintList(props: {
  readonly shown: readonly string[];
  readonly place: TaskPlace;
  readonly isConnected: boolean;
  readonly onReword: () => void;
}) {
  const { t } = useTranslation("tutor");
  const { shown, isConnected, onReword } = props;
  const { rewording } = props.place;
  if (shown.length === 0) return null;
  const canAsk = isConnected && rewording?.kind !== "worded";
  return (
    <div className={classes.said}>
      <strong>{t("task.hints")}</strong>
      <ol className={classes.hints}>
        {shown.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ol>
      {rewording?.kind === "worded" && (
        <p>
          <small>{t("task.reworded")}</small>
          <br />
          {rewording.text}
        </p>
      )}
      {rewording?.kind === "failed" && <p>{t(`trouble.${rewording.trouble}`)}</p>}
      {canAsk && (
        <Button
          size="compact-md"
          variant="subtle"
          disabled={rewording?.kind === "waiting"}
          onClick={onReword}
        >
          {t(rewording?.kind === "waiting" ? "task.rewording" : "task.reword")}
        </Button>
      )}
    </div>
  );
}
