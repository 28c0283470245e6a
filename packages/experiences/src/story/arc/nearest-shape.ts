import type { Spread } from "@openempathic/affect";
import { ARC_SHAPES, shapeAt } from "./intended-arc.ts";
import type { ArcShape } from "./intended-arc.ts";

/** How near an arc comes to one of the six. */
export interface ShapeFit {
  readonly shape: ArcShape;
  /** The share of the arc's movement that the shape explains, in [0, 1]. */
  readonly explained: number;
}

/**
 * How near an arc comes to each of the six: weighted least squares of the arc on the shape, which may be stretched and
 * moved but not turned over; `explained` is the weighted R².
 *
 * @returns all six, the nearest first; empty with fewer than six points, or where the arc does not move
 */
export function nearestShapes(
  points: readonly { readonly position: number; readonly valence: Spread | undefined }[],
): readonly ShapeFit[] {
  const told = points.flatMap(({ position, valence }) =>
    valence === undefined ? [] : [{ position, value: valence.mean, weight: 1 / valence.sd ** 2 }],
  );
  if (told.length < 6) return [];
  const weight = told.reduce((sum, point) => sum + point.weight, 0);
  const mean = told.reduce((sum, point) => sum + point.weight * point.value, 0) / weight;
  const moved = told.reduce((sum, point) => sum + point.weight * (point.value - mean) ** 2, 0);
  if (moved / weight < 1e-6) return [];
  const fits = ARC_SHAPES.map((shape) => {
    const at = told.map(({ position }) => shapeAt(shape, position));
    const middle = told.reduce((sum, point, index) => sum + point.weight * (at[index] ?? 0), 0) / weight;
    let together = 0;
    let spread = 0;
    for (const [index, point] of told.entries()) {
      const off = (at[index] ?? 0) - middle;
      together += point.weight * off * (point.value - mean);
      spread += point.weight * off ** 2;
    }
    const explained = together <= 0 || spread === 0 ? 0 : together ** 2 / (spread * moved);
    return { shape, explained: Math.min(1, explained) };
  });
  return fits.toSorted((a, b) => b.explained - a.explained);
}
