import type { Interval } from "../bootstrap-interval.ts";
import { chiSquareQuantile } from "../distributions/chi-square-quantile.ts";
import { normalQuantile } from "../distributions/normal-quantile.ts";
import type { Ratings } from "../ratings/ratings.ts";
import type { Fit, StopRule } from "./aggregation.ts";

/** How strong something is in one unit, as far as its ratings tell. */
export interface UnitIntensity {
  readonly unit: string;
  readonly ratings: number;
  /** On the raters' scale, free of their biases. */
  readonly mean: number;
  readonly sd: number;
}

/** How one rater uses the scale. */
export interface RaterIntensity {
  readonly rater: string;
  readonly ratings: number;
  /** How much higher this rater's numbers are than the common ones. */
  readonly bias: number;
  readonly biasInterval: Interval;
  /** Standard deviation of this rater's numbers around truth plus bias. */
  readonly noise: number;
  readonly noiseInterval: Interval;
  /** The share of the variance of one rating of this rater that is due to the unit, in [0, 1]. */
  readonly reliability: number;
  readonly interval: Interval;
}

export interface IntensityAggregation extends Fit {
  readonly units: readonly UnitIntensity[];
  readonly raters: readonly RaterIntensity[];
  /** Mean and standard deviation of units in general. */
  readonly population: { readonly mean: number; readonly sd: number };
}

export interface IntensityModelOptions extends StopRule {
  /** How many ratings of average noise each rater is credited with, so that a few lucky ones do not look exact; 2 unless told. */
  readonly priorRatings?: number;
}

/**
 * Intensities from raters who each have a bias and a noise of their own: rating = unit + bias + noise.
 *
 * A linear model with random units and raters' own variances (as in Raykar et al. 2010, JMLR 11, 1297–1322, section 4,
 * with a bias for each rater), fitted by expectation maximisation; biases average 0 over ratings, variances are drawn to
 * the pooled one by `priorRatings`. For two raters without a prior it is Grubbs' estimator (1948,
 * doi:10.1080/01621459.1948.10483261). Intervals: bias by the normal, noise by chi-square, with the diagonal of the
 * Fisher information. `logLikelihood` is of the ratings with units integrated out, without the prior.
 *
 * @throws {RangeError} When there is no rating, or all are the same.
 * @example
 * ```ts
 * import { intensityModel, ratingsFromTable } from "@openempathic/measure";
 *
 * const { raters } = intensityModel(ratingsFromTable([[1, 3], [2, 4], [4, 6], [5, 7]]));
 * raters.map((rater) => rater.bias.toFixed(6)); // => ["-1.000000", "1.000000"]
 * ```
 */
export function intensityModel(
  ratings: Ratings<number>,
  { priorRatings = 2, tolerance = 1e-9, maxIterations = 2000 }: IntensityModelOptions = {},
): IntensityAggregation {
  const model = startModel(ratings);
  let iterations = 0;
  let converged = false;
  let logLikelihood = -Infinity;
  while (iterations < maxIterations && !converged) {
    iterations += 1;
    logLikelihood = estimateUnits(model);
    converged = estimateRaters(model, priorRatings) <= tolerance * model.scale;
  }
  return { ...described(model), logLikelihood, iterations, converged };
}

interface IntensityState {
  readonly ratings: Ratings<number>;
  /** Standard deviation of all ratings, and never less than a millionth of it as noise. */
  readonly scale: number;
  readonly counts: Float64Array;
  readonly bias: Float64Array;
  readonly variance: Float64Array;
  readonly means: Float64Array;
  readonly unitVariance: Float64Array;
  mean: number;
  spread: number;
}

function startModel(ratings: Ratings<number>): IntensityState {
  const { values, valueIndex, raterIndex, raters, units } = ratings;
  if (values.length < 2) {
    throw new RangeError(`intensityModel needs ratings that differ, got ${values.length} different value(s)`);
  }
  const counts = new Float64Array(raters.length);
  let mean = 0;
  for (const [i, value] of valueIndex.entries()) {
    mean += (values[value] as number) / valueIndex.length;
    counts[raterIndex[i] as number] = (counts[raterIndex[i] as number] as number) + 1;
  }
  const square = valueIndex.reduce((sum, value) => sum + ((values[value] as number) - mean) ** 2, 0);
  const variance = square / valueIndex.length;
  return {
    ratings,
    scale: Math.sqrt(variance),
    counts,
    bias: new Float64Array(raters.length),
    variance: new Float64Array(raters.length).fill(variance / 2),
    means: new Float64Array(units.length),
    unitVariance: new Float64Array(units.length),
    mean,
    spread: variance / 2,
  };
}

