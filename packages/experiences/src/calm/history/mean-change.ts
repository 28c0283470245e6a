import { tQuantile } from "@openempathic/measure";
import type { Interval } from "@openempathic/measure";

/** How many sessions it takes before a mean is told. */
export const LEAST_SESSIONS = 5;

/** A mean with its interval, or how many more values it would take to tell one. */
export type MeanChange =
  | { readonly known: true; readonly count: number; readonly mean: number; readonly interval: Interval }
  | { readonly known: false; readonly count: number; readonly missing: number };

/**
 * The mean of changes and how far it can be believed: Student's t interval of a mean (Student 1908,
 * doi:10.1093/biomet/6.1.1), mean ± t · s / √n with n − 1 degrees of freedom. With fewer than five values it says
 * "not enough yet" rather than a figure. Nothing is clamped: an interval may be wider than the scale.
 *
 * @param changes After minus before, of each session.
 * @param level Share of such intervals that hold the true mean, in (0, 1); 0.95 unless told.
 * @example
 * ```ts
 * import { meanChange } from "@openempathic/experiences/calm";
 *
 * meanChange([0.1, 0.2]); // => { known: false, count: 2, missing: 3 }
 * ```
 */
export function meanChange(changes: readonly number[], level = 0.95): MeanChange {
  const count = changes.length;
  if (count < LEAST_SESSIONS) return { known: false, count, missing: LEAST_SESSIONS - count };
  const mean = changes.reduce((sum, change) => sum + change, 0) / count;
  const variance = changes.reduce((sum, change) => sum + (change - mean) ** 2, 0) / (count - 1);
  const reach = tQuantile((1 + level) / 2, count - 1) * Math.sqrt(variance / count);
  return { known: true, count, mean, interval: { low: mean - reach, high: mean + reach, level } };
}
