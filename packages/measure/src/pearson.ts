/**
 * Pearson's product-moment correlation: how well two series go up and down together, from -1 to 1. Cost O(n).
 *
 * Pearson 1895, doi:10.1098/rspl.1895.0041; the sample formula, without correction for small samples.
 *
 * @param first Any finite numbers.
 * @param second As many, in the same order.
 * @returns `undefined` where either series is constant: then there is no correlation.
 * @throws {RangeError} When the lengths differ or there are fewer than two numbers.
 * @example
 * ```ts
 * import { pearson } from "@openempathic/measure";
 *
 * pearson([1, 2, 3], [2, 4, 6]); // => 1
 * pearson([1, 2, 3], [5, 5, 5]); // => undefined
 * pearson([1], [1]); // throws RangeError
 * ```
 */
export function pearson(first: readonly number[], second: readonly number[]): number | undefined {
  const count = first.length;
  if (count !== second.length || count < 2) {
    throw new RangeError(
      `pearson needs two series of one length of at least 2, got ${count} and ${second.length}`,
    );
  }
  const firstMean = mean(first);
  const secondMean = mean(second);
  let both = 0;
  let firstSquares = 0;
  let secondSquares = 0;
  for (let i = 0; i < count; i++) {
    const a = (first[i] as number) - firstMean;
    const b = (second[i] as number) - secondMean;
    both += a * b;
    firstSquares += a * a;
    secondSquares += b * b;
  }
  if (firstSquares === 0 || secondSquares === 0) return undefined;
  return both / Math.sqrt(firstSquares * secondSquares);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
