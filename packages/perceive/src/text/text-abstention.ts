import { type AbstentionReason } from "@openempathic/affect";
import { identifyLanguage } from "../language/identify-language.ts";
import type { TextSignal } from "../perceiver.ts";

/** Why a text cannot be told about. */
export interface TextAbstention {
  readonly reason: AbstentionReason;
  readonly detail: string;
}

/** How much of the text's words the model knows. */
export interface KnownWords {
  readonly words: number;
  readonly knownWords: number;
}

/** Texts of four words or more whose words are nearly all known are English: nothing else needs to be asked. */
const SURELY_ENGLISH = { words: 4, share: 0.85 } as const;

/** A confident guess at another language stands only while less than this share of the words are known English. */
const MOSTLY_KNOWN = 0.8;

const READ_UNITS = 2_000;

/** Whether a text has too few letters to say anything with: nothing, one letter, numbers, marks, emoji. */
export function tooShort(text: string): TextAbstention | undefined {
  const letters = text.slice(0, READ_UNITS).match(/\p{L}/gu)?.length ?? 0;
  if (letters >= 2) return undefined;
  const detail =
    text.trim() === "" ? "There is no text." : "There are too few letters to tell anything from.";
  return { reason: "too-short", detail };
}

/** Whether a text is in another language than English, or in none. */
export function notEnglish(
  signal: TextSignal,
  { words, knownWords }: KnownWords,
): TextAbstention | undefined {
  if (signal.language !== undefined) {
    const isEnglish = /^en(?:g|-|_|$)/i.test(signal.language);
    return isEnglish ? undefined : otherLanguage(signal.language);
  }
  const share = words === 0 ? 0 : knownWords / words;
  if (words >= SURELY_ENGLISH.words && share >= SURELY_ENGLISH.share) return undefined;
  const guess = identifyLanguage(signal.text);
  if (guess.language !== "en" && guess.confident && share < MOSTLY_KNOWN)
    return otherLanguage(guess.language);
  if (knownWords > 0) return undefined;
  if (guess.language !== "en" && words < 3) return otherLanguage(guess.language);
  if (words >= 3) {
    return { reason: "out-of-domain", detail: "None of its words are known to this model." };
  }
  return undefined;
}

function otherLanguage(language: string | undefined): TextAbstention {
  const named = language === undefined ? "another language" : `another language (${language.slice(0, 35)})`;
  return { reason: "language", detail: `This model reads English only, and this looks like ${named}.` };
}
