import { checkedConfidence } from "./figure.ts";
import type { ConfidenceOptions, Figure } from "./figure.ts";
import { fisherZ } from "./spearman.ts";

/**
 * Kendall's tau-b: of all pairs of cases, how many more are in the same order in both series than in opposite order,
 * with a correction for ties. Cost O(n log n).
 *
 * Kendall 1945, doi:10.1093/biomet/33.3.239; counted as Knight 1966, doi:10.1080/01621459.1966.10480879. Interval:
 * Fisher's z with the standard error √(0.437/(n − 4)) of Fieller, Hartley and Pearson 1957,
 * doi:10.1093/biomet/44.3-4.470; made for small to middling tau (below 0.8), it needs five pairs.
 *
 * @param first Any finite numbers.
 * @param second As many, in the same order.
 * @throws {RangeError} When the lengths differ, there are fewer than two pairs, or the confidence lies outside (0, 1).
 * @example
 * ```ts
 * import { kendallTau } from "@openempathic/measure";
 *
 * kendallTau([1, 2, 3, 4], [1, 2, 4, 3]).value?.toFixed(6); // => "0.666667"
 * kendallTau([1, 1], [1, 2]).why; // => "one of the series is constant"
 * ```
 */
export function kendallTau(
  first: readonly number[],
  second: readonly number[],
  options: ConfidenceOptions = {},
): Figure {
  const confidence = checkedConfidence("kendallTau", options);
  const n = first.length;
  if (n !== second.length || n < 2) {
    throw new RangeError(
      `kendallTau needs two series of one length of at least 2, got ${n} and ${second.length}`,
    );
  }
  const order = first
    .map((_, i) => i)
    .sort(
      (a, b) => (first[a] as number) - (first[b] as number) || (second[a] as number) - (second[b] as number),
    );
  const a = Float64Array.from(order, (i) => first[i] as number);
  const b = Float64Array.from(order, (i) => second[i] as number);
  const pairs = (n * (n - 1)) / 2;
  const tiedFirst = tiedPairs(n, (i) => a[i] === a[i - 1]);
  const tiedBoth = tiedPairs(n, (i) => a[i] === a[i - 1] && b[i] === b[i - 1]);
  const swaps = sortCountingSwaps(b);
  const tiedSecond = tiedPairs(n, (i) => b[i] === b[i - 1]);
  if (tiedFirst === pairs || tiedSecond === pairs) {
    return { value: undefined, why: "one of the series is constant" };
  }
  const difference = pairs - tiedFirst - tiedSecond + tiedBoth - 2 * swaps;
  const value = difference / Math.sqrt((pairs - tiedFirst) * (pairs - tiedSecond));
  return { value, interval: n > 4 ? fisherZ(value, Math.sqrt(0.437 / (n - 4)), confidence) : undefined };
}

/** How many pairs are tied, where equal cases stand side by side. */
function tiedPairs(count: number, isLikeBefore: (i: number) => boolean): number {
  let pairs = 0;
  let run = 0;
  for (let i = 1; i < count; i++) {
    run = isLikeBefore(i) ? run + 1 : 0;
    pairs += run;
  }
  return pairs;
}

/** Sorts in place by merging, and counts the pairs that stood in the wrong order. */
function sortCountingSwaps(values: Float64Array): number {
  let swaps = 0;
  const merged = new Float64Array(values.length);
  for (let width = 1; width < values.length; width *= 2) {
    for (let from = 0; from < values.length; from += 2 * width) {
      const middle = Math.min(from + width, values.length);
      const to = Math.min(from + 2 * width, values.length);
      let left = from;
      let right = middle;
      for (let at = from; at < to; at++) {
        const takeRight =
          left === middle || (right < to && (values[right] as number) < (values[left] as number));
        if (takeRight) {
          swaps += middle - left;
          merged[at] = values[right++] as number;
        } else merged[at] = values[left++] as number;
      }
    }
    values.set(merged);
  }
  return swaps;
}
