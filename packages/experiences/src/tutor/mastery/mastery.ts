import { ASSUMED_KNOWLEDGE, KNOWLEDGE_RANGES, knownAfter } from "./knowledge.ts";
import type { KnowledgeParameters } from "./knowledge.ts";

/** How probable it is that a skill is known, and how much of that hangs on assumptions. */
export interface Mastery {
  /** In [0, 1]. */
  readonly known: number;
  /** The least and the most that other sensible parameters would make of the same answers. */
  readonly low: number;
  readonly high: number;
  /** How many answers it rests on. */
  readonly answers: number;
}

const CORNERS: readonly KnowledgeParameters[] = KNOWLEDGE_RANGES.known.flatMap((known) =>
  KNOWLEDGE_RANGES.learn.flatMap((learn) =>
    KNOWLEDGE_RANGES.guess.flatMap((guess) =>
      KNOWLEDGE_RANGES.slip.map((slip) => ({ known, learn, guess, slip })),
    ),
  ),
);

/**
 * What answers say about a skill. The range is no confidence interval: it is how far the figure moves over the box of
 * `KNOWLEDGE_RANGES`, because nobody knows how easily this learner guesses, slips and learns.
 *
 * @param answers whether each counted answer was right, oldest first
 * @example
 * ```ts
 * import { masteryAfter } from "@openempathic/experiences/tutor";
 *
 * const { low, known, high } = masteryAfter([true, true, true]);
 * low < known && known < high; // => true
 * ```
 */
export function masteryAfter(
  answers: readonly boolean[],
  parameters: KnowledgeParameters = ASSUMED_KNOWLEDGE,
): Mastery {
  const known = knownAfter(answers, parameters);
  const others = CORNERS.map((corner) => knownAfter(answers, corner));
  return {
    known,
    low: Math.min(known, ...others),
    high: Math.max(known, ...others),
    answers: answers.length,
  };
}
