import type { ReplyLanguage } from "@openempathic/respond";
import { COUNCIL_WORDS_DE } from "./council-words-de.ts";
import { COUNCIL_WORDS_EN } from "./council-words-en.ts";
import type { CouncilWords } from "./council-words.ts";

const WORDS: Readonly<Record<ReplyLanguage, CouncilWords>> = { en: COUNCIL_WORDS_EN, de: COUNCIL_WORDS_DE };

/**
 * The words of a council in one language.
 *
 * @example
 * ```ts
 * import { councilWords } from "@openempathic/experiences/council";
 *
 * councilWords("de").doingNothing; // => "Vorerst nichts tun"
 * ```
 */
export function councilWords(language: ReplyLanguage): CouncilWords {
  return WORDS[language];
}
