import { CATEGORIES } from "@openempathic/affect";
import type { CategoryId, Estimate } from "@openempathic/affect";

/** Which way a feeling goes, by the taxonomy's own word; mixed and neutral ones go neither way. */
export type FeelingSide = "pleasant" | "unpleasant";

const SIDE_WORDS: Readonly<Record<FeelingSide, string>> = { pleasant: "positive", unpleasant: "negative" };

const BY_SIDE: Readonly<Record<FeelingSide, readonly CategoryId[]>> = {
  pleasant: categoriesOf("pleasant"),
  unpleasant: categoriesOf("unpleasant"),
};

/**
 * The share of readers, at least, who would hear a feeling of this side in a line: the likelihood of its likeliest category.
 *
 * @returns in [0, 1]; `undefined` where no category of this side was assessed
 *
 * @example
 * ```ts
 * import { makeEstimate } from "@openempathic/affect";
 * import { heardOn } from "@openempathic/experiences/story";
 *
 * const source = { kind: "model", id: "text-mini", version: "1.0.0" } as const;
 * const estimate = makeEstimate({ modality: "text", likelihood: { Anger: 0.8, Sadness: 0.3 }, source });
 * heardOn("unpleasant", estimate); // => { category: "Anger", likelihood: 0.8 }
 * heardOn("pleasant", estimate); // => undefined
 * ```
 */
export function heardOn(
  side: FeelingSide,
  estimate: Estimate,
): { readonly category: CategoryId; readonly likelihood: number } | undefined {
  return likeliest(BY_SIDE[side], estimate);
}

/** More readers than not would say that it is there. */
export const CLEARLY_HEARD = 0.5;

/**
 * What a line sounds like: its likeliest category, where more readers than not would hear it.
 *
 * @returns `undefined` where nothing is clearly heard, or nothing could be told
 */
export function clearFeeling(
  estimate: Estimate | undefined,
): { readonly category: CategoryId; readonly likelihood: number } | undefined {
  if (estimate === undefined) return undefined;
  const all = CATEGORIES.map(({ id }) => id);
  const heard = likeliest(all, estimate);
  return heard !== undefined && heard.likelihood >= CLEARLY_HEARD ? heard : undefined;
}

function likeliest(
  categories: readonly CategoryId[],
  { likelihood }: Estimate,
): { readonly category: CategoryId; readonly likelihood: number } | undefined {
  let best: { category: CategoryId; likelihood: number } | undefined;
  for (const category of categories) {
    const share = likelihood[category];
    if (share !== undefined && (best === undefined || share > best.likelihood))
      best = { category, likelihood: share };
  }
  return best;
}

function categoriesOf(side: FeelingSide): readonly CategoryId[] {
  return CATEGORIES.filter(({ valence }) => valence === SIDE_WORDS[side]).map(({ id }) => id);
}
