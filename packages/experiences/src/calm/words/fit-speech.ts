/** How a spoken text fits the time that its words have. */
export type SpeechFit =
  /** It is said at this rate, 1 or a little more. */
  | { readonly kind: "said"; readonly rate: number }
  /** It would have to be hurried or cut off; the words are only shown. */
  | { readonly kind: "too-long" };

/** Faster than this, calm words do not sound calm any more. Proposed by this project. */
export const MOST_SPEECH_RATE = 1.15;

/**
 * How a voice says words that stand for so long. The time is never the voice's: what is a little too long is said a
 * little faster, and what is longer than that is left to be read.
 *
 * @param clipSeconds how long the voice takes for them, in seconds
 * @param secondsLeft how long the words still stand, in seconds
 * @example
 * ```ts
 * import { fitSpeech } from "@openempathic/experiences/calm";
 *
 * fitSpeech(3, 4); // => { kind: "said", rate: 1 }
 * fitSpeech(4.4, 4); // => { kind: "said", rate: 1.1 }
 * fitSpeech(6, 4); // => { kind: "too-long" }
 * ```
 */
export function fitSpeech(clipSeconds: number, secondsLeft: number): SpeechFit {
  const isKnown = Number.isFinite(clipSeconds) && clipSeconds > 0 && secondsLeft > 0;
  const rate = isKnown ? Math.max(1, Math.ceil((1000 * clipSeconds) / secondsLeft - 1e-6) / 1000) : Infinity;
  return rate <= MOST_SPEECH_RATE ? { kind: "said", rate } : { kind: "too-long" };
}
