import type { Interval } from "../bootstrap-interval.ts";
import { wilsonInterval } from "../distributions/wilson-interval.ts";
import type { Ratings, RatingValue } from "../ratings/ratings.ts";

/** What became of the ratings of one unit. */
export interface UnitDistribution {
  readonly unit: string;
  /** The likelihood of each class, by name; they sum to 1. */
  readonly distribution: Readonly<Record<string, number>>;
}

/** How far one rater can be relied on. */
export interface RaterReliability {
  readonly rater: string;
  /** How many ratings this rests on. */
  readonly ratings: number;
  /**
   * The share of this rater's ratings that are right, in the eyes of the method; `undefined` where there is nothing to
   * compare them with.
   */
  readonly reliability: number | undefined;
  /** Wilson's interval of that share. It takes the truth that the method inferred as known. */
  readonly interval: Interval | undefined;
}

/** Distributions over units and how reliable each rater is, both in sorted order. */
export interface Aggregation<Rater extends RaterReliability = RaterReliability> {
  readonly classes: readonly string[];
  readonly units: readonly UnitDistribution[];
  readonly raters: readonly Rater[];
}

/** What a method that is fitted in steps says about its fit. */
export interface Fit {
  /** Natural logarithm of the likelihood of the ratings; what is added to it is said by the method. */
  readonly logLikelihood: number;
  readonly iterations: number;
  /** Whether it came to rest before the steps ran out. */
  readonly converged: boolean;
}

/** When to stop. */
export interface StopRule {
  /** The largest change of any unit's distribution at which the fit counts as at rest; 1e-9 unless told. */
  readonly tolerance?: number;
  readonly maxIterations?: number;
}

/** Ratings of classes, each class by its index: those declared first, or those that occur. */
export interface ClassRatings extends Omit<Ratings, "values"> {
  readonly classes: readonly string[];
}

/**
 * The ratings with their classes by name.
 *
 * @param declared All classes that could be chosen; those that nobody chose keep their place. Those that occur, unless told.
 * @throws {RangeError} When there is no rating, or a value is not among those declared; `name` is the function called.
 */
export function classRatings<Value extends RatingValue>(
  name: string,
  ratings: Ratings<Value>,
  declared: readonly Value[] = ratings.values,
): ClassRatings {
  if (ratings.valueIndex.length === 0) throw new RangeError(`${name} needs at least one rating, got none`);
  const indices = ratings.values.map((value) => declared.indexOf(value));
  const stranger = ratings.values.find((_, i) => indices[i] === -1);
  if (stranger !== undefined) {
    throw new RangeError(`${name} needs every value among its classes, got ${JSON.stringify(stranger)}`);
  }
  const valueIndex = ratings.valueIndex.map((value) => indices[value] as number);
  return { ...ratings, valueIndex, classes: declared.map(String) };
}

/** For each unit, the share of its ratings for each class, row by row: the soft vote. */
export function softVote({ classes, units, unitStart, valueIndex }: ClassRatings): Float64Array {
  const k = classes.length;
  const shares = new Float64Array(units.length * k);
  for (let u = 0; u < units.length; u++) {
    const from = unitStart[u] as number;
    const to = unitStart[u + 1] as number;
    for (let i = from; i < to; i++) {
      const cell = u * k + (valueIndex[i] as number);
      shares[cell] = (shares[cell] as number) + 1 / (to - from);
    }
  }
  return shares;
}

/** Distributions by name, from rows of shares. */
export function namedDistributions(
  { units, classes }: ClassRatings,
  shares: Float64Array,
): readonly UnitDistribution[] {
  return units.map((unit, u) => ({
    unit,
    distribution: Object.fromEntries(
      classes.map((name, c) => [name, shares[u * classes.length + c] as number]),
    ),
  }));
}

/** Each rater's expected number of right ratings under distributions over units, as a share with its interval. */
export function expectedReliability(
  ratings: ClassRatings,
  shares: Float64Array,
): readonly RaterReliability[] {
  const { raters, units, unitStart, raterIndex, valueIndex, classes } = ratings;
  const right = new Float64Array(raters.length);
  const all = new Float64Array(raters.length);
  for (let u = 0; u < units.length; u++) {
    for (let i = unitStart[u] as number; i < (unitStart[u + 1] as number); i++) {
      const rater = raterIndex[i] as number;
      all[rater] = (all[rater] as number) + 1;
      right[rater] =
        (right[rater] as number) + (shares[u * classes.length + (valueIndex[i] as number)] as number);
    }
  }
  return raters.map((rater, r) => reliabilityOf(rater, right[r] as number, all[r] as number));
}

/** @param ratings 0 where there is nothing to compare with. */
export function reliabilityOf(rater: string, right: number, ratings: number): RaterReliability {
  if (ratings === 0) return { rater, ratings, reliability: undefined, interval: undefined };
  // Sums of likelihoods can pass their bounds by rounding.
  const within = Math.min(Math.max(right, 0), ratings);
  return { rater, ratings, reliability: within / ratings, interval: wilsonInterval(within, ratings) };
}
