import type { Ratings } from "../ratings/ratings.ts";

/**
 * The values that two raters gave to the units that both rated, in the order of the units; or why there is no such
 * pair of raters, with the name of the figure that needs one.
 */
export function ratingPairs(
  ratings: Ratings,
  figure: string,
): readonly [first: Int32Array, second: Int32Array] | string {
  const { raters, units, unitStart, raterIndex, valueIndex } = ratings;
  if (raters.length !== 2) return `${figure} needs two raters, got ${String(raters.length)}`;
  const first: number[] = [];
  const second: number[] = [];
  for (const [u, unit] of units.entries()) {
    const from = unitStart[u] as number;
    const answers = (unitStart[u + 1] as number) - from;
    if (answers < 2) continue;
    // Ratings of a unit are sorted by rater, so two of different raters are the first's and the second's.
    if (answers > 2 || raterIndex[from] === raterIndex[from + 1]) {
      return `${figure} needs one answer of each rater, got more about ${unit}`;
    }
    first.push(valueIndex[from] as number);
    second.push(valueIndex[from + 1] as number);
  }
  return [Int32Array.from(first), Int32Array.from(second)];
}
