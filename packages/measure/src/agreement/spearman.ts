import type { Interval } from "../bootstrap-interval.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import { pearson } from "../pearson.ts";
import { checkedConfidence } from "./figure.ts";
import type { ConfidenceOptions, Figure } from "./figure.ts";

/**
 * Spearman's rank correlation: whether two series rise and fall together, by whatever amounts. Ties share their middle
 * rank. Cost O(n log n).
 *
 * Spearman 1904, doi:10.2307/1412159: Pearson's correlation of the ranks. Interval: Fisher's z with the standard error
 * √((1 + ρ²/2)/(n − 3)) of Bonett and Wright 2000, doi:10.1007/BF02294183; it needs four pairs.
 *
 * @param first Any finite numbers.
 * @param second As many, in the same order.
 * @throws {RangeError} When the lengths differ, there are fewer than two pairs, or the confidence lies outside (0, 1).
 * @example
 * ```ts
 * import { spearman } from "@openempathic/measure";
 *
 * spearman([1, 2, 3], [1, 10, 100]).value; // => 1
 * spearman([1, 2], [5, 5]).why; // => "one of the series is constant"
 * ```
 */
export function spearman(
  first: readonly number[],
  second: readonly number[],
  options: ConfidenceOptions = {},
): Figure {
  const confidence = checkedConfidence("spearman", options);
  if (first.length !== second.length || first.length < 2) {
    throw new RangeError(
      `spearman needs two series of one length of at least 2, got ${first.length} and ${second.length}`,
    );
  }
  const value = pearson(middleRanks(first), middleRanks(second));
  if (value === undefined) return { value, why: "one of the series is constant" };
  const error = Math.sqrt((1 + value ** 2 / 2) / (first.length - 3));
  return { value, interval: fisherZ(value, error, confidence) };
}

/** An interval on Fisher's z scale; `undefined` where the standard error has none, a point where the value is ±1. */
export function fisherZ(value: number, error: number, confidence: number): Interval | undefined {
  if (!Number.isFinite(error)) return undefined;
  const half = normalQuantile(0.5 + confidence / 2) * error;
  // Rounding can carry a perfect correlation over 1, where z has no value.
  if (Math.abs(value) >= 1) return { low: value, high: value, level: confidence };
  const z = Math.atanh(value);
  return { low: Math.tanh(z - half), high: Math.tanh(z + half), level: confidence };
}

function middleRanks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to += 1;
    for (let i = from; i < to; i++) ranks[order[i] as number] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}
