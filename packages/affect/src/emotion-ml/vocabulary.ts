import { CATEGORIES, isCategoryId } from "../category.ts";
import type { CategoryId } from "../category.ts";
import type { Mapping } from "../label-set.ts";
import published from "./vocabularies.json" with { type: "json" };

/** The four kinds of descriptor of EmotionML 1.0, §2.2. */
export type DescriptorKind = "category" | "dimension" | "appraisal" | "action-tendency";

/** A vocabulary of EmotionML: its names, and for categories where each goes among our 40. */
export interface Vocabulary {
  readonly kind: DescriptorKind;
  readonly names: ReadonlySet<string>;
  /** Empty for a category that has no counterpart; `undefined` for a name that we cannot place at all. */
  readonly weightsOf: (name: string) => Readonly<Partial<Record<CategoryId, number>>> | undefined;
}

export const EMOTION_ML = "http://www.w3.org/2009/10/emotionml";
export const DESCRIPTOR_KINDS: readonly DescriptorKind[] = [
  "category",
  "dimension",
  "appraisal",
  "action-tendency",
];

/** The 40 categories as a vocabulary that a document has to declare itself, since the W3C has none like it. */
export const OWN_VOCABULARY_ID = "emonet";
export const OWN_NAMES: readonly string[] = CATEGORIES.map(({ id }) => id);

/** The W3C's dimensions of pleasure, arousal and dominance, which are ours under other names. */
export const PAD_DIMENSIONS = `${published.base}#pad-dimensions`;

interface PublishedVocabulary {
  readonly id: string;
  readonly type: DescriptorKind;
  readonly items: readonly ({ readonly name: string } & Partial<Mapping<CategoryId>>)[];
}

// The cast is safe: a test holds the file against this shape.
const PUBLISHED = published.vocabularies as readonly PublishedVocabulary[];

/** One of the vocabularies that the W3C published for EmotionML, by its address; `undefined` for another address. */
export function publishedVocabulary(address: string): Vocabulary | undefined {
  const [base, id] = address.replace(/^https:/, "http:").split("#");
  const found = base === published.base ? PUBLISHED.find((vocabulary) => vocabulary.id === id) : undefined;
  if (found === undefined) return undefined;
  const weights = new Map(
    found.items.map((item) => [item.name, "weights" in item ? (item.weights ?? {}) : {}]),
  );
  return {
    kind: found.type,
    names: new Set(weights.keys()),
    weightsOf: (name) => weights.get(name),
  };
}

/** A vocabulary that the document declares itself: names that are among our 40 are placed, others are not. */
export function declaredVocabulary(kind: DescriptorKind, names: readonly string[]): Vocabulary {
  return {
    kind,
    names: new Set(names),
    weightsOf: (name) => (isCategoryId(name) ? { [name]: 1 } : undefined),
  };
}
