import { CATEGORIES } from "./category.ts";
import type { CategoryId } from "./category.ts";
import { ESTIMATE_SCHEMA } from "./estimate.ts";
import type { Abstention, Dimension, Dimensions, Estimate, Likelihoods, Spread } from "./estimate.ts";
import { logOddsOf, probabilityOf } from "./log-odds.ts";

/** How far a reading is to be believed, in [0, 1]: 1 as its own figures say, 0 not at all. */
export type Reliability = number;

/** One estimate with how far it is to be believed (1 where not said). */
export interface Reading {
  readonly estimate: Estimate;
  readonly reliability?: Reliability;
}

interface Part<Value> {
  readonly value: Value;
  readonly weight: number;
}

const DIMENSIONS: readonly Dimension[] = ["valence", "arousal", "dominance"];

// Cromwell's rule (Lindley 1985, Making Decisions, 2nd ed., p. 104): no model may be so sure that nothing could
// change its mind. Used only inside the pool, so that 0 against 1 is a disagreement and not a division by zero.
const CROMWELL = 1e-6;

/**
 * Joins what several modalities told of one moment into one estimate.
 *
 * Likelihoods are joined by the logarithmic opinion pool: the mean of their log-odds, weighted by reliability
 * (Genest & Zidek 1986, doi:10.1214/ss/1177013825, eq. 3.6, weights summing to 1). Dimensions are joined by
 * precision (reliability / sd²) under covariance intersection, which takes the weighted mean of the precisions
 * and not their sum, because models that learned from alike data share errors of unknown size (Julier & Uhlmann
 * 1997, doi:10.1109/ACC.1997.609105). Where means disagree by more than their spreads explain, the standard
 * deviation is multiplied by the Birge ratio, √(χ² / (n - 1)) (Birge 1932, doi:10.1103/PhysRev.40.207).
 *
 * So the result is order-free, lies between its parts, and is never more certain than the most certain of them;
 * saying a thing twice adds nothing. A category or dimension that no reading assessed stays missing. An
 * abstention and a reading of reliability 0 contribute nothing; if nothing contributes, the result abstains.
 * Where the person spoke (`self-report`), only their word counts for what they named. Evidence and spans belong
 * to single signals and are not carried over.
 *
 * @throws RangeError without readings, or for a reliability outside [0, 1]
 *
 * @example
 * ```ts
 * import { fuse, makeEstimate } from "@openempathic/affect";
 *
 * const source = { kind: "model", id: "m", version: "1" } as const;
 * const text = makeEstimate({ modality: "text", likelihood: { Sadness: 0.8 }, source });
 * const voice = makeEstimate({ modality: "voice", likelihood: { Sadness: 0.2, Fatigue: 0.6 }, source });
 * fuse([{ estimate: text }, { estimate: voice }]).likelihood; // => { Sadness: 0.5, Fatigue: 0.6 }
 * fuse([]); // throws RangeError
 * ```
 */
export function fuse(readings: readonly Reading[]): Estimate {
  if (readings.length === 0) throw new RangeError("fuse needs at least one reading, got none");
  for (const { reliability } of readings) {
    if (reliability !== undefined && !(reliability >= 0 && reliability <= 1)) {
      throw new RangeError(`fuse needs reliabilities in [0, 1], got ${reliability}`);
    }
  }
  const speaking = readings.filter(
    ({ estimate, reliability }) => estimate.abstained === null && reliability !== 0,
  );
  return {
    schema: ESTIMATE_SCHEMA,
    modality: "fused",
    likelihood: fuseLikelihoods(speaking),
    dimensions: fuseDimensions(speaking),
    abstained: speaking.length === 0 ? joinAbstentions(readings) : null,
    evidence: [],
    source: { kind: "model", id: "fusion", version: "1.0.0" },
  };
}

function fuseLikelihoods(readings: readonly Reading[]): Likelihoods {
  const likelihood: Partial<Record<CategoryId, number>> = {};
  for (const { id } of CATEGORIES) {
    const parts = partsOf(readings, (estimate) => estimate.likelihood[id]);
    if (parts.length > 0) likelihood[id] = poolLogOdds(parts);
  }
  return likelihood;
}

function fuseDimensions(readings: readonly Reading[]): Dimensions {
  const dimensions: Partial<Record<Dimension, Spread>> = {};
  for (const dimension of DIMENSIONS) {
    const parts = partsOf(readings, (estimate) => estimate.dimensions[dimension]);
    if (parts.length > 0) dimensions[dimension] = poolSpreads(parts);
  }
  return dimensions;
}

/** What the readings say of one thing; the person's own word, where there is one, displaces the others. */
function partsOf<Value>(
  readings: readonly Reading[],
  read: (estimate: Estimate) => Value | undefined,
): readonly Part<Value>[] {
  const said: Part<Value>[] = [];
  const inferred: Part<Value>[] = [];
  for (const { estimate, reliability = 1 } of readings) {
    const value = read(estimate);
    if (value === undefined) continue;
    (estimate.modality === "self-report" ? said : inferred).push({ value, weight: reliability });
  }
  return said.length > 0 ? said : inferred;
}

function poolLogOdds(parts: readonly Part<number>[]): number {
  const values = parts.map((part) => part.value);
  const pooled =
    sum(parts.map(({ value, weight }) => weight * logOddsOf(between(value, CROMWELL, 1 - CROMWELL)))) /
    sum(parts.map((part) => part.weight));
  return between(probabilityOf(pooled), Math.min(...values), Math.max(...values));
}

function poolSpreads(parts: readonly Part<Spread>[]): Spread {
  const means = parts.map((part) => part.value.mean);
  const precisions = parts.map(({ value, weight }) => weight / value.sd ** 2);
  const shares = parts.map(({ weight }, index) => weight * (precisions[index] ?? 0));
  const total = sum(shares);
  const mean = between(
    sum(shares.map((share, index) => (share / total) * (means[index] ?? 0))),
    Math.min(...means),
    Math.max(...means),
  );
  const sd = Math.sqrt(sum(parts.map((part) => part.weight)) / total);
  return { mean, sd: sd * Math.max(1, birgeRatio(parts, mean)) };
}

function birgeRatio(parts: readonly Part<Spread>[], mean: number): number {
  if (parts.length < 2) return 1;
  const chiSquared = sum(
    parts.map(({ value, weight }) => (weight * (value.mean - mean) ** 2) / value.sd ** 2),
  );
  return Math.sqrt(chiSquared / (parts.length - 1));
}

function joinAbstentions(readings: readonly Reading[]): Abstention {
  const abstentions = readings.flatMap(({ estimate }) => estimate.abstained ?? []);
  const reasons = [...new Set(abstentions.map((abstention) => abstention.reason))].sort();
  const details = [...new Set(abstentions.map((abstention) => abstention.detail))].sort();
  return {
    reason: reasons[0] ?? "out-of-domain",
    detail: details.length > 0 ? details.join(" ") : "No reading was reliable enough to use.",
  };
}

/** The sum of numbers, smallest first, so that it is the same to the last bit in whatever order they came. */
function sum(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b).reduce((total, value) => total + value, 0);
}

/** Keeps rounding in the last bit from carrying a pooled value outside the values that it lies between. */
function between(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
