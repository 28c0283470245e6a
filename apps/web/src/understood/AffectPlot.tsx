import { Button } from "@mantine/core";
import type { Spread } from "@openempathic/affect";
import type { AffectPoint } from "@openempathic/experiences";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./AffectPlot.module.css";
import { AffectTable } from "./AffectTable.tsx";
import { PLOT, plotShape } from "./plot-geometry.ts";
import panel from "./UnderstoodPanel.module.css";

/** Valence and arousal over the conversation, each with a band for how unsure it is; also as a table. */
export function AffectPlot({ points }: { readonly points: readonly AffectPoint[] }) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  return (
    <section>
      <h2 className={panel.heading}>{t("plot.title")}</h2>
      {points.length < 2 ? (
        <p className={panel.soft}>{t("plot.needsTwo")}</p>
      ) : (
        <>
          {asTable ? (
            <AffectTable points={points} />
          ) : (
            <>
              <Line
                name={t("plot.valence")}
                above={t("plot.pleasant")}
                below={t("plot.unpleasant")}
                spreads={points.map(({ valence }) => valence)}
                tone="valence"
              />
              <Line
                name={t("plot.arousal")}
                above={t("plot.stirred")}
                below={t("plot.calm")}
                spreads={points.map(({ arousal }) => arousal)}
                tone="arousal"
              />
            </>
          )}
          <Button size="compact-sm" variant="subtle" ml={-8} onClick={() => setAsTable(!asTable)}>
            {t(asTable ? "plot.asPicture" : "plot.asTable")}
          </Button>
        </>
      )}
    </section>
  );
}

function Line(props: {
  readonly name: string;
  readonly above: string;
  readonly below: string;
  readonly spreads: readonly (Spread | undefined)[];
  readonly tone: "valence" | "arousal";
}) {
  const { t } = useTranslation();
  const shape = plotShape(props.spreads);
  const known = props.spreads.filter((spread) => spread !== undefined);
  const figure = (spread: Spread | undefined) => spread?.mean.toFixed(2) ?? t("plot.notAssessed");
  const summary = t("plot.summary", {
    name: props.name,
    count: known.length,
    first: figure(known[0]),
    last: figure(known.at(-1)),
  });
  const last = shape.points.at(-1);
  return (
    <figure className={classes.figure} data-tone={props.tone}>
      <figcaption className={classes.caption}>{props.name}</figcaption>
      <div className={classes.frame}>
        <span className={classes.above}>{props.above}</span>
        <span className={classes.below}>{props.below}</span>
        <svg role="img" aria-label={summary} viewBox={`0 0 ${String(PLOT.width)} ${String(PLOT.height)}`}>
          <line className={classes.zero} x1="0" x2={PLOT.width} y1={PLOT.height / 2} y2={PLOT.height / 2} />
          <polygon className={classes.band} points={shape.band} />
          <polyline className={classes.line} points={shape.line} />
          {last && <circle className={classes.point} cx={last.x} cy={last.y} r="4.5" />}
        </svg>
      </div>
    </figure>
  );
}
