import { seededRandom } from "./seeded-random.ts";

/** An interval with the share of resamples that lie inside it. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Such as 0.95. */
  readonly level: number;
}

export interface BootstrapOptions {
  /** Number of cases that are drawn from. */
  readonly cases: number;
  readonly resamples: number;
  /** Any integer; the same seed gives the same interval on every machine. */
  readonly seed: number;
  /** 0.95 unless told. */
  readonly level?: number;
}

/**
 * The percentile bootstrap: how much a figure would move if the cases had been others. Cases are drawn with
 * replacement, the figure is worked out anew, and the middle share of the results is the interval.
 *
 * Efron and Tibshirani 1993, An Introduction to the Bootstrap, section 13.3.
 *
 * @param statistic The figure for the cases with these indices; `undefined` where it has none (left out).
 * @returns `undefined` where no resample gave a figure.
 * @throws {RangeError} For no cases, no resamples or a level outside (0, 1).
 * @example
 * ```ts
 * import { bootstrapInterval } from "@openempathic/measure";
 *
 * bootstrapInterval(() => 3, { cases: 5, resamples: 20, seed: 1 }); // => { low: 3, high: 3, level: 0.95 }
 * ```
 */
export function bootstrapInterval(
  statistic: (indices: Int32Array) => number | undefined,
  options: BootstrapOptions,
): Interval | undefined {
  const { cases, resamples, seed, level = 0.95 } = options;
  if (!(cases >= 1 && resamples >= 1 && level > 0 && level < 1)) {
    throw new RangeError(
      `bootstrapInterval needs cases and resamples above 0 and a level inside (0, 1), got ${cases}, ${resamples} and ${level}`,
    );
  }
  const random = seededRandom(seed);
  const indices = new Int32Array(cases);
  const figures: number[] = [];
  for (let resample = 0; resample < resamples; resample++) {
    for (let i = 0; i < cases; i++) indices[i] = Math.floor(random() * cases);
    const figure = statistic(indices);
    if (figure !== undefined) figures.push(figure);
  }
  figures.sort((a, b) => a - b);
  if (figures.length === 0) return undefined;
  const tail = (1 - level) / 2;
  return { low: quantile(figures, tail), high: quantile(figures, 1 - tail), level };
}

/** Linear interpolation between order statistics: type 7 of Hyndman and Fan 1996, doi:10.2307/2684934. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] as number;
  const above = sorted[Math.ceil(at)] as number;
  return below + (above - below) * (at - Math.floor(at));
}
