import type { Spread } from "@openempathic/affect";
import { ARC_POINTS, ARC_REACH } from "@openempathic/experiences/story";
import type { ArcDrawing } from "@openempathic/experiences/story";

/** The picture's size and margins, in pixels. */
export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

/** Room for words around the arc. */
export const PLOT_MARGIN = { left: 12, right: 12, top: 22, bottom: 30 } as const;

/** What reaches to the picture's edge: a little more than the strongest lines. */
const EDGE = ARC_REACH * 1.2;

/** A moment of an arc, as it is drawn. */
export interface PlotPoint {
  readonly position: number;
  readonly value: Spread;
}

/** Where a position in [0, 1] lies from the left. */
export function plotX({ width }: PlotSize, position: number): number {
  return PLOT_MARGIN.left + position * (width - PLOT_MARGIN.left - PLOT_MARGIN.right);
}

/** Where a valence or arousal lies from the top; what is beyond the edge lies on it. */
export function plotY({ height }: PlotSize, value: number): number {
  const share = (Math.min(EDGE, Math.max(-EDGE, value)) + EDGE) / (2 * EDGE);
  return height - PLOT_MARGIN.bottom - share * (height - PLOT_MARGIN.bottom - PLOT_MARGIN.top);
}

/** The arc as a path. */
export function arcPath(size: PlotSize, points: readonly PlotPoint[]): string {
  return pathOf(points.map(({ position, value }) => [plotX(size, position), plotY(size, value.mean)]));
}

/** The band of two standard deviations around it, as a closed path. */
export function bandPath(size: PlotSize, points: readonly PlotPoint[]): string {
  if (points.length === 0) return "";
  const edge = (sign: 1 | -1) => (point: PlotPoint) =>
    [plotX(size, point.position), plotY(size, point.value.mean + 2 * sign * point.value.sd)] as const;
  return `${pathOf([...points.map(edge(1)), ...points.toReversed().map(edge(-1))])}Z`;
}

/** An intended arc as a path: 1 is as strong as text gets. */
export function drawingPath(size: PlotSize, drawing: ArcDrawing): string {
  return pathOf(
    drawing.map((value, at) => [plotX(size, at / (ARC_POINTS - 1)), plotY(size, ARC_REACH * value)]),
  );
}

/** A drawing after the pointer was at a place of the picture; between two places all points on the way are set. */
export function drawAt(
  drawing: ArcDrawing,
  size: PlotSize,
  {
    from,
    to,
  }: { readonly from: readonly [number, number] | undefined; readonly to: readonly [number, number] },
): ArcDrawing {
  const [end, value] = drawnAt(size, to);
  const [start, first] = from === undefined ? [end, value] : drawnAt(size, from);
  return drawing.map((was, at) => {
    if (at < Math.min(start, end) || at > Math.max(start, end)) return was;
    const share = start === end ? 1 : (at - start) / (end - start);
    return first + share * (value - first);
  });
}

function drawnAt({ width, height }: PlotSize, [x, y]: readonly [number, number]): readonly [number, number] {
  const position = (x - PLOT_MARGIN.left) / (width - PLOT_MARGIN.left - PLOT_MARGIN.right);
  const at = Math.round(Math.min(1, Math.max(0, position)) * (ARC_POINTS - 1));
  const share = (height - PLOT_MARGIN.bottom - y) / (height - PLOT_MARGIN.bottom - PLOT_MARGIN.top);
  const value = ((share * 2 - 1) * EDGE) / ARC_REACH;
  return [at, Math.round(100 * Math.min(1, Math.max(-1, value))) / 100];
}

function pathOf(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], at) => `${at === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
}
