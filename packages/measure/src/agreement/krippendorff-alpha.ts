import { bootstrapInterval } from "../bootstrap-interval.ts";
import type { Ratings, RatingValue } from "../ratings/ratings.ts";
import { countByUnit } from "../ratings/unit-counts.ts";
import type { UnitCounts } from "../ratings/unit-counts.ts";
import { disagreementOf } from "./disagreement.ts";
import type { Disagreement, MeasurementLevel } from "./disagreement.ts";
import { checkedConfidence } from "./figure.ts";
import type { Agreement, BootstrapRequest, ConfidenceOptions } from "./figure.ts";
import { scalePositions } from "./scale-positions.ts";

export interface KrippendorffAlphaOptions<Value extends RatingValue = RatingValue> extends ConfidenceOptions {
  /** What differences mean: nothing but difference, order, distance, or distance in proportion to size. */
  readonly level: MeasurementLevel;
  /** The order of the values for the ordinal level; numbers need none. */
  readonly scale?: readonly Value[];
  /** Asks for an interval: a bootstrap over units. */
  readonly bootstrap?: BootstrapRequest;
}

/**
 * Krippendorff's alpha: how far any number of raters agree beyond what chance would give, on any level of measurement,
 * where some may be missing. 1 is perfect, 0 is chance, below 0 is systematic disagreement. Cost O(n) for n ratings
 * (and O(v²) for v different values on the ratio level).
 *
 * Krippendorff 2011, "Computing Krippendorff's alpha-reliability", https://repository.upenn.edu/asc_papers/43:
 * α = 1 − D_o/D_e from the coincidences within units; for the ordinal level the difference of two values is that of
 * their mid-ranks among all pairable ratings. The interval is the percentile bootstrap over whole units (not the
 * resampling of single coincidences of Hayes and Krippendorff 2007, which takes pairs of one unit as independent).
 *
 * @returns Without a value, and with the reason, where expected disagreement is 0 or nothing can be compared.
 * @throws {TypeError} When texts are to be measured on a level that needs numbers, or ordinally without a scale.
 * @throws {RangeError} When a value is not on the scale, or the confidence lies outside (0, 1).
 * @example
 * ```ts
 * import { krippendorffAlpha, ratingsFromTable } from "@openempathic/measure";
 *
 * krippendorffAlpha(ratingsFromTable([["a", "a"], ["b", "b"]]), { level: "nominal" }).value; // => 1
 * krippendorffAlpha(ratingsFromTable([["a", "a"], ["a", "a"]]), { level: "nominal" }).why; // => "every rating is the same, so no disagreement could be expected"
 * krippendorffAlpha(ratingsFromTable([["a", "b"]]), { level: "interval" }); // throws TypeError
 * ```
 */
export function krippendorffAlpha<Value extends RatingValue>(
  ratings: Ratings<Value>,
  options: KrippendorffAlphaOptions<Value>,
): Agreement {
  const { level, scale, bootstrap } = options;
  const confidence = checkedConfidence("krippendorffAlpha", options);
  const positions =
    level === "nominal"
      ? Float64Array.from(ratings.values, (_, i) => i)
      : scalePositions(ratings, level, scale);
  const counts = countByUnit(ratings, 2);
  const base = { units: counts.ratings.length, pairable: counts.ratingCount };
  if (base.units === 0) return { ...base, value: undefined, why: "no unit has two ratings to compare" };
  if (level === "ratio" && positions.some((position) => position < 0)) {
    return { ...base, value: undefined, why: "the ratio level has no numbers below 0" };
  }
  const disagreement = disagreementOf(level, positions);
  const alphaOf = alphaFor(counts, disagreement);
  const value = alphaOf(Int32Array.from(counts.ratings, (_, u) => u));
  if (value === undefined) {
    return { ...base, value, why: "every rating is the same, so no disagreement could be expected" };
  }
  const interval =
    bootstrap && bootstrapInterval(alphaOf, { ...bootstrap, cases: base.units, level: confidence });
  return { ...base, value, interval };
}

/** Alpha of any choice of units, repeats allowed; `undefined` where expected disagreement is 0. */
function alphaFor(counts: UnitCounts, disagreement: Disagreement): (units: Int32Array) => number | undefined {
  const { start, value, count, ratings, valueCount } = counts;
  const within = (u: number, positions: Float64Array): number => {
    const from = start[u] as number;
    const to = start[u + 1] as number;
    // Most units of a good codebook hold one value.
    if (to - from === 1) return 0;
    const pairs = { value: value.subarray(from, to), count: count.subarray(from, to) };
    return disagreement.ofPairs(pairs, positions) / ((ratings[u] as number) - 1);
  };
  const fixed = disagreement.isFixed
    ? Float64Array.from(ratings, (_, u) => within(u, disagreement.positions))
    : undefined;
  const everyValue = Int32Array.from({ length: valueCount }, (_, i) => i);

  return (units) => {
    const totals = new Float64Array(valueCount);
    let pairable = 0;
    for (const u of units) {
      pairable += ratings[u] as number;
      for (let i = start[u] as number; i < (start[u + 1] as number); i++) {
        totals[value[i] as number] = (totals[value[i] as number] as number) + (count[i] as number);
      }
    }
    if (totals.reduce((used, total) => used + (total > 0 ? 1 : 0), 0) < 2) return undefined;
    const positions = disagreement.isFixed ? disagreement.positions : disagreement.rank(totals);
    const expected = disagreement.ofPairs({ value: everyValue, count: totals }, positions) / (pairable - 1);
    let observed = 0;
    for (const u of units) observed += fixed === undefined ? within(u, positions) : (fixed[u] as number);
    return 1 - observed / expected;
  };
}
