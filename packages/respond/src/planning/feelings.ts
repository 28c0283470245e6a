import type { AffectState, CategoryId } from "@openempathic/affect";

import type { ReplyLanguage } from "../plan.ts";
import names from "./feeling-names.json" with { type: "json" };

/** A category that may be present, as far as the running picture tells. */
export interface LikelyFeeling {
  readonly category: CategoryId;
  /** Share of observers, in [0, 1], who would say that it is present; 1 where the person said so. */
  readonly likelihood: number;
  /** Whether the person named it themselves. */
  readonly selfReported: boolean;
}

/** Below this likelihood a feeling is not worth a word: as many would say it is there as not at 0.5. */
const WORTH_MENTIONING = 0.3;

/**
 * The feelings that the picture holds likely, the likeliest first. What the person said they feel comes first
 * with likelihood 1; what they said they do not feel is left out, whatever was inferred.
 *
 * @param state The running picture.
 * @returns At most `limit` feelings (3 unless told); empty where nothing is known.
 *
 * @example
 * ```ts
 * import { likelyFeelings } from "@openempathic/respond";
 *
 * likelyFeelings({ categories: { Sadness: { logOdds: 0, sd: 1 } }, dimensions: {} }); // => [{ category: "Sadness", likelihood: 0.5, selfReported: false }]
 * ```
 */
export function likelyFeelings(state: AffectState, limit = 3): readonly LikelyFeeling[] {
  const said = state.selfReport?.likelihood ?? {};
  const own = entries(said).filter(([, likelihood]) => likelihood >= 0.5);
  const inferred = entries(state.categories)
    .filter(([category]) => said[category] === undefined)
    .map(([category, belief]) => ({
      category,
      likelihood: 1 / (1 + Math.exp(-belief.logOdds)),
      selfReported: false,
    }))
    .filter(({ likelihood }) => likelihood >= WORTH_MENTIONING)
    .toSorted((a, b) => b.likelihood - a.likelihood);
  return [
    ...own.map(([category, likelihood]) => ({ category, likelihood, selfReported: true })),
    ...inferred,
  ].slice(0, limit);
}

function entries<T>(record: Readonly<Partial<Record<CategoryId, T>>>): readonly (readonly [CategoryId, T])[] {
  // The keys are category ids by the type; Object.entries widens them to string.
  return Object.entries(record) as unknown as readonly (readonly [CategoryId, T])[];
}

/** A category's everyday noun in a sentence: "sadness", "Traurigkeit". */
export function feelingName(category: CategoryId, language: ReplyLanguage): string {
  return names[language][category];
}

const PLEASANT: ReadonlySet<CategoryId> = new Set([
  "Amusement", "Elation", "Pleasure", "Hope", "Triumph", "Interest", "Awe", "Contentment", "Gratitude",
  "Affection", "Relief", "Pride",
]); // prettier-ignore

/** Whether a category is a pleasant one. */
export function isPleasant(category: CategoryId): boolean {
  return PLEASANT.has(category);
}

/** How the picture leans: pleasant, unpleasant, or not known well enough to say. */
export function leaningOf(state: AffectState): "pleasant" | "unpleasant" | "unknown" {
  const own = entries(state.selfReport?.likelihood ?? {}).find(([, likelihood]) => likelihood >= 0.5);
  if (own) return PLEASANT.has(own[0]) ? "pleasant" : "unpleasant";
  const valence = state.dimensions.valence;
  // One standard deviation away from neutral: about five to one that the sign is right.
  if (valence && Math.abs(valence.mean) > Math.max(valence.sd, 0.1)) {
    return valence.mean > 0 ? "pleasant" : "unpleasant";
  }
  const likeliest = likelyFeelings(state, 1)[0];
  if (!likeliest || likeliest.likelihood < 0.5) return "unknown";
  return PLEASANT.has(likeliest.category) ? "pleasant" : "unpleasant";
}
