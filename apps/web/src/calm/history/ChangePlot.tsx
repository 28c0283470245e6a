import type { PastSitting } from "@openempathic/experiences/calm";
import { useTranslation } from "react-i18next";
import classes from "./CalmHistory.module.css";
import { CHANGE_PLOT, changeLines } from "./change-lines.ts";

/** Each exercise as a line from before (a ring) to after (a dot), oldest on the left. */
export function ChangePlot(props: {
  readonly name: string;
  readonly past: readonly PastSitting[];
  readonly of: "valence" | "arousal";
}) {
  const { t } = useTranslation("calm");
  const { name, past, of } = props;
  const lines = changeLines(past, of);
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return null;
  const words = ({ before, after }: typeof first) =>
    `${String(Math.round(before * 100))} → ${String(Math.round(after * 100))}`;
  const summary = t("history.plot", { name, count: lines.length, first: words(first), last: words(last) });
  const { width, height } = CHANGE_PLOT;
  return (
    <figure className={classes.plot} data-tone={of}>
      <figcaption>
        {name}
        <span aria-hidden="true">
          <i className={classes.ring} /> {t("history.before")} <i className={classes.dot} />{" "}
          {t("history.after")}
        </span>
      </figcaption>
      <svg role="img" aria-label={summary} viewBox={`0 0 ${String(width)} ${String(height)}`}>
        <line className={classes.middle} x1="0" x2={width} y1={height / 2} y2={height / 2} />
        {lines.map(({ sitting, x, beforeY, afterY }) => (
          <g key={sitting}>
            <line className={classes.change} x1={x} x2={x} y1={beforeY} y2={afterY} />
            <circle className={classes.before} cx={x} cy={beforeY} r="4" />
            <circle className={classes.after} cx={x} cy={afterY} r="4.5" />
          </g>
        ))}
      </svg>
    </figure>
  );
}
