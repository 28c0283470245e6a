/** The arithmetic of the running picture: normal beliefs that drift in silence and sharpen with readings. */
import type { CategoryBelief } from "./affect-state.ts";
import { logOddsOf } from "./log-odds.ts";

/** A normal distribution: a belief, a reading or what is usual. */
export interface Gaussian {
  readonly mean: number;
  readonly sd: number;
}

// Felt emotions last from half an hour (shame, disgust) to five days (sadness), half of 27 of them over some four
// hours (Verduyn & Lavrijsen 2015, doi:10.1007/s11031-014-9445-y, mean recalled durations). With one hour, 95 % of
// an excursion has gone after three hours of silence: rather too soon than too late, so that old news is asked
// about again and not asserted.
const RELAXATION_MS = 60 * 60 * 1000;

// A category of which nothing was heard for long: 3 of 100 observers would say it is present (the mean share of
// a GoEmotions label, Demszky et al. 2020, Table 4, lies between 0.1 % and 10 %), give or take 2.5 nats, which
// is 0.1 % to 43 % in the central 80 %.
export const CATEGORY_PRIOR: Gaussian = { mean: logOddsOf(0.03), sd: 2.5 };

// Nothing heard for long of a dimension: in the middle, give or take half of the scale to either side.
export const DIMENSION_PRIOR: Gaussian = { mean: 0, sd: 0.5 };

// An estimate of a share is trusted as if this many observers had been asked: GoEmotions had 3 to 5 a comment.
const OBSERVERS = 5;

// Log-odds of a share of exactly 0 or 1 are infinite; a model's share counts as at most this near to them.
const LEAST_SHARE = 0.001;

/** What silence does to a belief: an Ornstein-Uhlenbeck process towards what is usual, never gaining certainty. */
export function relax(belief: Gaussian, prior: Gaussian, silenceMs: number): Gaussian {
  const kept = Math.exp(-silenceMs / RELAXATION_MS);
  const variance = prior.sd ** 2 + (belief.sd ** 2 - prior.sd ** 2) * kept ** 2;
  return {
    mean: prior.mean + (belief.mean - prior.mean) * kept,
    sd: Math.max(belief.sd, Math.sqrt(variance)),
  };
}

/** The Kalman update of one normal belief by one measurement. */
export function join(belief: Gaussian, measured: Gaussian): Gaussian {
  const gain = belief.sd ** 2 / (belief.sd ** 2 + measured.sd ** 2);
  return {
    mean: belief.mean + gain * (measured.mean - belief.mean),
    sd: belief.sd * Math.sqrt(1 - gain),
  };
}

/** A likelihood as a reading of its log-odds: the delta method for a share among observers. */
export function measure(share: number): Gaussian {
  const bounded = Math.min(Math.max(share, LEAST_SHARE), 1 - LEAST_SHARE);
  const loudness = Math.min(bounded, 0.5);
  return { mean: logOddsOf(bounded), sd: Math.sqrt(1 / (OBSERVERS * loudness * (1 - loudness))) };
}

export function asBelief({ mean, sd }: Gaussian): CategoryBelief {
  return { logOdds: mean, sd };
}
