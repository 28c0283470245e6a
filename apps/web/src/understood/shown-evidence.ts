import type { Estimate, Evidence } from "@openempathic/affect";
import { viewsOfEstimate } from "./category-views.ts";

/** The evidence for the categories that are shown; marking words for anything else would puzzle. */
export function shownEvidence(estimate: Estimate | undefined): readonly Evidence[] {
  if (estimate === undefined) return [];
  const shown = new Set(viewsOfEstimate(estimate).map(({ id }) => id));
  return estimate.evidence.filter(({ category }) => shown.has(category));
}
