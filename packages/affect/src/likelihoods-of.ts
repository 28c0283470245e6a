import type { AffectState } from "./affect-state.ts";
import { CATEGORIES } from "./category.ts";
import type { CategoryId } from "./category.ts";
import { probabilityOf } from "./log-odds.ts";

// The central 80 % of a normal distribution.
const Z = 1.2816;

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
