import { eld } from "eld/extrasmall";
import englishWords from "./common-english-words.json" with { type: "json" };

/** A guess at the language of a text. */
export interface LanguageGuess {
  /** ISO 639-1 code such as "en"; `undefined` where the text has no words or its language is not known here. */
  readonly language: string | undefined;
  /** Whether to act on it: short, slangy or mixed texts are often taken for another language. */
  readonly confident: boolean;
}

/** So many code units are enough to tell, and bound the time for any text. */
const READ_UNITS = 600;
const ENGLISH: ReadonlySet<string> = new Set(englishWords.words);

/** Share of everyday English words above which a text in Latin letters is English, whatever its letters suggest. */
const ENGLISH_SHARE = 0.5;

/**
 * eld's score for the best language, and its lead over English, from which on the guess is acted on: names and
 * headlines stay below ("Mary Roth Tom Hirschauer": German, 0.64), sentences of three words lie above.
 */
const CLEAR_SCORE = 0.73;
const CLEAR_LEAD = 0.12;

/**
 * Tells which language a text is probably written in: by its script where that settles it, by its everyday words
 * for English, else by the Efficient Language Detector (`eld`, 60 languages, Apache-2.0). English is given the
 * benefit of the doubt, because letter statistics take "I wanna die" for Yoruba.
 *
 * @example
 * ```ts
 * import { identifyLanguage } from "@openempathic/perceive";
 *
 * identifyLanguage("Ich bin heute so traurig, ich weiß nicht weiter."); // => { language: "de", confident: true }
 * identifyLanguage("I wanna die"); // => { language: "en", confident: true }
 * identifyLanguage("?!"); // => { language: undefined, confident: false }
 * ```
 */
export function identifyLanguage(text: string): LanguageGuess {
  const read = text.slice(0, READ_UNITS);
  const letters = count(read, /\p{L}/gu);
  if (letters === 0) return { language: undefined, confident: false };
  const latin = count(read, /\p{Script=Latin}/gu);
  const isOtherScript = latin < letters / 2;
  const guess = eld.detect(read);
  const language = guess.language === "" ? undefined : guess.language;
  if (isOtherScript) return { language: language === "en" ? undefined : language, confident: true };
  const words =
    read
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{M}']+/gu) ?? [];
  let english = 0;
  for (const word of words) if (ENGLISH.has(word)) english += 1;
  if (words.length > 0 && english / words.length >= ENGLISH_SHARE) return { language: "en", confident: true };
  if (language === "en") return { language, confident: guess.isReliable() };
  const scores = guess.getScores();
  const score = language === undefined ? 0 : (scores[language] ?? 0);
  const isClear = score >= CLEAR_SCORE && score - (scores["en"] ?? 0) >= CLEAR_LEAD;
  // A quarter everyday words: mixed, or English with names in it.
  const isMixed = english > 0 && english / words.length >= 0.25;
  return { language, confident: isClear && guess.isReliable() && !isMixed };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
