import { bootstrapInterval } from "../bootstrap-interval.ts";
import type { Interval } from "../bootstrap-interval.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { checkedConfidence } from "./figure.ts";
import type { BootstrapRequest, ConfidenceOptions, Figure } from "./figure.ts";

export interface PairFigureOptions extends ConfidenceOptions {
  /** Asks for the bootstrap over pairs instead of the interval by formula. */
  readonly bootstrap?: BootstrapRequest;
}

/**
 * Lin's concordance correlation coefficient: how close pairs of numbers come to being equal, not merely in line.
 *
 * Lin 1989, doi:10.2307/2532051, with variances divided by n as there. Interval: Fisher's z with Lin's variance as
 * corrected in Biometrics 56, 2000, p. 324, doi:10.1111/j.0006-341X.2000.00324.x.
 *
 * @param first Finite numbers.
 * @param second As many, in the same order.
 * @returns Without a value, and with the reason, where all numbers are equal. The interval needs three pairs.
 * @throws {RangeError} When the lengths differ, there are fewer than two pairs, or the confidence lies outside (0, 1).
 * @example
 * ```ts
 * import { concordanceCorrelation } from "@openempathic/measure";
 *
 * concordanceCorrelation([1, 2, 3], [1, 2, 3]).value; // => 1
 * concordanceCorrelation([1, 2, 3], [2, 3, 4]).value?.toFixed(6); // => "0.571429"
 * ```
 */
export function concordanceCorrelation(
  first: readonly number[],
  second: readonly number[],
  options: PairFigureOptions = {},
): Figure {
  const confidence = checkedConfidence("concordanceCorrelation", options);
  const cases = first.length;
  if (cases !== second.length || cases < 2) {
    throw new RangeError(
      `concordanceCorrelation needs two series of one length of at least 2, got ${cases} and ${second.length}`,
    );
  }
  const of = (chosen: ArrayLike<number>): Concordance | undefined => concordance(first, second, chosen);
  const whole = of(Int32Array.from(first, (_, i) => i));
  if (whole === undefined) {
    return { value: undefined, why: "all numbers are equal, so there is no variation to agree on" };
  }
  const interval = options.bootstrap
    ? bootstrapInterval((chosen) => of(chosen)?.value, { ...options.bootstrap, cases, level: confidence })
    : fisherInterval(whole, cases, confidence);
  return { value: whole.value, interval };
}

interface Concordance {
  readonly value: number;
  /** How far the line of best fit is from the diagonal: 1 on it. */
  readonly accuracy: number;
  readonly correlation: number;
  /** Difference of the means over the geometric mean of the standard deviations, squared. */
  readonly shiftSquared: number;
}

function concordance(
  first: readonly number[],
  second: readonly number[],
  chosen: ArrayLike<number>,
): Concordance | undefined {
  const count = chosen.length;
  let a = 0;
  let b = 0;
  for (let i = 0; i < count; i++) {
    a += (first[chosen[i] as number] as number) / count;
    b += (second[chosen[i] as number] as number) / count;
  }
  let aa = 0;
  let bb = 0;
  let ab = 0;
  for (let i = 0; i < count; i++) {
    const da = (first[chosen[i] as number] as number) - a;
    const db = (second[chosen[i] as number] as number) - b;
    aa += (da * da) / count;
    bb += (db * db) / count;
    ab += (da * db) / count;
  }
  const spread = aa + bb + (a - b) ** 2;
  if (spread === 0) return undefined;
  const product = Math.sqrt(aa * bb);
  return {
    value: (2 * ab) / spread,
    accuracy: (2 * product) / spread,
    correlation: product === 0 ? 0 : ab / product,
    shiftSquared: product === 0 ? Infinity : (a - b) ** 2 / product,
  };
}

function fisherInterval(
  { value, accuracy, correlation, shiftSquared }: Concordance,
  cases: number,
  confidence: number,
): Interval | undefined {
  if (cases < 3 || accuracy === 0) return undefined;
  // A line through all points leaves no spread for the formula, except for what the shift adds.
  if (Math.abs(value) >= 1) return { low: value, high: value, level: confidence };
  const variance =
    ((1 - correlation ** 2) * accuracy ** 2 * (1 - value ** 2) +
      2 * value ** 2 * accuracy * (1 - value) * shiftSquared -
      0.5 * value ** 2 * accuracy ** 2 * shiftSquared ** 2) /
    (cases - 2);
  const half = (normalQuantile(0.5 + confidence / 2) * Math.sqrt(Math.max(0, variance))) / (1 - value ** 2);
  const z = Math.atanh(value);
  return { low: Math.tanh(z - half), high: Math.tanh(z + half), level: confidence };
}
