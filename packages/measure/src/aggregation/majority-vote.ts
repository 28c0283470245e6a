import type { Ratings, RatingValue } from "../ratings/ratings.ts";
import { classRatings, namedDistributions, reliabilityOf, softVote } from "./aggregation.ts";
import type { Aggregation, ClassRatings, RaterReliability, UnitDistribution } from "./aggregation.ts";

/** The distribution of a unit with the classes that most raters chose. */
export interface MajorityUnit extends UnitDistribution {
  /** More than one where they are tied: a tie is not settled by chance. */
  readonly majority: readonly string[];
}

export interface MajorityAggregation extends Aggregation {
  readonly units: readonly MajorityUnit[];
}

/**
 * The vote: each unit's distribution is the share of its ratings for each class, every rater counting alike.
 *
 * A rater's reliability is the share of his or her ratings that name the class that most of the unit's *other* raters
 * chose, a tie of t classes counting 1/t; units that nobody else rated do not count. Wilson's interval.
 *
 * @param options.classes All classes that could be chosen; those that occur, unless told.
 * @throws {RangeError} When there is no rating, or a value is not among the classes.
 * @example
 * ```ts
 * import { majorityVote, ratingsFromTable } from "@openempathic/measure";
 *
 * majorityVote(ratingsFromTable([["joy", "joy", "awe", "joy"]])).units[0]?.distribution; // => { awe: 0.25, joy: 0.75 }
 * ```
 */
export function majorityVote<Value extends RatingValue>(
  ratings: Ratings<Value>,
  { classes }: { readonly classes?: readonly Value[] } = {},
): MajorityAggregation {
  const data = classRatings("majorityVote", ratings, classes);
  const shares = softVote(data);
  const k = data.classes.length;
  const units = namedDistributions(data, shares).map((unit, u) => {
    const row = shares.subarray(u * k, (u + 1) * k);
    const most = row.reduce((a, b) => Math.max(a, b), 0);
    // Shares of one unit are sums of the same number, so equal counts give equal shares.
    return { ...unit, majority: data.classes.filter((_, c) => row[c] === most) };
  });
  return { classes: data.classes, units, raters: agreementWithOthers(data) };
}

function agreementWithOthers(data: ClassRatings): readonly RaterReliability[] {
  const { raters, units, unitStart, raterIndex, valueIndex, classes } = data;
  const right = new Float64Array(raters.length);
  const all = new Float64Array(raters.length);
  const counts = new Float64Array(classes.length);
  for (let u = 0; u < units.length; u++) {
    const from = unitStart[u] as number;
    const to = unitStart[u + 1] as number;
    counts.fill(0);
    for (let i = from; i < to; i++) add(counts, valueIndex[i] as number, 1);
    for (let i = from; i < to; i++) {
      const rater = raterIndex[i] as number;
      const own = ownCounts(data, [from, to], rater);
      if (own.total === to - from) continue;
      const others = counts.map((count, c) => count - (own.counts.get(c) ?? 0));
      const most = others.reduce((a, b) => Math.max(a, b), 0);
      const tied = others.reduce((sum, count) => sum + (count === most ? 1 : 0), 0);
      add(all, rater, 1);
      if (others[valueIndex[i] as number] === most) add(right, rater, 1 / tied);
    }
  }
  return raters.map((rater, r) => reliabilityOf(rater, right[r] as number, all[r] as number));
}

/** What one rater said about a unit: mostly one thing, but somebody may be asked again. */
function ownCounts(
  { raterIndex, valueIndex }: ClassRatings,
  [from, to]: readonly [number, number],
  rater: number,
): { readonly counts: ReadonlyMap<number, number>; readonly total: number } {
  const counts = new Map<number, number>();
  let total = 0;
  for (let i = from; i < to; i++) {
    if (raterIndex[i] !== rater) continue;
    total += 1;
    counts.set(valueIndex[i] as number, (counts.get(valueIndex[i] as number) ?? 0) + 1);
  }
  return { counts, total };
}

function add(sums: Float64Array, at: number, amount: number): void {
  sums[at] = (sums[at] as number) + amount;
}
