import type { Ratings, RatingValue } from "./ratings.ts";

/**
 * The ratings as a table again: a row for each unit, a column for each rater, `undefined` where a rater did not answer.
 *
 * @throws {RangeError} When a rater answered about a unit more than once.
 * @example
 * ```ts
 * import { ratingRows, ratingsFromTable } from "@openempathic/measure";
 *
 * ratingRows(ratingsFromTable([[1, 2], [undefined, 3]])); // => [[1, 2], [undefined, 3]]
 * ```
 */
export function ratingRows<Value extends RatingValue>(
  ratings: Ratings<Value>,
): readonly (readonly (Value | undefined)[])[] {
  return ratings.units.map((unit, u) => {
    const row = new Array<Value | undefined>(ratings.raters.length).fill(undefined);
    for (let i = ratings.unitStart[u] as number; i < (ratings.unitStart[u + 1] as number); i++) {
      const rater = ratings.raterIndex[i] as number;
      if (row[rater] !== undefined) {
        throw new RangeError(
          `ratingRows needs one answer of each rater about a unit, got two of ${String(ratings.raters[rater])} about ${unit}`,
        );
      }
      row[rater] = ratings.values[ratings.valueIndex[i] as number];
    }
    return row;
  });
}
