import type { Interval } from "../bootstrap-interval.ts";
import { checkedConfidence } from "../agreement/figure.ts";
import type { ConfidenceOptions } from "../agreement/figure.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";

/**
 * The standard error of measurement: how far one person's scores would scatter around their true score.
 *
 * SD · √(1 − r), as in Jacobson and Truax 1991, doi:10.1037/0022-006X.59.1.12.
 *
 * @param deviation Standard deviation of the scores, at least 0.
 * @param reliability Of the scores, from 0 to 1.
 * @throws {RangeError} For values outside.
 * @example
 * ```ts
 * import { standardErrorOfMeasurement } from "@openempathic/measure";
 *
 * standardErrorOfMeasurement(7.48, 0.8).toFixed(2); // => "3.35"
 * ```
 */
export function standardErrorOfMeasurement(deviation: number, reliability: number): number {
  if (!(deviation >= 0 && reliability >= 0 && reliability <= 1)) {
    throw new RangeError(
      `standardErrorOfMeasurement needs a deviation of at least 0 and a reliability in [0, 1], got ${deviation} and ${reliability}`,
    );
  }
  return deviation * Math.sqrt(1 - reliability);
}

/**
 * The smallest difference between two scores of one person that is more than measurement error explains.
 *
 * z · √2 · SEM, with 1.96 for 95 % (de Vet and others 2006, doi:10.1186/1477-7525-4-54).
 *
 * @param error Standard error of measurement, at least 0.
 * @throws {RangeError} For an error below 0, or a confidence outside (0, 1).
 * @example
 * ```ts
 * import { smallestDetectableChange } from "@openempathic/measure";
 *
 * smallestDetectableChange(3.35).toFixed(2); // => "9.29"
 * ```
 */
export function smallestDetectableChange(error: number, options: ConfidenceOptions = {}): number {
  const confidence = checkedConfidence("smallestDetectableChange", options);
  if (!(error >= 0))
    throw new RangeError(`smallestDetectableChange needs an error of at least 0, got ${error}`);
  return normalQuantile(0.5 + confidence / 2) * Math.SQRT2 * error;
}

/** How one person's score changed, beside what measurement error alone would do. */
export interface ReliableChange {
  /** After minus before. */
  readonly change: number;
  /** The change in standard errors of a difference: the index of Jacobson and Truax. */
  readonly index: number;
  /** Where the true change lies, given measurement error. */
  readonly interval: Interval;
  /** Whether error alone does not explain it; which direction is the better one, the scale says. */
  readonly direction: "up" | "down" | "none";
}

/**
 * Whether a change from one occasion to the next is more than measurement error.
 *
 * Jacobson and Truax 1991, doi:10.1037/0022-006X.59.1.12: (after − before) / (√2 · SEM), reliable beyond ±1.96.
 *
 * @param error Standard error of measurement, above 0.
 * @throws {RangeError} For scores that are not finite, an error that is not above 0, or a confidence outside (0, 1).
 * @example
 * ```ts
 * import { reliableChange } from "@openempathic/measure";
 *
 * reliableChange({ before: 32.5, after: 47.5, error: 3.35 }).direction; // => "up"
 * ```
 */
export function reliableChange(
  { before, after, error }: { readonly before: number; readonly after: number; readonly error: number },
  options: ConfidenceOptions = {},
): ReliableChange {
  const confidence = checkedConfidence("reliableChange", options);
  if (!(Number.isFinite(before) && Number.isFinite(after) && error > 0)) {
    throw new RangeError(
      `reliableChange needs two finite scores and an error above 0, got ${before}, ${after} and ${error}`,
    );
  }
  const change = after - before;
  const spread = Math.SQRT2 * error;
  const half = normalQuantile(0.5 + confidence / 2) * spread;
  return {
    change,
    index: change / spread,
    interval: { low: change - half, high: change + half, level: confidence },
    direction: change > half ? "up" : change < -half ? "down" : "none",
  };
}
