import { Button } from "@mantine/core";
import { techniqueText } from "@openempathic/experiences/calm";
import type { PastSitting } from "@openempathic/experiences/calm";
import { useTranslation } from "react-i18next";
import { isLanguage } from "../../i18n/start-i18n.ts";
import { clockText } from "../play/clock-text.ts";
import classes from "./CalmHistory.module.css";

/** Every exercise with its ratings, newest first; any of them can be left out. */
export function CalmHistoryTable(props: {
  readonly past: readonly PastSitting[];
  readonly onForget: (sitting: number) => void;
}) {
  const { t, i18n } = useTranslation("calm");
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  const share = (value: number | undefined) =>
    value === undefined ? t("history.unknown") : String(Math.round(value * 100));
  const pair = ({ before, after }: PastSitting, of: "valence" | "arousal") =>
    `${share(before?.[of])} → ${share(after?.[of])}`;
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t("history.table")}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t("history.when")}</th>
            <th scope="col">{t("history.exercise")}</th>
            <th scope="col">{t("history.practised")}</th>
            <th scope="col">{t("history.valence")}</th>
            <th scope="col">{t("history.arousal")}</th>
            <th scope="col">{t("history.forget")}</th>
          </tr>
        </thead>
        <tbody>
          {props.past.toReversed().map((each) => {
            const { title } = techniqueText(each.technique, language);
            const when = new Date(each.startedAtMs).toLocaleString(language, {
              dateStyle: "short",
              timeStyle: "short",
            });
            return (
              <tr key={each.sitting}>
                <td>{when}</td>
                <td>{title}</td>
                <td>
                  {clockText(each.practisedSeconds)} / {clockText(each.plannedSeconds)}
                </td>
                <td>{pair(each, "valence")}</td>
                <td>{pair(each, "arousal")}</td>
                <td>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t("history.forgetThis", { title, when })}
                    onClick={() => props.onForget(each.sitting)}
                  >
                    {t("history.forget")}
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
