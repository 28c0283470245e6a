import type { Interval } from "../bootstrap-interval.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import type { Ratings, RatingValue } from "../ratings/ratings.ts";
import { classRatings, expectedReliability, namedDistributions, softVote } from "./aggregation.ts";
import type {
  Aggregation,
  ClassRatings,
  Fit,
  RaterReliability,
  StopRule,
  UnitDistribution,
} from "./aggregation.ts";

export interface GladOptions<Value extends RatingValue = RatingValue> extends StopRule {
  /** All classes that could be chosen; those that occur, unless told. */
  readonly classes?: readonly Value[];
}

export interface GladRater extends RaterReliability {
  /** 0: answers say nothing; above: they help; below: they point away from the truth. */
  readonly ability: number;
  /** By the curvature of the posterior at its peak (Laplace), the units' ease taken as known. */
  readonly abilityInterval: Interval;
}

export interface GladUnit extends UnitDistribution {
  /** Above 0: the higher, the easier; 1/β in the paper is the difficulty. */
  readonly ease: number;
}

export interface GladAggregation extends Aggregation<GladRater>, Fit {
  readonly units: readonly GladUnit[];
}

/** Log-ease is kept inside these bounds: outside, the likelihood no longer changes. */
const EASE_BOUND = 12;

/**
 * GLAD: raters differ in ability and units in difficulty; the chance of a right answer is a logistic function of
 * ability times ease.
 *
 * Whitehill, Wu, Bergsma, Movellan and Ruvolo 2009, NeurIPS 22, "Whose vote should count more": equations 1 to 4,
 * several classes as in their section 3.2 (a wrong answer is any of the others alike), priors N(1, 1) over ability and
 * over log-ease, all classes equally common beforehand. Their gradient ascent is a Newton step for each parameter here,
 * halved until it does not lower the expected log posterior. `logLikelihood` is of the ratings and does not count the priors.
 *
 * @throws {RangeError} When there is no rating, or a value is not among the classes.
 * @example
 * ```ts
 * import { glad, ratingsFromTable } from "@openempathic/measure";
 *
 * const table = [["a", "a", "b"], ["b", "b", "a"], ["a", "a", "b"], ["b", "b", "b"]];
 * (glad(ratingsFromTable(table)).raters[2]?.ability ?? 1) < 0.5; // => true
 * ```
 */
export function glad<Value extends RatingValue>(
  ratings: Ratings<Value>,
  options: GladOptions<Value> = {},
): GladAggregation {
  const { tolerance = 1e-6, maxIterations = 200 } = options;
  const data = classRatings("glad", ratings, options.classes);
  const truth = softVote(data);
  const model: GladModel = {
    data,
    truth,
    ability: new Float64Array(data.raters.length).fill(1),
    logEase: new Float64Array(data.units.length).fill(1),
    unitIndex: unitOfEach(data),
    byRater: ratingsOfEach(data),
    right: new Float64Array(data.valueIndex.length),
  };
  let step = gladTruth(model);
  let iterations = 1;
  while (iterations < maxIterations && step.change > tolerance) {
    iterations += 1;
    improveAbilities(model);
    improveEase(model);
    step = gladTruth(model);
  }
  return {
    classes: data.classes,
    units: namedDistributions(data, truth).map((unit, u) => ({
      ...unit,
      ease: Math.exp(model.logEase[u] as number),
    })),
    raters: expectedReliability(data, truth).map((rater, r) => ({
      ...rater,
      ability: model.ability[r] as number,
      abilityInterval: abilityInterval(model, r),
    })),
    logLikelihood: step.logLikelihood,
    iterations,
    converged: step.change <= tolerance,
  };
}

interface GladModel {
  readonly data: ClassRatings;
  readonly truth: Float64Array;
  readonly ability: Float64Array;
  readonly logEase: Float64Array;
  /** For each rating, its unit. */
  readonly unitIndex: Int32Array;
  /** For each rater, the indices of his or her ratings. */
  readonly byRater: readonly Int32Array[];
  /** For each rating, how likely it is right, as far as can be told. */
  readonly right: Float64Array;
}

