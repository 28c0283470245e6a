import { bootstrapInterval } from "../bootstrap-interval.ts";
import type { Interval } from "../bootstrap-interval.ts";
import { tQuantile } from "../distributions/t-quantile.ts";
import type { Ratings } from "../ratings/ratings.ts";
import { countByUnit } from "../ratings/unit-counts.ts";
import type { UnitCounts } from "../ratings/unit-counts.ts";
import { checkedConfidence } from "./figure.ts";
import type { Agreement, BootstrapRequest, ConfidenceOptions } from "./figure.ts";

export interface NominalAgreementOptions extends ConfidenceOptions {
  /** Asks for the bootstrap over units instead of the interval by formula. */
  readonly bootstrap?: BootstrapRequest;
}

/**
 * Fleiss' kappa: agreement beyond chance of many raters on categories, every unit rated equally often, by whomever.
 *
 * Fleiss 1971, doi:10.1037/h0031619, equations 3 to 7. Interval: Gwet 2008, doi:10.1348/000711006X126600, the
 * linearised variance over units with Student's t (Fleiss' own standard error holds only where kappa is 0).
 *
 * @returns Without a value, and with the reason, where units were rated unequally often (Krippendorff's alpha can do
 *   that) or every rating is the same.
 * @throws {RangeError} When the confidence lies outside (0, 1).
 * @example
 * ```ts
 * import { fleissKappa, ratingsFromTable } from "@openempathic/measure";
 *
 * fleissKappa(ratingsFromTable([["a", "a"], ["b", "b"], ["a", "b"], ["b", "a"]])).value; // => 0
 * ```
 */
export function fleissKappa(ratings: Ratings, options: NominalAgreementOptions = {}): Agreement {
  const confidence = checkedConfidence("fleissKappa", options);
  const counts = countByUnit(ratings, 1);
  const { start, value, count, ratingCount } = counts;
  const units = counts.ratings.length;
  const each = counts.ratings[0] ?? 0;
  const base = { units, pairable: each < 2 ? 0 : ratingCount };
  if (units === 0 || each < 2)
    return { ...base, value: undefined, why: "no unit has two ratings to compare" };
  if (counts.ratings.some((size) => size !== each)) {
    return {
      ...base,
      value: undefined,
      why: "Fleiss' kappa needs equally many ratings of each unit; Krippendorff's alpha does not",
    };
  }
  const agreed = agreedShares(counts);

  const partsOf = (chosen: Int32Array): KappaParts | undefined => {
    const shares = new Float64Array(counts.valueCount);
    let observed = 0;
    for (const u of chosen) {
      observed += (agreed[u] as number) / chosen.length;
      for (let i = start[u] as number; i < (start[u + 1] as number); i++) {
        shares[value[i] as number] =
          (shares[value[i] as number] as number) + (count[i] as number) / (each * chosen.length);
      }
    }
    if (shares.reduce((used, share) => used + (share > 0 ? 1 : 0), 0) < 2) return undefined;
    const chance = shares.reduce((sum, share) => sum + share * share, 0);
    return { shares, chance, kappa: (observed - chance) / (1 - chance) };
  };

  const parts = partsOf(Int32Array.from(agreed, (_, u) => u));
  if (parts === undefined) {
    return {
      ...base,
      value: undefined,
      why: "every rating is the same, so no disagreement could be expected",
    };
  }
  const interval = options.bootstrap
    ? bootstrapInterval((chosen) => partsOf(chosen)?.kappa, {
        ...options.bootstrap,
        cases: units,
        level: confidence,
      })
    : linearisedInterval(influences(counts, agreed, parts), parts.kappa, confidence);
  return { ...base, value: parts.kappa, interval };
}

interface KappaParts {
  readonly shares: Float64Array;
  readonly chance: number;
  readonly kappa: number;
}

/** For each unit, the share of its pairs of ratings that agree; 0 for a unit of one rating. */
export function agreedShares({ start, count, ratings }: UnitCounts): Float64Array {
  return Float64Array.from(ratings, (size, u) => {
    let alike = 0;
    for (let i = start[u] as number; i < (start[u + 1] as number); i++) {
      alike += (count[i] as number) * ((count[i] as number) - 1);
    }
    return size < 2 ? 0 : alike / (size * (size - 1));
  });
}

function influences(counts: UnitCounts, agreed: Float64Array, parts: KappaParts): Float64Array {
  const { start, value, count, ratings } = counts;
  const { shares, chance, kappa } = parts;
  return agreed.map((share, u) => {
    let chanceHere = 0;
    for (let i = start[u] as number; i < (start[u + 1] as number); i++) {
      chanceHere += ((count[i] as number) / (ratings[u] as number)) * (shares[value[i] as number] as number);
    }
    return (share - chance) / (1 - chance) - (2 * (1 - kappa) * (chanceHere - chance)) / (1 - chance);
  });
}

/** The interval of a mean of per-unit influences, by Student's t: Gwet 2008, section 4. */
export function linearisedInterval(
  perUnit: Float64Array,
  centre: number,
  confidence: number,
): Interval | undefined {
  const units = perUnit.length;
  if (units < 2) return undefined;
  const squares = perUnit.reduce((sum, influence) => sum + (influence - centre) ** 2, 0);
  const half = tQuantile(0.5 + confidence / 2, units - 1) * Math.sqrt(squares / (units * (units - 1)));
  return { low: centre - half, high: Math.min(1, centre + half), level: confidence };
}
