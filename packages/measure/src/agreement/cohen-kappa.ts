import { bootstrapInterval } from "../bootstrap-interval.ts";
import type { Interval } from "../bootstrap-interval.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import type { Ratings, RatingValue } from "../ratings/ratings.ts";
import { checkedConfidence } from "./figure.ts";
import type { Agreement, BootstrapRequest, ConfidenceOptions } from "./figure.ts";
import { ratingPairs } from "./rating-pairs.ts";
import { scalePositions } from "./scale-positions.ts";

/** What a disagreement costs: the same whatever it is, its distance on the scale, or the square of that. */
export type KappaWeights = "none" | "linear" | "quadratic";

export interface CohenKappaOptions<Value extends RatingValue = RatingValue> extends ConfidenceOptions {
  /** "none" unless told. */
  readonly weights?: KappaWeights;
  /** The declared scale in its order; points that nobody used keep their place. Numbers need none. */
  readonly scale?: readonly Value[];
  /** Asks for the bootstrap over units instead of the interval by formula. */
  readonly bootstrap?: BootstrapRequest;
}

/**
 * Cohen's kappa: agreement beyond chance of two raters, plain or weighted by how far apart their answers are. Only
 * units that both rated count.
 *
 * Cohen 1960, doi:10.1177/001316446002000104; weighted: Cohen 1968, doi:10.1037/h0026256, equation 8,
 * κ = 1 − Σ v p_o / Σ v p_e. Linear weights: Cicchetti and Allison 1971; quadratic: Fleiss and Cohen 1973,
 * doi:10.1177/001316447303300309. On a declared scale the distance is that of places, without one that of the numbers.
 * Interval: Fleiss, Cohen and Everitt 1969, doi:10.1037/h0028106, equation 8, for a kappa other than 0, normal.
 *
 * @returns Without a value, and with the reason, where chance alone would give full agreement, no unit was rated by
 *   both, or there are not two raters.
 * @throws {TypeError} When texts are to be weighted without a scale.
 * @throws {RangeError} When a value is not on the scale, or the confidence lies outside (0, 1).
 * @example
 * ```ts
 * import { cohenKappa, ratingsFromTable } from "@openempathic/measure";
 *
 * const ratings = ratingsFromTable([[1, 1], [2, 2], [3, 4], [4, 3]]);
 * cohenKappa(ratings).value?.toFixed(6); // => "0.333333"
 * cohenKappa(ratings, { weights: "quadratic" }).value?.toFixed(6); // => "0.800000"
 * ```
 */
export function cohenKappa<Value extends RatingValue>(
  ratings: Ratings<Value>,
  options: CohenKappaOptions<Value> = {},
): Agreement {
  const confidence = checkedConfidence("cohenKappa", options);
  const { weights = "none", scale, bootstrap } = options;
  const positions =
    weights === "none" && scale === undefined
      ? Float64Array.from(ratings.values, (_, i) => i)
      : scalePositions(ratings, "ordinal", scale);
  const pairs = ratingPairs(ratings, "Cohen's kappa");
  if (typeof pairs === "string") return { value: undefined, why: pairs, units: 0, pairable: 0 };
  const [first, second] = pairs;
  const base = { units: first.length, pairable: 2 * first.length };
  if (base.units === 0) return { ...base, value: undefined, why: "no unit was rated by both raters" };
  const all = Int32Array.from(first, (_, i) => i);
  const tableOf = (units: Int32Array): PairTable => pairTable([first, second], units, { positions, weights });

  const table = tableOf(all);
  const value = kappaOf(table);
  if (value === undefined) {
    return { ...base, value, why: "both raters gave every unit the same value, so chance explains it all" };
  }
  const interval = bootstrap
    ? bootstrapInterval((units) => kappaOf(tableOf(units)), {
        ...bootstrap,
        cases: base.units,
        level: confidence,
      })
    : formulaInterval(table, value, confidence);
  return { ...base, value, interval };
}

/** Shares of each pair of answers, with what each pair costs. */
interface PairTable {
  readonly size: number;
  readonly cases: number;
  readonly share: Float64Array;
  readonly cost: Float64Array;
  readonly rows: Float64Array;
  readonly columns: Float64Array;
}

function pairTable(
  [first, second]: readonly [Int32Array, Int32Array],
  units: Int32Array,
  { positions, weights }: { readonly positions: Float64Array; readonly weights: KappaWeights },
): PairTable {
  const size = positions.length;
  const share = new Float64Array(size * size);
  const rows = new Float64Array(size);
  const columns = new Float64Array(size);
  const one = 1 / units.length;
  for (const i of units) {
    const a = first[i] as number;
    const b = second[i] as number;
    share[a * size + b] = (share[a * size + b] as number) + one;
    rows[a] = (rows[a] as number) + one;
    columns[b] = (columns[b] as number) + one;
  }
  // Costs are a share of the largest, as agreement weights need them in [0, 1]; kappa does not depend on it.
  const range =
    positions.reduce((most, p) => Math.max(most, p), -Infinity) -
    positions.reduce((least, p) => Math.min(least, p), Infinity);
  const cost = share.map((_, cell) => {
    const a = Math.floor(cell / size);
    const b = cell % size;
    if (a === b) return 0;
    const distance = Math.abs((positions[a] as number) - (positions[b] as number)) / range;
    return weights === "none" ? 1 : weights === "linear" ? distance : distance * distance;
  });
  return { size, cases: units.length, share, cost, rows, columns };
}

function kappaOf({ size, share, cost, rows, columns }: PairTable): number | undefined {
  let observed = 0;
  let expected = 0;
  for (let cell = 0; cell < share.length; cell++) {
    const chance = (rows[Math.floor(cell / size)] as number) * (columns[cell % size] as number);
    observed += (cost[cell] as number) * (share[cell] as number);
    expected += (cost[cell] as number) * chance;
  }
  return expected === 0 ? undefined : 1 - observed / expected;
}

function formulaInterval(table: PairTable, kappa: number, confidence: number): Interval {
  const { size, cases, share, cost, rows, columns } = table;
  const rowMean = new Float64Array(size);
  const columnMean = new Float64Array(size);
  let agreed = 0;
  let chance = 0;
  for (let cell = 0; cell < share.length; cell++) {
    const a = Math.floor(cell / size);
    const b = cell % size;
    const weight = 1 - (cost[cell] as number);
    rowMean[a] = (rowMean[a] as number) + weight * (columns[b] as number);
    columnMean[b] = (columnMean[b] as number) + weight * (rows[a] as number);
    agreed += weight * (share[cell] as number);
    chance += weight * (rows[a] as number) * (columns[b] as number);
  }
  let sum = 0;
  for (let cell = 0; cell < share.length; cell++) {
    const means = (rowMean[Math.floor(cell / size)] as number) + (columnMean[cell % size] as number);
    const term = (1 - (cost[cell] as number)) * (1 - chance) - means * (1 - agreed);
    sum += (share[cell] as number) * term * term;
  }
  const variance = (sum - (agreed * chance - 2 * chance + agreed) ** 2) / (cases * (1 - chance) ** 4);
  const half = normalQuantile(0.5 + confidence / 2) * Math.sqrt(Math.max(0, variance));
  return { low: kappa - half, high: Math.min(1, kappa + half), level: confidence };
}