/** Posterior of each unit; returns the log-likelihood of all ratings under the parameters as they were. */
function estimateUnits(model: IntensityState): number {
  const { ratings, bias, variance, means, unitVariance, mean, spread } = model;
  const { unitStart, raterIndex, valueIndex, values, units } = ratings;
  let logLikelihood = 0;
  for (let u = 0; u < units.length; u++) {
    let precision = 1 / spread;
    let pull = 0;
    let own = 0;
    for (let i = unitStart[u] as number; i < (unitStart[u + 1] as number); i++) {
      const r = raterIndex[i] as number;
      const rest = (values[valueIndex[i] as number] as number) - (bias[r] as number) - mean;
      precision += 1 / (variance[r] as number);
      pull += rest / (variance[r] as number);
      own += rest ** 2 / (variance[r] as number) + Math.log(2 * Math.PI * (variance[r] as number));
    }
    unitVariance[u] = 1 / precision;
    means[u] = mean + pull / precision;
    // The determinant and the inverse of a diagonal plus a constant: Sherman and Morrison.
    logLikelihood -= 0.5 * (own + Math.log(spread * precision) - pull ** 2 / precision);
  }
  return logLikelihood;
}

/** New biases, noises and population; the largest change of a bias or of a standard deviation. */
function estimateRaters(model: IntensityState, priorRatings: number): number {
  const { ratings, counts, bias, variance, means, unitVariance } = model;
  const { valueIndex, raterIndex, values, unitStart, units } = ratings;
  const raters = counts.length;
  const rest = new Float64Array(raters);
  const square = new Float64Array(raters);
  for (let u = 0; u < units.length; u++) {
    for (let i = unitStart[u] as number; i < (unitStart[u + 1] as number); i++) {
      const r = raterIndex[i] as number;
      const distance = (values[valueIndex[i] as number] as number) - (means[u] as number);
      rest[r] = (rest[r] as number) + distance;
      square[r] = (square[r] as number) + distance ** 2 + (unitVariance[u] as number);
    }
  }
  let pooled = 0;
  let shift = 0;
  for (let r = 0; r < raters; r++) {
    pooled += (square[r] as number) - (rest[r] as number) ** 2 / (counts[r] as number);
    shift += (rest[r] as number) / valueIndex.length;
  }
  pooled /= valueIndex.length;
  let change = 0;
  for (let r = 0; r < raters; r++) {
    const n = counts[r] as number;
    const own = (rest[r] as number) / n;
    const noise = ((square[r] as number) - n * own ** 2 + priorRatings * pooled) / (n + priorRatings);
    const kept = Math.max(noise, (1e-6 * model.scale) ** 2);
    const newBias = own - shift;
    change = Math.max(
      change,
      Math.abs(newBias - (bias[r] as number)),
      Math.abs(Math.sqrt(kept) - Math.sqrt(variance[r] as number)),
    );
    bias[r] = newBias;
    variance[r] = kept;
  }
  // What all raters have in common belongs to the units.
  const mean = means.reduce((sum, m) => sum + m, 0) / units.length;
  let spread = 0;
  for (let u = 0; u < units.length; u++) {
    spread += (((means[u] as number) - mean) ** 2 + (unitVariance[u] as number)) / units.length;
  }
  model.mean = mean + shift;
  model.spread = Math.max(spread, (1e-6 * model.scale) ** 2);
  return change;
}

function described(model: IntensityState): Pick<IntensityAggregation, "units" | "raters" | "population"> {
  const { ratings, bias, variance, means, unitVariance, spread } = model;
  const { weights, degrees } = raterInformation(model);
  const z = normalQuantile(0.975);
  return {
    population: { mean: model.mean, sd: Math.sqrt(spread) },
    units: ratings.units.map((unit, u) => ({
      unit,
      ratings: (ratings.unitStart[u + 1] as number) - (ratings.unitStart[u] as number),
      mean: means[u] as number,
      sd: Math.sqrt(unitVariance[u] as number),
    })),
    raters: ratings.raters.map((rater, r) => {
      const own = variance[r] as number;
      const half = z * Math.sqrt(own / (weights[r] as number));
      const share = (noise: number): number => spread / (spread + noise);
      const low = ((degrees[r] as number) * own) / chiSquareQuantile(0.975, degrees[r] as number);
      const high = ((degrees[r] as number) * own) / chiSquareQuantile(0.025, degrees[r] as number);
      return {
        rater,
        ratings: model.counts[r] as number,
        bias: bias[r] as number,
        biasInterval: { low: (bias[r] as number) - half, high: (bias[r] as number) + half, level: 0.95 },
        noise: Math.sqrt(own),
        noiseInterval: { low: Math.sqrt(low), high: Math.sqrt(high), level: 0.95 },
        reliability: share(own),
        interval: { low: share(high), high: share(low), level: 0.95 },
      };
    }),
  };
}

/**
 * How many ratings each rater's bias and variance rest on, less what went into the units: the diagonal of the Fisher
 * information, Σ(1 − h) and Σ(1 − h)², with h the share of a unit's precision that comes from this rating.
 */
function raterInformation({ ratings, counts, variance, unitVariance }: IntensityState): {
  readonly weights: Float64Array;
  readonly degrees: Float64Array;
} {
  const weights = new Float64Array(counts.length);
  const degrees = new Float64Array(counts.length);
  for (let u = 0; u < ratings.units.length; u++) {
    for (let i = ratings.unitStart[u] as number; i < (ratings.unitStart[u + 1] as number); i++) {
      const r = ratings.raterIndex[i] as number;
      const free = 1 - (unitVariance[u] as number) / (variance[r] as number);
      weights[r] = (weights[r] as number) + free;
      degrees[r] = (degrees[r] as number) + free * free;
    }
  }
  return { weights, degrees };
}
