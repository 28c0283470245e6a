import type { AffectState, CategoryBelief, SelfReport } from "./affect-state.ts";
import { CATEGORIES } from "./category.ts";
import type { CategoryId } from "./category.ts";
import type { Likelihoods } from "./estimate.ts";
import { logOddsOf } from "./log-odds.ts";
import { checkTime, stateAt } from "./state-at.ts";

// How sure a category is inside the filter right after the person named it, for when their word has aged out.
const SAID = { mean: logOddsOf(0.98), sd: 0.5 };

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

/** The state with a report taken in, at a time to which it has already been brought. */
export function believe(state: AffectState, report: SelfReport): AffectState {
  const likelihood = { ...state.selfReport?.likelihood, ...report.likelihood };
  const said: Partial<Record<CategoryId, CategoryBelief>> = {};
  for (const { id } of CATEGORIES) {
    const share = likelihood[id];
    if (share !== undefined) said[id] = { logOdds: between(logOddsOf(share), SAID.mean), sd: SAID.sd };
  }
  return {
    ...state,
    atMs: report.atMs,
    categories: { ...state.categories, ...said },
    selfReport: { ...report, likelihood },
  };
}

function between(value: number, limit: number): number {
  return Math.min(Math.max(value, -limit), limit);
}
