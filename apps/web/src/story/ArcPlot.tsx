import { useElementSize } from "@mantine/hooks";
import { ARC_REACH } from "@openempathic/experiences/story";
import type { ArcDrawing, ArcPoint } from "@openempathic/experiences/story";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { arcPath, bandPath, drawAt, drawingPath, PLOT_MARGIN, plotX, plotY } from "./plot-shape.ts";
import classes from "./Story.module.css";

const HEIGHT = 300;

/** The arc with its band, single lines as dots, what is intended, and where one looks. Click to look, or draw. */
export function ArcPlot(props: {
  readonly points: readonly ArcPoint[];
  readonly dimension: "valence" | "arousal";
  readonly drawing: ArcDrawing | null;
  readonly selected: ArcPoint | undefined;
  readonly isDrawing: boolean;
  readonly marked: ReadonlySet<number>;
  readonly onSelect: (utterance: number) => void;
  readonly onDraw: (drawing: ArcDrawing) => void;
}) {
  const { t } = useTranslation("story");
  const { ref, width } = useElementSize();
  const { points, dimension, drawing, selected, isDrawing, marked } = props;
  const size = { width: Math.max(width, 240), height: HEIGHT };
  const [stroke, setStroke] = useState<{
    readonly drawing: ArcDrawing;
    readonly at: readonly [number, number];
  }>();
  const told = points.flatMap(({ position, [dimension]: value }) =>
    value === undefined ? [] : [{ position, value }],
  );
  const shown = stroke?.drawing ?? drawing;
  const middle = plotY(size, 0);
  const placeOf = (event: React.PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top] as const;
  };
  function press(event: React.PointerEvent<SVGSVGElement>) {
    const at = placeOf(event);
    if (!isDrawing) {
      const nearest = points.toSorted((a, b) => off(a, at[0]) - off(b, at[0]))[0];
      if (nearest !== undefined) props.onSelect(nearest.utterance.id);
      return;
    }
    event.currentTarget.setPointerCapture(event.pointerId);
    const start = shown ?? Array.from({ length: 11 }, () => 0);
    setStroke({ drawing: drawAt(start, size, { from: undefined, to: at }), at });
  }
  function move(event: React.PointerEvent<SVGSVGElement>) {
    if (stroke === undefined) return;
    const at = placeOf(event);
    setStroke({ drawing: drawAt(stroke.drawing, size, { from: stroke.at, to: at }), at });
  }
  const off = (point: ArcPoint, x: number) => Math.abs(plotX(size, point.position) - x);
  function release() {
    if (stroke !== undefined) props.onDraw(stroke.drawing);
    setStroke(undefined);
  }
  return (
    <div ref={ref} className={classes.plotFrame}>
      <svg
        className={classes.plot}
        data-drawing={isDrawing || undefined}
        width={size.width}
        height={HEIGHT}
        viewBox={`0 0 ${size.width} ${HEIGHT}`}
        role="img"
        aria-label={`${t("arc.plot", { count: points.length })}. ${t(`arc.${dimension}`)}.`}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={() => setStroke(undefined)}
      >
        <line
          x1={PLOT_MARGIN.left}
          x2={size.width - PLOT_MARGIN.right}
          y1={middle}
          y2={middle}
          className={classes.axis}
        />
        <path d={bandPath(size, told)} className={classes.band} />
        <path d={arcPath(size, told)} className={classes.arc} />
        {points.map(({ utterance, position, alone }) => {
          const value = alone?.dimensions[dimension];
          return value === undefined ? null : (
            <circle
              key={`${utterance.id} ${position}`}
              cx={plotX(size, position)}
              cy={plotY(size, value.mean)}
              r={marked.has(utterance.id) ? 5 : 2.6}
              className={marked.has(utterance.id) ? classes.markedDot : classes.dot}
            />
          );
        })}
        {shown !== null && dimension === "valence" && (
          <g>
            <path d={drawingPath(size, shown)} className={classes.meant} />
            {isDrawing &&
              shown.map((value, at) => (
                <circle
                  key={at}
                  cx={plotX(size, at / 10)}
                  cy={plotY(size, ARC_REACH * value)}
                  r={6}
                  className={classes.handle}
                />
              ))}
          </g>
        )}
        {selected !== undefined && (
          <line
            x1={plotX(size, selected.position)}
            x2={plotX(size, selected.position)}
            y1={PLOT_MARGIN.top}
            y2={HEIGHT - PLOT_MARGIN.bottom}
            className={classes.cursor}
          />
        )}
        <PlotWords dimension={dimension} width={size.width} />
      </svg>
    </div>
  );
}

function PlotWords({
  dimension,
  width,
}: {
  readonly dimension: "valence" | "arousal";
  readonly width: number;
}) {
  const { t } = useTranslation("story");
  return (
    <>
      <text x={PLOT_MARGIN.left} y={14}>
        ↑ {t(dimension === "valence" ? "arc.valenceHigh" : "arc.arousalHigh")}
      </text>
      <text x={PLOT_MARGIN.left} y={HEIGHT - 8}>
        ↓ {t(dimension === "valence" ? "arc.valenceLow" : "arc.arousalLow")}
      </text>
      <text x={width - PLOT_MARGIN.right} y={HEIGHT - 8} textAnchor="end">
        {t("arc.end")} →
      </text>
    </>
  );
}
