import { bootstrapInterval } from "../bootstrap-interval.ts";
import type { Ratings, RatingValue } from "../ratings/ratings.ts";
import { countByUnit } from "../ratings/unit-counts.ts";
import type { UnitCounts } from "../ratings/unit-counts.ts";
import { checkedConfidence } from "./figure.ts";
import type { Agreement } from "./figure.ts";
import { agreedShares, linearisedInterval } from "./fleiss-kappa.ts";
import type { NominalAgreementOptions } from "./fleiss-kappa.ts";

export interface GwetAc1Options<Value extends RatingValue = RatingValue> extends NominalAgreementOptions {
  /** All categories that could be chosen: those that nobody chose count too. Those that occur, unless told. */
  readonly scale?: readonly Value[];
}

interface Ac1Parts {
  readonly shares: Float64Array;
  readonly chance: number;
  readonly value: number;
  /** Units over units with two ratings. */
  readonly weight: number;
}

/**
 * Gwet's AC1: agreement beyond chance on categories, for any number of raters, some missing. It stays meaningful where
 * nearly everybody chooses the same category, where kappa collapses.
 *
 * Gwet 2008, doi:10.1348/000711006X126600: chance is Σ π(1 − π)/(q − 1) over q categories, π the mean share over all
 * rated units; observed agreement over units with two ratings. Interval: his linearised variance over units (equation
 * 34, without correction for a finite population) with Student's t.
 *
 * @returns Without a value, and with the reason, where no unit has two ratings or there is only one category.
 * @throws {RangeError} When a value is not among the categories, or the confidence lies outside (0, 1).
 * @example
 * ```ts
 * import { gwetAc1, ratingsFromTable } from "@openempathic/measure";
 *
 * gwetAc1(ratingsFromTable([["a", "a"], ["b", "b"]])).value; // => 1
 * gwetAc1(ratingsFromTable([["a", "a"], ["a", "a"]])).why; // => "only one category is known; declare the others to say what chance would give"
 * gwetAc1(ratingsFromTable([["a", "a"], ["a", "a"]]), { scale: ["a", "b"] }).value; // => 1
 * ```
 */
export function gwetAc1<Value extends RatingValue>(
  ratings: Ratings<Value>,
  options: GwetAc1Options<Value> = {},
): Agreement {
  const confidence = checkedConfidence("gwetAc1", options);
  const { scale = ratings.values, bootstrap } = options;
  const stranger = ratings.values.find((value) => !scale.includes(value));
  if (stranger !== undefined) {
    throw new RangeError(`gwetAc1 needs every value on the scale, got ${JSON.stringify(stranger)}`);
  }
  const counts = countByUnit(ratings, 1);
  const agreed = agreedShares(counts);
  const paired = counts.ratings.filter((size) => size > 1);
  const base = { units: paired.length, pairable: paired.reduce((sum, size) => sum + size, 0) };
  if (base.units === 0) return { ...base, value: undefined, why: "no unit has two ratings to compare" };
  const categories = new Set(scale).size;
  if (categories < 2) {
    return {
      ...base,
      value: undefined,
      why: "only one category is known; declare the others to say what chance would give",
    };
  }
  const partsOf = (units: Int32Array): Ac1Parts | undefined =>
    ac1Parts({ counts, agreed, categories }, units);
  const parts = partsOf(Int32Array.from(agreed, (_, u) => u)) as Ac1Parts;
  const interval = bootstrap
    ? bootstrapInterval((units) => partsOf(units)?.value, {
        ...bootstrap,
        cases: agreed.length,
        level: confidence,
      })
    : linearisedInterval(influences({ counts, agreed, categories }, parts), parts.value, confidence);
  return { ...base, value: parts.value, interval };
}

interface Ac1Data {
  readonly counts: UnitCounts;
  readonly agreed: Float64Array;
  readonly categories: number;
}

function ac1Parts({ counts, agreed, categories }: Ac1Data, units: Int32Array): Ac1Parts | undefined {
  const { start, value, count, ratings } = counts;
  const shares = new Float64Array(counts.valueCount);
  let observed = 0;
  let paired = 0;
  for (const u of units) {
    const size = ratings[u] as number;
    if (size > 1) {
      paired += 1;
      observed += agreed[u] as number;
    }
    for (let i = start[u] as number; i < (start[u + 1] as number); i++) {
      const share = (count[i] as number) / (size * units.length);
      shares[value[i] as number] = (shares[value[i] as number] as number) + share;
    }
  }
  if (paired === 0) return undefined;
  const chance = shares.reduce((sum, share) => sum + share * (1 - share), 0) / (categories - 1);
  return {
    shares,
    chance,
    value: (observed / paired - chance) / (1 - chance),
    weight: units.length / paired,
  };
}

function influences({ counts, agreed, categories }: Ac1Data, parts: Ac1Parts): Float64Array {
  const { start, value, count, ratings } = counts;
  const { shares, chance, weight } = parts;
  return agreed.map((share, u) => {
    const size = ratings[u] as number;
    let chanceHere = 0;
    for (let i = start[u] as number; i < (start[u + 1] as number); i++) {
      chanceHere += ((count[i] as number) / size) * (1 - (shares[value[i] as number] as number));
    }
    chanceHere /= categories - 1;
    const own = size > 1 ? (weight * (share - chance)) / (1 - chance) : 0;
    return own - (2 * (1 - parts.value) * (chanceHere - chance)) / (1 - chance);
  });
}