function gladTruth(model: GladModel): { readonly logLikelihood: number; readonly change: number } {
  const { data, truth, ability, logEase, right } = model;
  const { units, unitStart, raterIndex, valueIndex, classes } = data;
  const k = classes.length;
  const log = new Float64Array(k);
  let logLikelihood = 0;
  let change = 0;
  for (let u = 0; u < units.length; u++) {
    const ease = Math.exp(logEase[u] as number);
    let allWrong = -Math.log(k);
    log.fill(0);
    for (let i = unitStart[u] as number; i < (unitStart[u + 1] as number); i++) {
      const x = (ability[raterIndex[i] as number] as number) * ease;
      const wrong = -softplus(x) - Math.log(Math.max(1, k - 1));
      allWrong += wrong;
      log[valueIndex[i] as number] = (log[valueIndex[i] as number] as number) - softplus(-x) - wrong;
    }
    let most = -Infinity;
    for (let c = 0; c < k; c++) most = Math.max(most, log[c] as number);
    let sum = 0;
    for (let c = 0; c < k; c++) sum += Math.exp((log[c] as number) - most);
    logLikelihood += allWrong + most + Math.log(sum);
    for (let c = 0; c < k; c++) {
      const share = Math.exp((log[c] as number) - most) / sum;
      change = Math.max(change, Math.abs(share - (truth[u * k + c] as number)));
      truth[u * k + c] = share;
    }
    for (let i = unitStart[u] as number; i < (unitStart[u + 1] as number); i++) {
      right[i] = truth[u * k + (valueIndex[i] as number)] as number;
    }
  }
  return { logLikelihood, change };
}

/** Given ease, each rater's log posterior is concave. */
function improveAbilities({ ability, logEase, unitIndex, byRater, right }: GladModel): void {
  const ease = logEase.map((g) => Math.exp(g));
  for (const [r, own] of byRater.entries()) {
    const posterior = (a: number): Slopes => {
      const sums = { value: -((a - 1) ** 2) / 2, slope: 1 - a, curve: 1 };
      for (const i of own) {
        const factor = ease[unitIndex[i] as number] as number;
        addAnswer(sums, [a * factor, factor, right[i] as number]);
      }
      return sums;
    };
    ability[r] = climb(posterior, ability[r] as number, Infinity);
  }
}

function improveEase({ data, ability, logEase, right }: GladModel): void {
  for (let u = 0; u < data.units.length; u++) {
    const posterior = (g: number): Slopes => {
      const sums = { value: -((g - 1) ** 2) / 2, slope: 1 - g, curve: 1 };
      const ease = Math.exp(g);
      for (let i = data.unitStart[u] as number; i < (data.unitStart[u + 1] as number); i++) {
        const x = (ability[data.raterIndex[i] as number] as number) * ease;
        addAnswer(sums, [x, x, right[i] as number]);
      }
      return sums;
    };
    logEase[u] = climb(posterior, logEase[u] as number, EASE_BOUND);
  }
}

/** A function, its slope, and the information that Newton's step divides by. */
interface Slopes {
  value: number;
  slope: number;
  curve: number;
}

/** Adds one answer: x is ability times ease, the factor its slope by the parameter, then how far the answer is right. */
function addAnswer(sums: Slopes, [x, factor, right]: readonly [number, number, number]): void {
  const e = Math.exp(-Math.abs(x));
  const rest = Math.log1p(e);
  const likelihood = x >= 0 ? 1 / (1 + e) : e / (1 + e);
  sums.value -= right * (Math.max(-x, 0) + rest) + (1 - right) * (Math.max(x, 0) + rest);
  sums.slope += factor * (right - likelihood);
  sums.curve += factor * factor * likelihood * (1 - likelihood);
}

/** A Newton step, halved until it does not go down. */
function climb(of: (x: number) => Slopes, start: number, bound: number): number {
  const here = of(start);
  let move = here.slope / here.curve;
  for (let halving = 0; halving < 20; halving++) {
    const next = Math.min(bound, Math.max(-bound, start + move));
    if (of(next).value >= here.value) return next;
    move /= 2;
  }
  return start;
}

function abilityInterval({ ability, logEase, unitIndex, byRater, right }: GladModel, r: number): Interval {
  const a = ability[r] as number;
  const sums = { value: 0, slope: 0, curve: 1 };
  for (const i of byRater[r] as Int32Array) {
    const ease = Math.exp(logEase[unitIndex[i] as number] as number);
    addAnswer(sums, [a * ease, ease, right[i] as number]);
  }
  const half = normalQuantile(0.975) / Math.sqrt(sums.curve);
  return { low: a - half, high: a + half, level: 0.95 };
}

/** log(1 + exp(x)) without overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

function unitOfEach({ units, unitStart, valueIndex }: ClassRatings): Int32Array {
  const unitIndex = new Int32Array(valueIndex.length);
  for (let u = 0; u < units.length; u++) unitIndex.fill(u, unitStart[u], unitStart[u + 1]);
  return unitIndex;
}

function ratingsOfEach({ raters, raterIndex }: ClassRatings): readonly Int32Array[] {
  const lists = raters.map((): number[] => []);
  for (const [i, r] of raterIndex.entries()) lists[r]?.push(i);
  return lists.map((list) => Int32Array.from(list));
}
