import { Button } from "@mantine/core";
import { calmHistory, techniqueText } from "@openempathic/experiences/calm";
import type { CalmHistory, MeanChange, PastSitting, TechniqueId } from "@openempathic/experiences/calm";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isLanguage } from "../../i18n/start-i18n.ts";
import { CalmHistoryTable } from "./CalmHistoryTable.tsx";
import classes from "./CalmHistory.module.css";
import { ChangePlot } from "./ChangePlot.tsx";
import { signed } from "./signed.ts";

/** What one's own exercises did, before and after, with how far that can be believed. */
export function CalmHistoryPanel(props: {
  readonly past: readonly PastSitting[];
  readonly onForget: (sitting: number) => void;
}) {
  const { t } = useTranslation("calm");
  const { past, onForget } = props;
  const [asTable, setAsTable] = useState(false);
  const history = calmHistory(past);
  const minutes = Math.round(history.practisedSeconds / 60);
  return (
    <section className={classes.history} aria-labelledby="calm-history">
      <h2 id="calm-history">{t("history.title")}</h2>
      {past.length === 0 ? (
        <p>{t("history.none")}</p>
      ) : (
        <>
          <p>{t("history.sum", { count: past.length, minutes })}</p>
          <div className={classes.figures}>
            <Figure name={t("history.valence")} change={history.all.valence} />
            <Figure name={t("history.arousal")} change={history.all.arousal} />
          </div>
          {asTable ? <CalmHistoryTable past={past} onForget={onForget} /> : <Plots past={past} />}
          <Button variant="subtle" size="compact-md" onClick={() => setAsTable(!asTable)}>
            {t(asTable ? "history.asPlot" : "history.asTable")}
          </Button>
          <ByTechnique history={history} />
          <p className={classes.honest}>{t("history.honest")}</p>
        </>
      )}
    </section>
  );
}

function Plots({ past }: { readonly past: readonly PastSitting[] }) {
  const { t } = useTranslation("calm");
  return (
    <div className={classes.figures}>
      <ChangePlot name={t("history.valence")} past={past} of="valence" />
      <ChangePlot name={t("history.arousal")} past={past} of="arousal" />
    </div>
  );
}

function Figure({ name, change }: { readonly name: string; readonly change: MeanChange }) {
  const { t, i18n } = useTranslation("calm");
  const figure = (value: number) => signed(value, i18n.language);
  return (
    <div className={classes.figure}>
      <h3>{name}</h3>
      {change.known ? (
        <>
          <p className={classes.mean}>{t("history.mean", { change: figure(change.mean) })}</p>
          <p>
            {t("history.interval", {
              low: figure(change.interval.low),
              high: figure(change.interval.high),
              count: change.count,
            })}
          </p>
        </>
      ) : (
        <p>{t("history.notEnough", { count: change.missing })}</p>
      )}
    </div>
  );
}

/** Only where at least one technique can be judged on its own. */
function ByTechnique({ history }: { readonly history: CalmHistory }) {
  const { t, i18n } = useTranslation("calm");
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  // The cast is safe: the keys are the techniques that were practised.
  const ids = Object.keys(history.byTechnique) as TechniqueId[];
  const judged = ids.filter((id) => history.byTechnique[id]?.valence.known === true);
  if (judged.length === 0) return null;
  return (
    <>
      <h3>{t("history.by")}</h3>
      <ul className={classes.by}>
        {judged.map((id) => (
          <li key={id}>
            {techniqueText(id, language).title}:{" "}
            {t(`history.verdict.${history.byTechnique[id]?.verdict ?? "unclear"}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
