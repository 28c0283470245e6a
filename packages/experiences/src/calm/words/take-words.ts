import { checkSentence } from "@openempathic/respond";
import type { SegmentWords } from "../calm-event.ts";
import type { CalmLanguage, CalmScript, WordsSegment } from "../script/calm-script.ts";
import { speakingSeconds } from "../technique/speaking-seconds.ts";

/** A script with other words, and how many of them were taken. */
export interface WordsTaken {
  readonly script: CalmScript;
  readonly taken: number;
  readonly leftOut: number;
}

/**
 * Puts a language model's words into a script. Each line is taken or left out on its own: it must belong to a place
 * for words, be sayable in the time that the place has, break no rule of the reply check, and say nothing about
 * timing or held breath, which are not the model's to decide. No length changes.
 *
 * @example
 * ```ts
 * import { composeCalm, takeWords } from "@openempathic/experiences/calm";
 *
 * const { script } = composeCalm({ language: "en", minutes: 1, technique: "grounding" });
 * const words = [{ segment: 0, text: "Look around your kitchen." }, { segment: 2, text: "Hold your breath." }];
 * takeWords(script, words).taken; // => 1
 * ```
 */
export function takeWords(script: CalmScript, words: readonly SegmentWords[]): WordsTaken {
  const segments = [...script.segments];
  let taken = 0;
  for (const { segment, text } of words) {
    const place = segments[segment];
    const line = text.replace(/\s+/gu, " ").trim();
    if (place?.kind !== "words" || !isFitting(line, place, script.language)) continue;
    segments[segment] = { ...place, text: line };
    taken += 1;
  }
  return { script: { ...script, segments }, taken, leftOut: words.length - taken };
}

// Numbers of seconds, minutes or breaths, and held breath, in both languages, since a model may slip into the other.
const TIMING = [
  /\d/u,
  /\b(?:seconds?|minutes?|count (?:to|from))\b/iu,
  /\bhold (?:it|your breath|the breath|the air)\b/iu,
  /\b(?:Sekunden?|Minuten?|zähle? bis)\b/iu,
  /\b(?:Atem|Luft|Atemzug) an(?:halten|zuhalten)?\b|\b(?:halt|halte) (?:den Atem|die Luft)\b/iu,
];

function isFitting(line: string, place: WordsSegment, language: CalmLanguage): boolean {
  if (line === "" || speakingSeconds(line) > place.seconds) return false;
  if (TIMING.some((pattern) => pattern.test(line))) return false;
  return checkSentence(line, { language }).length === 0;
}
