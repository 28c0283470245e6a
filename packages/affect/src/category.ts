import taxonomy from "./taxonomy.json" with { type: "json" };

/**
 * The 40 categories of the EmoNet taxonomy (LAION, arXiv 2505.20033 and 2506.09827, CC BY 4.0), by the id
 * that is used on the wire. `taxonomy.json` beside this file holds their names, groups and words.
 */
export type CategoryId =
  | "Amusement" | "Elation" | "Pleasure" | "Hope" | "Triumph" | "Interest" | "Awe" | "Surprise" | "Teasing"
  | "Contentment" | "Gratitude" | "Affection" | "Relief" | "Contemplation" | "Pride"
  | "Fear" | "Anger" | "Malice" | "Disgust" | "Irritability" | "Distress"
  | "Sadness" | "Bitterness" | "Contempt" | "Disappointment" | "Shame" | "Numbness" | "Doubt" | "Jealousy"
  | "Embarrassment" | "Helplessness"
  | "Concentration" | "Confusion"
  | "Pain" | "Fatigue" | "Intoxication" | "Sourness"
  | "Longing" | "Lust" | "Infatuation"; // prettier-ignore

/** One category as the taxonomy describes it. */
export interface Category {
  readonly id: CategoryId;
  /** The published name, such as "Thankfulness/Gratitude". */
  readonly name: string;
  /** One of the taxonomy's seven groups. */
  readonly group: string;
  readonly valence: string;
  readonly arousal: string;
  /** Descriptor words from the taxonomy's guide. */
  readonly words: readonly string[];
}

/** All 40 categories in the order of the taxonomy. */
// The cast is safe: a test holds the file's ids against the union above, both ways.
export const CATEGORIES = taxonomy.categories as readonly Category[];

const IDS: ReadonlySet<string> = new Set(CATEGORIES.map((category) => category.id));

/** Whether a string names one of the 40 categories. */
export function isCategoryId(value: string): value is CategoryId {
  return IDS.has(value);
}
