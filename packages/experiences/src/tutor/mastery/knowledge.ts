/** How one skill is learned and shown, by Bayesian knowledge tracing; four probabilities in [0, 1]. */
export interface KnowledgeParameters {
  /** That the skill is known before the first answer; p(L0) in the paper. */
  readonly known: number;
  /** That it is learned at an opportunity, if it was not known; p(T). */
  readonly learn: number;
  /** That an answer is right although the skill is not known; p(G). */
  readonly guess: number;
  /** That an answer is wrong although it is known; p(S). */
  readonly slip: number;
}

/**
 * What is assumed of a skill for which no answers were fitted. Not measured: the middle of the ranges below.
 */
export const ASSUMED_KNOWLEDGE: KnowledgeParameters = { known: 0.3, learn: 0.15, guess: 0.2, slip: 0.08 };

/**
 * How far off these assumptions may be: `masteryRange` tells what each corner of this box would make of the same
 * answers. Guess and slip end where Corbett and Anderson 1995 (p. 277) capped them: 0.30 and 0.10.
 */
export const KNOWLEDGE_RANGES: Readonly<
  Record<keyof KnowledgeParameters, readonly [low: number, high: number]>
> = {
  known: [0.15, 0.5],
  learn: [0.08, 0.25],
  guess: [0.1, 0.3],
  slip: [0.03, 0.1],
};

/** Where a skill counts as mastered: Corbett and Anderson 1995 use this probability of knowing it. */
export const MASTERED = 0.95;

/**
 * The probability that a skill is known after one more answer: first what the answer says (Bayes), then the chance to
 * have learned from it.
 *
 * Corbett and Anderson 1995, doi:10.1007/BF01099821, equations 1 and 2.
 *
 * @param known the probability before the answer, in [0, 1]
 * @example
 * ```ts
 * import { afterAnswer } from "@openempathic/experiences/tutor";
 *
 * const parameters = { known: 0.5, learn: 0.1, guess: 0.2, slip: 0.1 };
 * afterAnswer(0.5, true, parameters).toFixed(4); // => "0.8364"
 * ```
 */
export function afterAnswer(known: number, isRight: boolean, parameters: KnowledgeParameters): number {
  const { learn, guess, slip } = parameters;
  const ifKnown = known * (isRight ? 1 - slip : slip);
  const ifNot = (1 - known) * (isRight ? guess : 1 - guess);
  const whole = ifKnown + ifNot;
  // An answer that could not happen under these parameters says nothing.
  const given = whole === 0 ? known : ifKnown / whole;
  return given + (1 - given) * learn;
}

/** The probability of knowing a skill after all answers, oldest first. */
export function knownAfter(answers: readonly boolean[], parameters: KnowledgeParameters): number {
  return answers.reduce((known, isRight) => afterAnswer(known, isRight, parameters), parameters.known);
}

/** How probable a right answer is now. Corbett and Anderson 1995, equation 3. */
export function predictRight(known: number, { guess, slip }: KnowledgeParameters): number {
  return known * (1 - slip) + (1 - known) * guess;
}
