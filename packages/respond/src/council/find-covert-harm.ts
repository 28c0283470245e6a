import { makePhraseBook } from "../checking/phrase-book.ts";
import type { PhraseBook } from "../checking/phrase-book.ts";
import { PHRASE_WORD_SETS } from "../checking/phrases/word-sets.ts";
import { COVERT_HARM } from "./covert-harm-phrases.ts";
import type { HarmRule } from "./covert-harm-phrases.ts";
import { findInText } from "./find-in-text.ts";
import type { FoundWords } from "./find-in-text.ts";

const made: { book?: PhraseBook<HarmRule> } = {};

/**
 * Finds words that plan to harm somebody behind their back. Like all lists of phrases it misses what is worded
 * otherwise, and it cannot tell a plan from its retelling in every case: what it finds is set aside, never reported.
 *
 * @param text what somebody wrote
 * @returns the words found, in order; empty where there are none
 *
 * @example
 * ```ts
 * import { findCovertHarm } from "@openempathic/respond";
 *
 * findCovertHarm("Put a tracker on her car").map(({ text }) => text); // => ["Put a tracker on her"]
 * findCovertHarm("Should I tell her what I saw?"); // => []
 * ```
 */
export function findCovertHarm(text: string): readonly FoundWords<HarmRule>[] {
  return findInText(text, (made.book ??= makePhraseBook(COVERT_HARM, PHRASE_WORD_SETS)));
}
