import type { Ratings, RatingValue } from "../ratings/ratings.ts";
import { classRatings, expectedReliability, namedDistributions, softVote } from "./aggregation.ts";
import type { Aggregation, ClassRatings, Fit, RaterReliability, StopRule } from "./aggregation.ts";

export interface DawidSkeneOptions<Value extends RatingValue = RatingValue> extends StopRule {
  /** All classes that could be chosen; those that occur, unless told. */
  readonly classes?: readonly Value[];
  /** Added to every count before shares are taken: 0 (as published) unless told; 0.01 keeps rates off 0. */
  readonly smoothing?: number;
}

export interface DawidSkeneRater extends RaterReliability {
  /**
   * What the rater says (inner) of units that truly are (outer) of each class: likelihoods that sum to 1. `undefined`
   * for a class of which the rater saw no unit.
   */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>> | undefined>>;
}

export interface DawidSkeneAggregation extends Aggregation<DawidSkeneRater>, Fit {
  /** How common each class is. */
  readonly prior: Readonly<Record<string, number>>;
}

/**
 * Dawid and Skene's model: every rater errs in a way of his or her own, told by a table of what they say when the
 * truth is what. Truths and tables are estimated together. A rater may have answered about a unit more than once.
 *
 * Dawid and Skene 1979, doi:10.2307/2346806: expectation maximisation from the soft vote (equation 3.1), steps 2.3 to
 * 2.5, in log space. `logLikelihood` is the logarithm of equation 2.7, without the constant of the multinomials; without
 * smoothing it never falls. O(n·k) a step for n ratings and k classes. A local maximum: there is no chance in it.
 * A rater's reliability is the expected share of right ratings, with Wilson's interval.
 *
 * @throws {RangeError} When there is no rating, a value is not among the classes, or smoothing is below 0.
 * @example
 * ```ts
 * import { dawidSkene, ratingsFromTable } from "@openempathic/measure";
 *
 * const table = [["a", "a", "b"], ["b", "b", "a"], ["a", "a", "b"], ["b", "b", "b"]];
 * const { units, raters } = dawidSkene(ratingsFromTable(table));
 * (units[0]?.distribution["a"] ?? 0) > 0.99; // => true
 * (raters[2]?.reliability ?? 1) < 0.3; // => true
 * ```
 */
export function dawidSkene<Value extends RatingValue>(
  ratings: Ratings<Value>,
  options: DawidSkeneOptions<Value> = {},
): DawidSkeneAggregation {
  const { smoothing = 0, tolerance = 1e-9, maxIterations = 1000 } = options;
  if (!(smoothing >= 0)) throw new RangeError(`dawidSkene needs a smoothing of 0 or more, got ${smoothing}`);
  const data = classRatings("dawidSkene", ratings, options.classes);
  const k = data.classes.length;
  const truth = softVote(data);
  const rates = new Float64Array(data.raters.length * k * k);
  const prior = new Float64Array(k);
  let logLikelihood = -Infinity;
  let converged = false;
  let iterations = 0;
  while (iterations < maxIterations && !converged) {
    iterations += 1;
    estimateRates({ data, truth, rates, prior }, smoothing);
    const step = estimateTruth({ data, truth, rates, prior });
    logLikelihood = step.logLikelihood;
    converged = step.change <= tolerance;
  }
  return {
    classes: data.classes,
    units: namedDistributions(data, truth),
    raters: expectedReliability(data, truth).map((rater, r) => ({
      ...rater,
      confusion: confusionOf(data.classes, rates.subarray(r * k * k, (r + 1) * k * k)),
    })),
    prior: Object.fromEntries(data.classes.map((name, c) => [name, Math.exp(prior[c] as number)])),
    logLikelihood,
    iterations,
    converged,
  };
}

/** Working memory. Rates and prior are logarithms; a rate stands at [rater][said][true], so that one answer is one run. */
interface Model {
  readonly data: ClassRatings;
  readonly truth: Float64Array;
  readonly rates: Float64Array;
  readonly prior: Float64Array;
}

/** The maximisation: equations 2.3 and 2.4. */
function estimateRates({ data, truth, rates, prior }: Model, smoothing: number): void {
  const { units, unitStart, raterIndex, valueIndex, raters, classes } = data;
  const k = classes.length;
  rates.fill(smoothing);
  prior.fill(smoothing);
  for (let u = 0; u < units.length; u++) {
    const row = u * k;
    for (let c = 0; c < k; c++) prior[c] = (prior[c] as number) + (truth[row + c] as number);
    for (let i = unitStart[u] as number; i < (unitStart[u + 1] as number); i++) {
      const at = ((raterIndex[i] as number) * k + (valueIndex[i] as number)) * k;
      for (let c = 0; c < k; c++) rates[at + c] = (rates[at + c] as number) + (truth[row + c] as number);
    }
  }
  const all = Math.log(units.length + k * smoothing);
  for (let c = 0; c < k; c++) prior[c] = Math.log(prior[c] as number) - all;
  for (let r = 0; r < raters.length; r++) {
    for (let c = 0; c < k; c++) {
      let sum = 0;
      for (let said = 0; said < k; said++) sum += rates[(r * k + said) * k + c] as number;
      for (let said = 0; said < k; said++) {
        const at = (r * k + said) * k + c;
        // A class of which this rater saw no unit has likelihood 0 there, whatever its rates: they stay 0/0.
        rates[at] = sum === 0 ? -Infinity : Math.log((rates[at] as number) / sum);
      }
    }
  }
}

/** The expectation: equation 2.5, in place; equation 2.7 on the way. */
function estimateTruth({ data, truth, rates, prior }: Model): {
  readonly logLikelihood: number;
  readonly change: number;
} {
  const { units, unitStart, raterIndex, valueIndex, classes } = data;
  const k = classes.length;
  const log = new Float64Array(k);
  let logLikelihood = 0;
  let change = 0;
  for (let u = 0; u < units.length; u++) {
    log.set(prior);
    for (let i = unitStart[u] as number; i < (unitStart[u + 1] as number); i++) {
      const at = ((raterIndex[i] as number) * k + (valueIndex[i] as number)) * k;
      for (let c = 0; c < k; c++) log[c] = (log[c] as number) + (rates[at + c] as number);
    }
    let most = -Infinity;
    for (let c = 0; c < k; c++) most = Math.max(most, log[c] as number);
    let sum = 0;
    for (let c = 0; c < k; c++) {
      log[c] = Math.exp((log[c] as number) - most);
      sum += log[c] as number;
    }
    logLikelihood += most + Math.log(sum);
    for (let c = 0; c < k; c++) {
      const share = (log[c] as number) / sum;
      change = Math.max(change, Math.abs(share - (truth[u * k + c] as number)));
      truth[u * k + c] = share;
    }
  }
  return { logLikelihood, change };
}

function confusionOf(classes: readonly string[], rates: Float64Array): DawidSkeneRater["confusion"] {
  const k = classes.length;
  return Object.fromEntries(
    classes.map((truly, c) => {
      const row = classes.map((said, s) => [said, Math.exp(rates[s * k + c] as number)] as const);
      return [truly, row.every(([, rate]) => rate === 0) ? undefined : Object.fromEntries(row)];
    }),
  );
}
