/** The chapters of a life story, in the order in which the book has them. Which one a passage is in, the person says. */
export const LIFE_CHAPTERS = [
  "childhood",
  "family",
  "love",
  "work",
  "places",
  "joys",
  "losses",
  "today",
] as const;

/** A chapter of a life story. "love" is friends and love. */
export type LifeChapter = (typeof LIFE_CHAPTERS)[number];

/** Whether a word is a chapter's id. */
export function isLifeChapter(word: string): word is LifeChapter {
  return LIFE_CHAPTERS.some((chapter) => chapter === word);
}
