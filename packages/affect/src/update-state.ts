import type { AffectState, CategoryBelief, SelfReport } from "./affect-state.ts";
import { CATEGORIES } from "./category.ts";
import type { CategoryId } from "./category.ts";
import type { Dimension, Estimate, Likelihoods, Spread } from "./estimate.ts";
import { logOddsOf, probabilityOf } from "./log-odds.ts";

interface Gaussian {
  readonly mean: number;
  readonly sd: number;
}

// Felt emotions last from minutes to many hours, most of the 27 asked about by Verduyn & Lavrijsen (2015,
// doi:10.1007/s11031-014-9445-y) for an hour or more. One hour is our choice within that range.
const RELAXATION_MS = 60 * 60 * 1000;

// A category of which nothing was heard for long: 3 of 100 observers would say it is present (the mean share of
// a GoEmotions label, Demszky et al. 2020, Table 4, lies between 0.1 % and 10 %), give or take 2.5 nats, which
// is 0.1 % to 43 % in the central 80 %.
const CATEGORY_PRIOR: Gaussian = { mean: logOddsOf(0.03), sd: 2.5 };

// Nothing heard for long of a dimension: in the middle, give or take half of the scale to either side.
const DIMENSION_PRIOR: Gaussian = { mean: 0, sd: 0.5 };

// An estimate of a share is trusted as if this many observers had been asked: GoEmotions had 3 to 5 a comment.
const OBSERVERS = 5;

// Log-odds of a share of exactly 0 or 1 are infinite; a model's share counts as at most this near to them.
const LEAST_SHARE = 0.001;

// How sure a category is inside the filter right after the person named it, for when their word has aged out.
const SAID: Gaussian = { mean: logOddsOf(0.98), sd: 0.5 };

// The person's word holds for a waking half-day, unless they say otherwise. Our choice; longer than the
// relaxation, so that what was inferred before the report has faded when inference speaks again.
const SELF_REPORT_HOLDS_MS = 12 * 60 * 60 * 1000;

// The central 80 % of a normal distribution.
const Z = 1.2816;

/** The picture of somebody of whom nothing is known yet: every category and dimension is missing. */
export const INITIAL_AFFECT_STATE: AffectState = { categories: {}, dimensions: {} };

/**
 * The picture as it stands at a later moment if nothing more is heard: means drift towards what is usual,
 * spreads grow towards what is unknown, and a self-report older than 12 hours no longer overrides.
 *
 * Each value is an Ornstein-Uhlenbeck process with a relaxation time of one hour, the model of core affect of
 * Kuppens, Oravecz & Tuerlinckx (2010, doi:10.1037/a0020962): mean b + (m - b)e^(-t/τ), variance
 * s² + (v - s²)e^(-2t/τ), never below v. Asking in two steps gives the same as asking in one.
 *
 * @param state the picture at its own `atMs`
 * @param atMs milliseconds since the epoch; a moment before the state's own leaves it as it is
 * @throws RangeError where `atMs` is not a finite number
 *
 * @example
 * ```ts
 * import { INITIAL_AFFECT_STATE, stateAt } from "@openempathic/affect";
 *
 * stateAt(INITIAL_AFFECT_STATE, 1000).atMs; // => undefined
 * ```
 */
export function stateAt(state: AffectState, atMs: number): AffectState {
  checkTime("stateAt", atMs);
  if (state.atMs === undefined || atMs <= state.atMs) return state;
  const silenceMs = atMs - state.atMs;
  const { selfReport } = state;
  return {
    atMs,
    categories: mapValues(state.categories, ({ logOdds, sd }) =>
      asBelief(relax({ mean: logOdds, sd }, CATEGORY_PRIOR, silenceMs)),
    ),
    dimensions: mapValues(state.dimensions, (spread) => relax(spread, DIMENSION_PRIOR, silenceMs)),
    ...(selfReport !== undefined && atMs - selfReport.atMs < SELF_REPORT_HOLDS_MS ? { selfReport } : {}),
  };
}

