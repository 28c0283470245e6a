import type { CalmScript } from "../script/calm-script.ts";

/** A place for words in a script: what stands there now, and how long it may be. */
export interface WordSlot {
  readonly segment: number;
  readonly text: string;
  /** The longest text that can be said calmly in the time, in letters. */
  readonly maxLetters: number;
}

/**
 * The places in a script that a language model may word. It is told how much room each has; the time itself is not
 * up to it.
 *
 * @example
 * ```ts
 * import { composeCalm, wordSlots } from "@openempathic/experiences/calm";
 *
 * const { script } = composeCalm({ language: "en", minutes: 1, technique: "grounding" });
 * wordSlots(script)[0]; // => { segment: 0, text: "Keep your eyes open and look around you.", maxLetters: 40 }
 * ```
 */
export function wordSlots({ segments }: CalmScript): readonly WordSlot[] {
  return segments.flatMap((each, segment) =>
    each.kind === "words" ? [{ segment, text: each.text, maxLetters: lettersIn(each.seconds) }] : [],
  );
}

/** The longest text whose `speakingSeconds` is not above the time: 12 letters a second after 1.2 s of rest. */
function lettersIn(seconds: number): number {
  return Math.max(0, Math.floor((seconds - 1.2) * 12 + 1e-6));
}
