import { builtInCourse } from "@openempathic/experiences/tutor";
import { useTranslation } from "react-i18next";
import { isLanguage } from "../../i18n/start-i18n.ts";
import classes from "../Tutor.module.css";
import { plotBand, plotLine, PLOT_SIZE } from "./plot-shape.ts";
import simulated from "./simulated-class.json" with { type: "json" };

const ARMS = [
  { arm: "on", tone: "var(--oe-accent)", dash: undefined },
  { arm: "off", tone: "var(--oe-arousal)", dash: "6 5" },
] as const;

/** The simulated class of `npm run simulate:tutor`: what was known over time, with and without going by feelings. */
export function SimulationPlot() {
  const { t, i18n } = useTranslation("tutor");
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  const number = (value: number) => value.toLocaleString(language, { maximumFractionDigits: 3 });
  const { width, height, left, bottom, top, right } = PLOT_SIZE;
  const { difference, minutes } = simulated;
  const { low, high } = difference.masteryPerMinute;
  return (
    <section className={classes.card} style={{ marginTop: 40 }} aria-labelledby="tutor-simulation">
      <h2 id="tutor-simulation">{t("simulation.title")}</h2>
      <p>
        {t("simulation.lead", {
          learners: simulated.learners.toLocaleString(language),
          course: builtInCourse(simulated.courseId)?.[language].title ?? simulated.courseId,
        })}{" "}
        <strong>{t("simulation.caution")}</strong>
      </p>
      <svg
        className={classes.plot}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t("simulation.share")}
      >
        {[0, 0.25, 0.5, 0.75, 1].map((share) => {
          const y = height - bottom - share * (height - bottom - top);
          return (
            <g key={share}>
              <line x1={left} x2={width - right} y1={y} y2={y} stroke="var(--oe-line)" />
              <text x={left - 8} y={y + 4} textAnchor="end">
                {Math.round(100 * share)} %
              </text>
            </g>
          );
        })}
        {ARMS.map(({ arm, tone, dash }) => (
          <g key={arm}>
            <path d={plotBand(simulated[arm].knownShare)} fill={tone} opacity={0.18} />
            <path
              d={plotLine(simulated[arm].knownShare.map(({ mean }) => mean))}
              fill="none"
              stroke={tone}
              strokeWidth={2.5}
              strokeDasharray={dash}
            />
          </g>
        ))}
        {ARMS.map(({ arm, tone, dash }, index) => (
          <g key={arm} transform={`translate(${width - right - 160} ${height - bottom - 44 + 22 * index})`}>
            <line x1={0} x2={34} y1={0} y2={0} stroke={tone} strokeWidth={3} strokeDasharray={dash} />
            <text x={42} y={4}>
              {t(`simulation.${arm}`)}
            </text>
          </g>
        ))}
        {[0, 10, 20, 30].map((minute) => (
          <text
            key={minute}
            x={left + (minute / minutes) * (width - left - right)}
            y={height - bottom + 18}
            textAnchor="middle"
          >
            {minute}
          </text>
        ))}
        <text x={width - right} y={height - 4} textAnchor="end">
          {t("simulation.axis")}
        </text>
      </svg>
      <p>{t("simulation.share")}</p>
      <p>
        {t("simulation.perMinute", {
          on: number(simulated.on.masteryPerMinute.mean),
          off: number(simulated.off.masteryPerMinute.mean),
          difference: number(difference.masteryPerMinute.mean),
          low: number(low),
          high: number(high),
        })}{" "}
        {t(low > 0 ? "simulation.faster" : high < 0 ? "simulation.slower" : "simulation.no")}
      </p>
      <details className={classes.table}>
        <summary>{t("simulation.asTable")}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("simulation.minute")}</th>
              <th scope="col">{t("simulation.on")}</th>
              <th scope="col">{t("simulation.off")}</th>
            </tr>
          </thead>
          <tbody>
            {simulated.on.knownShare.map(({ mean }, minute) =>
              minute % 5 === 0 ? (
                <tr key={minute}>
                  <td>{minute}</td>
                  <td>{Math.round(100 * mean)} %</td>
                  <td>{Math.round(100 * (simulated.off.knownShare[minute]?.mean ?? 0))} %</td>
                </tr>
              ) : null,
            )}
          </tbody>
        </table>
      </details>
    </section>
  );
}
