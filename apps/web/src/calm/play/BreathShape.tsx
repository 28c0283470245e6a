import { PHASE_WORDS } from "@openempathic/experiences/calm";
import type { CalmLanguage, CalmMoment } from "@openempathic/experiences/calm";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import classes from "./BreathShape.module.css";

const PETALS = [0, 60, 120, 180, 240, 300];

/** How open the shape rests while no breath is guided. */
const AT_REST = 0.3;

/**
 * A flower of light that opens as the breath goes in and closes as it goes out, moved by the exercise's own clock, with
 * the phase in words and the seconds left. Without motion the words and the number are all there is.
 */
export function BreathShape(props: {
  readonly moment: CalmMoment;
  readonly momentNow: () => CalmMoment | undefined;
  readonly language: CalmLanguage;
  readonly still: boolean;
  readonly running: boolean;
}) {
  const { t } = useTranslation("calm");
  const { moment, momentNow, language, still, running } = props;
  const shape = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (still) {
      shape.current?.style.setProperty("--fullness", String(AT_REST + 0.2));
      return undefined;
    }
    let frame = 0;
    let shown = AT_REST;
    const draw = () => {
      const now = momentNow();
      const wanted = now?.breath === undefined ? AT_REST : now.fullness;
      // Guided breath is shown as it is; from and to rest the shape drifts, so that nothing jumps.
      shown =
        now?.breath !== undefined && Math.abs(wanted - shown) < 0.05
          ? wanted
          : shown + (wanted - shown) * 0.06;
      shape.current?.style.setProperty("--fullness", shown.toFixed(4));
      if (running) frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [still, running, momentNow]);
  const { breath } = moment;
  const share = moment.seconds / (moment.seconds + moment.secondsLeft || 1);
  return (
    <div className={classes.shape} ref={shape} data-resting={breath === undefined || undefined}>
      <div className={classes.halo} aria-hidden="true" />
      {PETALS.map((turn) => (
        <div
          key={turn}
          className={classes.petal}
          style={{ "--turn": `${String(turn)}deg` } as React.CSSProperties}
          aria-hidden="true"
        />
      ))}
      <svg className={classes.ring} viewBox="0 0 200 200" aria-hidden="true">
        <circle cx="100" cy="100" r="97" pathLength="1" className={classes.track} />
        <circle
          cx="100"
          cy="100"
          r="97"
          pathLength="1"
          className={classes.gone}
          strokeDasharray={`${share.toFixed(4)} 1`}
        />
      </svg>
      <div className={classes.core} role="img" aria-label={t("play.shape")} />
      <p className={classes.words} data-testid="breath">
        {breath !== undefined && (
          <>
            <span className={classes.phase}>{PHASE_WORDS[language][breath.phase]}</span>
            <span className={classes.number}>
              {t("play.secondsLeft", { count: Math.ceil(breath.secondsLeft) })}
            </span>
          </>
        )}
      </p>
    </div>
  );
}
