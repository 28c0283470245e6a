import { ASSUMED_KNOWLEDGE } from "./knowledge.ts";
import type { KnowledgeParameters } from "./knowledge.ts";
import { tracedKnowledge } from "./traced-knowledge.ts";

/** How to fit. */
export interface FitOptions {
  /** Where to begin; the stated assumptions unless told. */
  readonly from?: KnowledgeParameters;
  /** The most that guess and slip may become; 0.3 and 0.1 unless told (Corbett and Anderson 1995, p. 277). */
  readonly mostGuess?: number;
  readonly mostSlip?: number;
  /** Unless told 500. */
  readonly mostIterations?: number;
}

/** Parameters fitted to answers. */
export interface FittedKnowledge {
  readonly parameters: KnowledgeParameters;
  /** The log-likelihood of the answers after each iteration; it never falls. */
  readonly logLikelihoods: readonly number[];
  readonly hasConverged: boolean;
}

/** Below this gain of log-likelihood an answer, nothing more is to be learned from another round. */
const SMALLEST_GAIN = 1e-9;
/** Keeps every answer possible, so that one odd learner cannot end the fit. */
const FLOOR = 1e-4;

/**
 * Fits the four parameters of a skill to the answers of learners by expectation maximisation (Baum-Welch for a hidden
 * Markov model in which what is known stays known). Guess and slip are held below their bounds: each has its own part
 * of the expected log-likelihood, which is concave, so the best value inside the bound is the bound itself. Without
 * bounds the model can swap "known" and "not known" (Baker, Corbett and Aleven 2008, doi:10.1007/978-3-540-69132-7_44).
 *
 * @param learners the answers of each learner to this skill's tasks, oldest first; empty ones are left out
 * @throws {RangeError} Without a single answer, or for a bound outside (0, 0.5].
 */
export function fitKnowledge(
  learners: readonly (readonly boolean[])[],
  options: FitOptions = {},
): FittedKnowledge {
  const { from = ASSUMED_KNOWLEDGE, mostGuess = 0.3, mostSlip = 0.1, mostIterations = 500 } = options;
  for (const bound of [mostGuess, mostSlip]) {
    if (!(bound > 0 && bound <= 0.5)) {
      throw new RangeError(`fitKnowledge needs bounds of guess and slip in (0, 0.5], got ${bound}`);
    }
  }
  const answered = learners.filter(({ length }) => length > 0);
  const answers = answered.reduce((sum, { length }) => sum + length, 0);
  if (answers === 0) throw new RangeError("fitKnowledge needs at least one answer, got none");
  const within = (value: number, most: number): number => Math.min(most, Math.max(FLOOR, value));

  let parameters = { ...from, guess: within(from.guess, mostGuess), slip: within(from.slip, mostSlip) };
  const logLikelihoods: number[] = [];
  for (let iteration = 0; iteration < mostIterations; iteration += 1) {
    const counts = expectedCounts(answered, parameters);
    const before = logLikelihoods.at(-1);
    logLikelihoods.push(counts.logLikelihood);
    if (before !== undefined && counts.logLikelihood - before < SMALLEST_GAIN * answers) {
      return { parameters, logLikelihoods, hasConverged: true };
    }
    parameters = {
      known: within(counts.knownFirst / answered.length, 1 - FLOOR),
      learn: within(share(counts.learned, counts.couldLearn, parameters.learn), 1 - FLOOR),
      guess: within(share(counts.guessed, counts.unknown, parameters.guess), mostGuess),
      slip: within(share(counts.slipped, answers - counts.unknown, parameters.slip), mostSlip),
    };
  }
  return { parameters, logLikelihoods, hasConverged: false };
}

function share(part: number, whole: number, otherwise: number): number {
  return whole > 0 ? part / whole : otherwise;
}

/** What would be counted if one could see who knew what, weighed by how probable it is. */
function expectedCounts(learners: readonly (readonly boolean[])[], parameters: KnowledgeParameters) {
  const counts = {
    logLikelihood: 0,
    knownFirst: 0,
    learned: 0,
    couldLearn: 0,
    guessed: 0,
    slipped: 0,
    unknown: 0,
  };
  for (const answers of learners) {
    const { known, learned, logLikelihood } = tracedKnowledge(answers, parameters);
    counts.logLikelihood += logLikelihood;
    counts.knownFirst += known[0] ?? 0;
    for (const [at, isRight] of answers.entries()) {
      const knew = known[at] ?? 0;
      counts.unknown += 1 - knew;
      if (isRight) counts.guessed += 1 - knew;
      else counts.slipped += knew;
      if (at + 1 === answers.length) continue;
      counts.couldLearn += 1 - knew;
      counts.learned += learned[at] ?? 0;
    }
  }
  return counts;
}
