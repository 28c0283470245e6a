import classes from "./word-classes.json" with { type: "json" };

/** The names of the classes; a class's number is its place here. */
export const WORD_CLASSES: readonly string[] = Object.keys(classes);

const NONE: readonly number[] = [];
const SHORTEST_STEM = 3;
const LONGEST_STEM = 14;
const exact = new Map<string, number[]>();
const stems = new Map<string, number[]>();
for (const [number, words] of Object.values(classes).entries()) {
  for (const word of words) {
    const table = word.endsWith("*") ? stems : exact;
    const key = word.replace("*", "");
    table.set(key, [...(table.get(key) ?? []), number]);
  }
}

/**
 * The classes of meaning that a normalised word belongs to, English and German alike ("pills" and "Tabletten" are
 * one), so that what was learned from some words holds for their kin. The lists are ours: `word-classes.json`,
 * where a star stands for any ending.
 *
 * @param word one word as `normaliseText` writes it
 * @returns numbers into {@link WORD_CLASSES}; most words have none
 */
export function classesOf(word: string): readonly number[] {
  const found = exact.get(word);
  if (found !== undefined) return found;
  if (word.charCodeAt(0) >= DIGIT_0 && word.charCodeAt(0) <= DIGIT_9) return NUMBER;
  for (let end = Math.min(word.length, LONGEST_STEM); end >= SHORTEST_STEM; end--) {
    const stem = stems.get(word.slice(0, end));
    if (stem !== undefined) return stem;
  }
  return NONE;
}

const DIGIT_0 = 48;
const DIGIT_9 = 57;
/** Figures are a class of their own, after the last of the lists. */
const NUMBER: readonly number[] = [WORD_CLASSES.length];
