// Slow speech of about 120 words a minute, which is 12 letters a second with spaces, and a breath afterwards.
// Proposed by this project: a device's voice at its slow setting stays within it.
const LETTERS_A_SECOND = 12;
const AFTERWARDS_SECONDS = 1.2;
const LEAST_SECONDS = 3;

/**
 * How long words need to be said calmly and taken in, in seconds, rounded up to a tenth.
 *
 * @example
 * ```ts
 * import { speakingSeconds } from "@openempathic/experiences/calm";
 *
 * speakingSeconds("Let your shoulders drop."); // => 3.2
 * ```
 */
export function speakingSeconds(text: string): number {
  const letters = Array.from(text.trim()).length;
  const seconds = Math.max(LEAST_SECONDS, letters / LETTERS_A_SECOND + AFTERWARDS_SECONDS);
  // The tiny step back keeps a whole tenth from being rounded up to the next.
  return Math.ceil(seconds * 10 - 1e-9) / 10;
}
