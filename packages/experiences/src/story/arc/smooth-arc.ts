import type { Spread } from "@openempathic/affect";

/** A moment on an arc: at which step, and what was told there; `undefined` where nothing could be told. */
export interface ArcSample {
  /** Counts utterances; never falls. */
  readonly step: number;
  readonly value: Spread | undefined;
}

/** How far an arc may move from one utterance to the next, as standard deviations; each is as credible at first. */
const PACES = [0.02, 0.04, 0.08, 0.16, 0.32];
/** The variance of what is between -1 and 1 with nothing known of it. */
const BEGINNING = 1 / 3;

/**
 * The arc behind noisy samples: a random walk seen through the perceiver's own spread (the local level model; Durbin and
 * Koopman 2012, Time Series Analysis by State Space Methods, ch. 2), smoothed over all samples, forwards and back
 * (Rauch, Tung and Striebel 1965, doi:10.2514/3.3166). How fast it may move is not set: five paces are tried and
 * weighed by how well each foretells the samples, so that doubt about the pace is in the band, too.
 *
 * @param samples in order; those without a value widen the band where they stand
 * @returns mean and standard deviation at each sample; `undefined` for each where no sample has a value
 *
 * @example
 * ```ts
 * import { smoothArc } from "@openempathic/experiences/story";
 *
 * const arc = smoothArc([{ step: 0, value: { mean: 0.3, sd: 0.1 } }, { step: 1, value: undefined }]);
 * arc[0].mean > 0.28 && arc[0].mean < 0.3; // => true
 * arc[1].sd > arc[0].sd; // => true
 * smoothArc([{ step: 0, value: undefined }]); // => [undefined]
 * ```
 */
export function smoothArc(samples: readonly ArcSample[]): readonly (Spread | undefined)[] {
  if (!samples.some(({ value }) => value !== undefined)) return samples.map(() => undefined);
  const passes = PACES.map((pace) => smoothAt(samples, pace));
  const most = Math.max(...passes.map(({ logLikelihood }) => logLikelihood));
  const weights = passes.map(({ logLikelihood }) => Math.exp(logLikelihood - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return samples.map((_sample, at) => {
    let mean = 0;
    let square = 0;
    for (const [index, { levels }] of passes.entries()) {
      const level = levels[at] ?? { mean: 0, variance: BEGINNING };
      const share = (weights[index] ?? 0) / total;
      mean += share * level.mean;
      square += share * (level.variance + level.mean ** 2);
    }
    return { mean, sd: Math.sqrt(Math.max(square - mean ** 2, 1e-9)) };
  });
}

interface Level {
  readonly mean: number;
  readonly variance: number;
}

function smoothAt(
  samples: readonly ArcSample[],
  pace: number,
): { readonly levels: readonly Level[]; readonly logLikelihood: number } {
  const filtered: Level[] = [];
  const foretold: Level[] = [];
  let logLikelihood = 0;
  for (const [at, { step, value }] of samples.entries()) {
    const last = filtered[at - 1];
    const passed = step - (samples[at - 1]?.step ?? step);
    const before =
      last === undefined
        ? { mean: 0, variance: BEGINNING }
        : { mean: last.mean, variance: last.variance + pace ** 2 * passed };
    foretold.push(before);
    if (value === undefined) {
      filtered.push(before);
      continue;
    }
    const spread = before.variance + value.sd ** 2;
    const miss = value.mean - before.mean;
    logLikelihood -= 0.5 * (Math.log(spread) + miss ** 2 / spread);
    const gain = before.variance / spread;
    filtered.push({ mean: before.mean + gain * miss, variance: (1 - gain) * before.variance });
  }
  const levels = [...filtered];
  for (let at = levels.length - 2; at >= 0; at -= 1) {
    const [here, next, later] = [filtered[at], foretold[at + 1], levels[at + 1]];
    if (here === undefined || next === undefined || later === undefined) continue;
    const back = here.variance / next.variance;
    levels[at] = {
      mean: here.mean + back * (later.mean - next.mean),
      variance: here.variance + back ** 2 * (later.variance - next.variance),
    };
  }
  return { levels, logLikelihood };
}