/**
 * The picture after one more estimate: a Kalman filter, after {@link stateAt} has let the silence pass.
 *
 * A category's measurement is the log-odds of its likelihood p with variance 1 / (n q (1 - q)), the delta method
 * for a share among n = 5 observers (Agresti 2013, Categorical Data Analysis, §3.1.6), where q = min(p, ½): what
 * is loud never counts less than what is faint, and what one message does not mention is only weak evidence that
 * it is gone. A dimension's measurement is its mean and sd. The first measurement is taken as it is (a category's
 * sd at most that of long silence). Categories
 * that the person spoke of are left alone while their word holds; an estimate of modality `self-report` is
 * their word. An abstention lets time pass and changes nothing else. An estimate that comes late, with `atMs`
 * before the state's, counts at the state's time.
 *
 * @param atMs when the signal was given, milliseconds since the epoch
 * @throws RangeError where `atMs` is not a finite number
 *
 * @example
 * ```ts
 * import { INITIAL_AFFECT_STATE, likelihoodsOf, makeEstimate, updateState } from "@openempathic/affect";
 *
 * const source = { kind: "model", id: "text-ngram", version: "1.0.0" } as const;
 * const estimate = makeEstimate({ modality: "text", likelihood: { Sadness: 0.5 }, source });
 * likelihoodsOf(updateState(INITIAL_AFFECT_STATE, estimate, 0)).Sadness?.likelihood; // => 0.5
 * ```
 */
export function updateState(state: AffectState, estimate: Estimate, atMs: number): AffectState {
  checkTime("updateState", atMs);
  const before = stateAt(state, atMs);
  if (estimate.abstained !== null) return before;
  const time = Math.max(atMs, before.atMs ?? atMs);
  const dimensions = { ...before.dimensions, ...updateDimensions(before, estimate) };
  if (estimate.modality === "self-report") {
    return believe({ ...before, dimensions }, { atMs: time, likelihood: estimate.likelihood });
  }
  const categories = { ...before.categories, ...updateCategories(before, estimate) };
  return { ...before, atMs: time, categories, dimensions };
}

/**
 * The picture after the person said how they are, which is believed over every inference: of the categories that
 * they named or ruled out, nothing is inferred any more until they say otherwise or 12 hours have passed. What
 * they said earlier of other categories still holds, and counts as said again.
 *
 * @param report `likelihood`: 1 for a category that they named, 0 for one that they ruled out; `words`: theirs
 * @param atMs milliseconds since the epoch
 * @throws RangeError for a likelihood outside [0, 1], an unknown category or a time that is not finite
 *
 * @example
 * ```ts
 * import { INITIAL_AFFECT_STATE, likelihoodsOf, reportSelf } from "@openempathic/affect";
 *
 * const state = reportSelf(INITIAL_AFFECT_STATE, { likelihood: { Fatigue: 1 }, words: "just tired" }, 0);
 * likelihoodsOf(state).Fatigue?.likelihood; // => 1
 * likelihoodsOf(state).Fatigue?.selfReported; // => true
 * ```
 */
export function reportSelf(
  state: AffectState,
  report: { readonly likelihood: Likelihoods; readonly words?: string | undefined },
  atMs: number,
): AffectState {
  checkTime("reportSelf", atMs);
  for (const [category, share] of Object.entries(report.likelihood)) {
    if (!CATEGORIES.some(({ id }) => id === category)) {
      throw new RangeError(`reportSelf needs one of the 40 categories, got "${category.slice(0, 60)}"`);
    }
    if (!(share >= 0 && share <= 1)) {
      throw new RangeError(`reportSelf needs likelihoods in [0, 1], got ${share} for ${category}`);
    }
  }
  const before = stateAt(state, atMs);
  const time = Math.max(atMs, before.atMs ?? atMs);
  const { likelihood, words } = report;
  return believe(before, { atMs: time, likelihood, ...(words === undefined ? {} : { words }) });
}

/**
 * The picture as likelihoods with the central 80 % of what they may be, for showing. A category that the person
 * spoke of has their value exactly, and the bound on its other side says how far that may have changed since.
 * Missing categories were never assessed.
 *
 * @example
 * ```ts
 * import { INITIAL_AFFECT_STATE, likelihoodsOf } from "@openempathic/affect";
 *
 * likelihoodsOf(INITIAL_AFFECT_STATE); // => {}
 * ```
 */
