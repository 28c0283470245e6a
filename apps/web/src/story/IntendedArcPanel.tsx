import { Button } from "@mantine/core";
import { ARC_POINTS, ARC_SHAPES, drawShape } from "@openempathic/experiences/story";
import type { ArcDrawing } from "@openempathic/experiences/story";
import { useTranslation } from "react-i18next";
import { arcPath } from "./plot-shape.ts";
import classes from "./Story.module.css";

const FLAT: ArcDrawing = Array.from({ length: ARC_POINTS }, () => 0);
const SMALL = { width: 64, height: 84 };

/** The arc that is intended: one of the six, or drawn by hand or keys; undone step by step. */
export function IntendedArcPanel(props: {
  readonly drawing: ArcDrawing | null;
  readonly canUndo: boolean;
  readonly isDrawing: boolean;
  readonly onDrawing: (on: boolean) => void;
  readonly onIntend: (drawing: ArcDrawing | null) => void;
  readonly onUndo: () => void;
}) {
  const { t } = useTranslation("story");
  const { drawing, isDrawing, onIntend } = props;
  const isPicked = (other: ArcDrawing) => JSON.stringify(other) === JSON.stringify(drawing);
  return (
    <section className={classes.card} aria-labelledby="story-meant">
      <h2 id="story-meant">{t("meant.title")}</h2>
      <p className={classes.soft}>{t("meant.lead")}</p>
      <div className={classes.shapes}>
        {ARC_SHAPES.map((shape) => {
          const drawn = drawShape(shape);
          const points = drawn.map((value, at) => ({ position: at / 10, value: { mean: value / 2, sd: 0 } }));
          return (
            <button
              key={shape}
              type="button"
              className={classes.shape}
              aria-pressed={isPicked(drawn)}
              onClick={() => onIntend(drawn)}
            >
              <svg width={SMALL.width} height={40} viewBox="0 18 64 44" aria-hidden="true">
                <path d={arcPath(SMALL, points)} className={classes.meantSmall} />
              </svg>
              <span>{t(`shape.${shape}`)}</span>
            </button>
          );
        })}
      </div>
      <div className={classes.row}>
        <Button
          size="sm"
          mih={44}
          variant="light"
          aria-pressed={isDrawing}
          onClick={() => props.onDrawing(!isDrawing)}
        >
          {t(isDrawing ? "meant.stop" : "meant.draw")}
        </Button>
        <Button size="sm" mih={44} variant="default" disabled={!props.canUndo} onClick={props.onUndo}>
          {t("meant.undo")}
        </Button>
        <Button
          size="sm"
          mih={44}
          variant="subtle"
          disabled={drawing === null}
          onClick={() => onIntend(null)}
        >
          {t("meant.clear")}
        </Button>
      </div>
      {isDrawing && (
        <>
          <p className={classes.soft}>{t("meant.drawHelp")}</p>
          <div className={classes.points}>
            {(drawing ?? FLAT).map((value, at) => (
              <input
                key={at}
                type="range"
                min={-1}
                max={1}
                step={0.1}
                value={value}
                aria-label={t("meant.point", { percent: at * 10 })}
                onChange={(event) => {
                  const next = Number(event.currentTarget.value);
                  onIntend((drawing ?? FLAT).map((was, index) => (index === at ? next : was)));
                }}
              />
            ))}
          </div>
        </>
      )}
      <p className={classes.soft}>
        <small>
          {t("meant.only")}{" "}
          <a href="https://doi.org/10.1140/epjds/s13688-016-0093-1" target="_blank" rel="noreferrer">
            {t("meant.source")}
          </a>
        </small>
      </p>
    </section>
  );
}
