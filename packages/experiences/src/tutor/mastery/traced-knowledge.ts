import type { KnowledgeParameters } from "./knowledge.ts";

/** What all answers of one learner say, in hindsight. */
export interface TracedKnowledge {
  /** For each answer, how probable it is that the skill was known then. */
  readonly known: readonly number[];
  /** For each answer but the last, how probable it is that the skill was learned right after it. */
  readonly learned: readonly number[];
  /** The natural logarithm of the probability of these answers. */
  readonly logLikelihood: number;
}

/**
 * The forward-backward pass of knowledge tracing, scaled at every step so that long sequences do not vanish.
 * Rabiner 1989, doi:10.1109/5.18626, section V.A, for two states of which "known" has no way back.
 */
export function tracedKnowledge(
  answers: readonly boolean[],
  parameters: KnowledgeParameters,
): TracedKnowledge {
  const { learn, guess, slip } = parameters;
  const ifKnown = (isRight: boolean): number => (isRight ? 1 - slip : slip);
  const ifNot = (isRight: boolean): number => (isRight ? guess : 1 - guess);

  // Forward: the share of "known" given the answers so far, and how probable each answer was.
  const forward: number[] = [];
  const scales: number[] = [];
  let before = parameters.known;
  for (const isRight of answers) {
    const known = before * ifKnown(isRight);
    const scale = known + (1 - before) * ifNot(isRight);
    forward.push(known / scale);
    scales.push(scale);
    before = known / scale + (1 - known / scale) * learn;
  }

  // Backward, in the same scale.
  const known: number[] = new Array<number>(answers.length);
  const learned: number[] = new Array<number>(Math.max(0, answers.length - 1));
  let [afterKnown, afterNot] = [1, 1];
  for (let at = answers.length - 1; at >= 0; at -= 1) {
    const here = forward[at] ?? 0;
    const next = answers[at + 1];
    if (next !== undefined) {
      const scale = scales[at + 1] ?? 1;
      const toKnown = (ifKnown(next) * afterKnown) / scale;
      const toNot = (ifNot(next) * afterNot) / scale;
      learned[at] = (1 - here) * learn * toKnown;
      [afterKnown, afterNot] = [toKnown, learn * toKnown + (1 - learn) * toNot];
    }
    known[at] = here * afterKnown;
  }
  return { known, learned, logLikelihood: scales.reduce((sum, scale) => sum + Math.log(scale), 0) };
}