export function likelihoodsOf(state: AffectState): Partial<Record<CategoryId, StateLikelihood>> {
  const likelihoods: Partial<Record<CategoryId, StateLikelihood>> = {};
  for (const { id } of CATEGORIES) {
    const belief = state.categories[id];
    if (belief === undefined) continue;
    const said = state.selfReport?.likelihood[id];
    const likelihood = said ?? probabilityOf(belief.logOdds);
    likelihoods[id] = {
      likelihood,
      low: Math.min(likelihood, probabilityOf(belief.logOdds - Z * belief.sd)),
      high: Math.max(likelihood, probabilityOf(belief.logOdds + Z * belief.sd)),
      selfReported: said !== undefined,
    };
  }
  return likelihoods;
}

/** One category of the picture for showing: likelihood and the central 80 % of what it may be, all in [0, 1]. */
export interface StateLikelihood {
  readonly likelihood: number;
  readonly low: number;
  readonly high: number;
  /** Whether the person said so, and their word still holds. */
  readonly selfReported: boolean;
}

function believe(state: AffectState, report: SelfReport): AffectState {
  const likelihood = { ...state.selfReport?.likelihood, ...report.likelihood };
  const said = mapValues(likelihood, (share) => ({
    logOdds: between(logOddsOf(share), SAID.mean),
    sd: SAID.sd,
  }));
  return {
    ...state,
    atMs: report.atMs,
    categories: { ...state.categories, ...said },
    selfReport: { ...report, likelihood },
  };
}

function updateCategories(state: AffectState, estimate: Estimate): AffectState["categories"] {
  const updated: Partial<Record<CategoryId, CategoryBelief>> = {};
  for (const { id } of CATEGORIES) {
    const share = estimate.likelihood[id];
    if (share === undefined || state.selfReport?.likelihood[id] !== undefined) continue;
    const measured = measure(share);
    const belief = state.categories[id];
    updated[id] = asBelief(
      belief === undefined
        ? { ...measured, sd: Math.min(measured.sd, CATEGORY_PRIOR.sd) }
        : join({ mean: belief.logOdds, sd: belief.sd }, measured),
    );
  }
  return updated;
}

function updateDimensions(state: AffectState, estimate: Estimate): AffectState["dimensions"] {
  const updated: Partial<Record<Dimension, Spread>> = {};
  for (const dimension of ["valence", "arousal", "dominance"] as const) {
    const measured = estimate.dimensions[dimension];
    if (measured === undefined) continue;
    const belief = state.dimensions[dimension];
    const theirWord = estimate.modality === "self-report";
    updated[dimension] = belief === undefined || theirWord ? measured : join(belief, measured);
  }
  return updated;
}

function measure(share: number): Gaussian {
  const bounded = Math.min(Math.max(share, LEAST_SHARE), 1 - LEAST_SHARE);
  const loudness = Math.min(bounded, 0.5);
  return { mean: logOddsOf(bounded), sd: Math.sqrt(1 / (OBSERVERS * loudness * (1 - loudness))) };
}

/** The Kalman update of one normal belief by one measurement. */
function join(belief: Gaussian, measured: Gaussian): Gaussian {
  const gain = belief.sd ** 2 / (belief.sd ** 2 + measured.sd ** 2);
  return {
    mean: belief.mean + gain * (measured.mean - belief.mean),
    sd: belief.sd * Math.sqrt(1 - gain),
  };
}

function relax(belief: Gaussian, prior: Gaussian, silenceMs: number): Gaussian {
  const kept = Math.exp(-silenceMs / RELAXATION_MS);
  const variance = prior.sd ** 2 + (belief.sd ** 2 - prior.sd ** 2) * kept ** 2;
  return {
    mean: prior.mean + (belief.mean - prior.mean) * kept,
    sd: Math.max(belief.sd, Math.sqrt(variance)),
  };
}

function asBelief({ mean, sd }: Gaussian): CategoryBelief {
  return { logOdds: mean, sd };
}

function between(value: number, limit: number): number {
  return Math.min(Math.max(value, -limit), limit);
}

function mapValues<Key extends string, From, To>(
  record: Readonly<Partial<Record<Key, From>>>,
  change: (value: From) => To,
): Partial<Record<Key, To>> {
  // Object.entries forgets the key type; the keys of the result are those of the argument.
  const entries = Object.entries(record) as [Key, From][];
  return Object.fromEntries(entries.map(([key, value]) => [key, change(value)])) as Partial<Record<Key, To>>;
}

function checkTime(name: string, atMs: number): void {
  if (!Number.isFinite(atMs)) throw new RangeError(`${name} needs a finite time in ms, got ${atMs}`);
}
