import type { ReplyLanguage } from "../plan.ts";
import { CRISIS_WORDS_DE } from "./crisis-words-de.ts";
import { CRISIS_WORDS_EN } from "./crisis-words-en.ts";
import type { CrisisWords } from "./crisis-words.ts";

/** The words in a language. */
export function chooseCrisisWords(language: ReplyLanguage): CrisisWords {
  return language === "de" ? CRISIS_WORDS_DE : CRISIS_WORDS_EN;
}
