import names from "./given-names.json" with { type: "json" };

/** Of the texts with a name or a pronoun, so many are told of somebody else. */
const SWAPPED = 0.5;
const MASKED_NAME = /\[NAME\]/g;
const PRONOUN = /\b(he|she|him|her|his|hers|himself|herself)\b/gi;

// "her" stands for "him" and for "his"; which one does not matter for what is felt, so it becomes either.
const OTHER: Readonly<Record<string, readonly [string, string]>> = {
  he: ["she", "she"],
  she: ["he", "he"],
  him: ["her", "her"],
  his: ["her", "her"],
  her: ["him", "his"],
  hers: ["his", "his"],
  himself: ["herself", "herself"],
  herself: ["himself", "himself"],
};

/**
 * Tells half of the texts of somebody else: a given name from around the world for each masked one, and the other
 * pronoun for each "he" and "she". Who a sentence is about must not change how it is read, and the data set has its
 * names masked, so that a network would otherwise meet real ones for the first time in use.
 *
 * @param random Uniform on [0, 1).
 */
export function swapPeople(text: string, random: () => number): string {
  const named = random() < SWAPPED ? nameEverybody(text, random) : text;
  return random() < SWAPPED ? swapPronouns(named, random) : named;
}

/** The same text of somebody in particular: always with names where there were masks, and in half with the other pronouns. */
export function tellOfSomebodyElse(text: string, random: () => number): string {
  const named = nameEverybody(text, random);
  return random() < SWAPPED ? swapPronouns(named, random) : named;
}

function nameEverybody(text: string, random: () => number): string {
  return text.replace(MASKED_NAME, () => oneOf(names, random));
}

function swapPronouns(text: string, random: () => number): string {
  return text.replace(PRONOUN, (word) => {
    const other = oneOf(OTHER[word.toLowerCase()] ?? [word], random);
    if (word === word.toUpperCase()) return other.toUpperCase();
    const isCapital = word.charAt(0) !== word.charAt(0).toLowerCase();
    return isCapital ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  });
}

function oneOf<Item>(items: readonly Item[], random: () => number): Item {
  // The cast is safe: the lists are not empty and the index lies inside.
  return items[Math.floor(random() * items.length)] as Item;
}
