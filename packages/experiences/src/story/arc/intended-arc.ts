/** The six arcs of Reagan et al. 2016, doi:10.1140/epjds/s13688-016-0093-1. */
export const ARC_SHAPES = [
  "rags-to-riches",
  "tragedy",
  "man-in-a-hole",
  "icarus",
  "cinderella",
  "oedipus",
] as const;

/** One of the six. */
export type ArcShape = (typeof ARC_SHAPES)[number];

/** How many points a drawn arc has, evenly over the story. */
export const ARC_POINTS = 11;

/** A drawn arc: valence in [-1, 1] at {@link ARC_POINTS} places from the beginning to the end. */
export type ArcDrawing = readonly number[];

/**
 * How far the perceived valence of the strongest lines reaches with the text models that are shipped: about half of the
 * scale either way (they give the mean of many readers, which lies nearer to the middle than any one of them). An
 * intended 1 stands for this.
 */
export const ARC_REACH = 0.5;

const WAVES: Readonly<Record<ArcShape, readonly [halfTurns: number, sign: 1 | -1]>> = {
  "rags-to-riches": [1, -1],
  tragedy: [1, 1],
  "man-in-a-hole": [2, 1],
  icarus: [2, -1],
  cinderella: [3, -1],
  oedipus: [3, 1],
};

/**
 * One of the six arcs at a position: a rise, a fall, fall and rise, rise and fall, rise, fall and rise, fall, rise and fall.
 * The paper's arcs are the first three modes of a singular value decomposition, each with both signs, of 1,327 stories;
 * here they are half waves of a cosine, which these modes come near to.
 *
 * @param position in [0, 1]
 * @returns valence in [-1, 1]
 *
 * @example
 * ```ts
 * import { shapeAt } from "@openempathic/experiences/story";
 *
 * shapeAt("rags-to-riches", 0); // => -1
 * shapeAt("man-in-a-hole", 0.5); // => -1
 * ```
 */
export function shapeAt(shape: ArcShape, position: number): number {
  const [halfTurns, sign] = WAVES[shape];
  return sign * Math.cos(Math.PI * halfTurns * position);
}

/** One of the six as a drawing, to go on from. */
export function drawShape(shape: ArcShape): ArcDrawing {
  return Array.from({ length: ARC_POINTS }, (_none, at) => shapeAt(shape, at / (ARC_POINTS - 1)));
}

/** A drawn arc between its points, in straight lines. */
export function drawingAt(drawing: ArcDrawing, position: number): number {
  const at = Math.min(Math.max(position, 0), 1) * (drawing.length - 1);
  const left = Math.floor(at);
  const from = drawing[left] ?? 0;
  return from + (at - left) * ((drawing[left + 1] ?? from) - from);
}

/** Whether a list of numbers is a drawn arc. */
export function isDrawing(points: readonly number[]): boolean {
  return points.length === ARC_POINTS && points.every((point) => point >= -1 && point <= 1);
}
