import { CATEGORIES } from "./category.ts";
import type { CategoryId } from "./category.ts";
import dct16 from "./label-sets/dct16.json" with { type: "json" };
import ekman from "./label-sets/ekman.json" with { type: "json" };
import fer from "./label-sets/fer.json" with { type: "json" };
import goemotions from "./label-sets/goemotions.json" with { type: "json" };
import hume from "./label-sets/hume.json" with { type: "json" };
import plutchik from "./label-sets/plutchik.json" with { type: "json" };

/** A set of names for feelings that somebody else uses, by the id used on the wire. */
export type LabelSetId = "emonet" | "goemotions" | "ekman" | "plutchik" | "fer" | "dct16" | "hume";

/**
 * Where one name goes in the other vocabulary: weights that sum to 1 and the argument for them, or the reason
 * why nothing there means it.
 */
export type Mapping<Name extends string> =
  | { readonly weights: Readonly<Partial<Record<Name, number>>>; readonly because: string }
  | { readonly unmapped: string };

/** A label set with its crosswalk to and from the 40 categories. It is data: the JSON files in label-sets/. */
export interface LabelSet {
  readonly id: LabelSetId;
  readonly name: string;
  /** The publication that the labels are from, and those that the crosswalk leans on. */
  readonly source: string;
  /** By which rule the weights were chosen. */
  readonly argument: string;
  /** Every label in the set's own order, with the categories that it stands for. */
  readonly labels: readonly ({ readonly label: string } & Mapping<CategoryId>)[];
  /** Every one of the 40 categories, with the labels that it goes to. */
  readonly categories: readonly ({ readonly category: CategoryId } & Mapping<string>)[];
}

const SAME = "The same category.";

const emonet: LabelSet = {
  id: "emonet",
  name: "EmoNet 40",
  source: "LAION, EmoNet, arXiv 2505.20033 and 2506.09827, CC BY 4.0",
  argument: "Every category is itself.",
  labels: CATEGORIES.map(({ id }) => ({ label: id, weights: { [id]: 1 }, because: SAME })),
  categories: CATEGORIES.map(({ id }) => ({ category: id, weights: { [id]: 1 }, because: SAME })),
};

/** Every label set that likelihoods can be given in, `emonet` (the 40 themselves) first. */
// The cast is safe: a test holds every file's ids and weights against the types above.
export const LABEL_SETS = [emonet, goemotions, ekman, plutchik, fer, dct16, hume] as readonly LabelSet[];

/**
 * The label set with this id.
 *
 * @param id such as "goemotions"
 * @throws RangeError for an id that is not among {@link LABEL_SETS}
 *
 * @example
 * ```ts
 * import { labelSetById } from "@openempathic/affect";
 *
 * labelSetById("goemotions").labels.length; // => 28
 * labelSetById("zodiac"); // throws RangeError
 * ```
 */
export function labelSetById(id: string): LabelSet {
  const found = LABEL_SETS.find((set) => set.id === id);
  if (found === undefined) {
    const known = LABEL_SETS.map((set) => set.id).join(", ");
    throw new RangeError(`labelSetById needs one of ${known}, got "${id.slice(0, 60)}"`);
  }
  return found;
}
