import { CATEGORIES, likelihoodsOf } from "@openempathic/affect";
import type { AffectState, CategoryId, Estimate, Likelihoods } from "@openempathic/affect";

/** One category as the panel shows it; the bounds are missing where only a single figure is known. */
export interface CategoryView {
  readonly id: CategoryId;
  readonly likelihood: number;
  readonly low?: number;
  readonly high?: number;
}

/** Which words a likelihood is told in. */
export type Strength = "strong" | "likely" | "maybe" | "hint";

/** How many categories are worth reading at once. */
const SHOWN = 5;

/** Below this hardly anybody would say that the category is there, and naming it would put words in a mouth. */
const WORTH_SAYING = 0.1;

/** The words for a likelihood: how many of ten readers would say so. */
export function strengthOf(likelihood: number): Strength {
  if (likelihood >= 0.75) return "strong";
  if (likelihood >= 0.45) return "likely";
  return likelihood >= 0.25 ? "maybe" : "hint";
}

/** A share as a whole percentage; never 100, since no guess is certain. */
export function toPercent(share: number): number {
  return Math.min(99, Math.round(share * 100));
}

/** The running picture's likeliest categories, with their bounds, without those that the person spoke for. */
export function viewsOfState(state: AffectState): readonly CategoryView[] {
  const all = likelihoodsOf(state);
  return likeliest(
    idsIn(all).flatMap((id) => {
      const belief = all[id];
      return belief === undefined || belief.selfReported
        ? []
        : [{ id, likelihood: belief.likelihood, low: belief.low, high: belief.high }];
    }),
  );
}

/** One message's likeliest categories. */
export function viewsOfEstimate(estimate: Estimate): readonly CategoryView[] {
  return likeliest(
    idsIn(estimate.likelihood).flatMap((id) => {
      const likelihood = estimate.likelihood[id];
      return likelihood === undefined ? [] : [{ id, likelihood }];
    }),
  );
}

/** The categories that a self-report names, and those that it rules out. */
export function saidIn(likelihood: Likelihoods): { yes: readonly CategoryId[]; no: readonly CategoryId[] } {
  const ids = idsIn(likelihood);
  return {
    yes: ids.filter((id) => (likelihood[id] ?? 0) >= 0.5),
    no: ids.filter((id) => (likelihood[id] ?? 1) < 0.5),
  };
}

function idsIn(record: Readonly<Partial<Record<CategoryId, unknown>>>): readonly CategoryId[] {
  return CATEGORIES.map(({ id }) => id).filter((id) => record[id] !== undefined);
}

function likeliest(views: readonly CategoryView[]): readonly CategoryView[] {
  return views
    .filter(({ likelihood }) => likelihood >= WORTH_SAYING)
    .sort((a, b) => b.likelihood - a.likelihood)
    .slice(0, SHOWN);
}
