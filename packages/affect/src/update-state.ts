import type { AffectState, CategoryBelief } from "./affect-state.ts";
import { CATEGORIES } from "./category.ts";
import type { CategoryId } from "./category.ts";
import type { Dimension, Estimate, Spread } from "./estimate.ts";
import { asBelief, CATEGORY_PRIOR, join, measure } from "./gaussian.ts";
import { believe } from "./report-self.ts";
import { checkTime, stateAt } from "./state-at.ts";

/**
 * The picture after one more estimate: a Kalman filter, after {@link stateAt} has let the silence pass.
 *
 * A category's measurement is the log-odds of its likelihood p with variance 1 / (n q (1 - q)), the delta method
 * for a share among n = 5 observers (Agresti 2013, Categorical Data Analysis, §3.1.6), where q = min(p, ½): what
 * is loud never counts less than what is faint, and what one message does not mention is only weak evidence that
 * it is gone. A dimension's measurement is its mean and sd. The first measurement is taken as it is (a category's
 * sd at most that of long silence). Categories that the person spoke of are left alone while their word holds; an
 * estimate of modality `self-report` is their word. An abstention lets time pass and changes nothing else. An
 * estimate that comes late, with `atMs` before the state's, counts at the state's time.
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
