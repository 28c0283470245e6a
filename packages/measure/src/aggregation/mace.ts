import type { Interval } from "../bootstrap-interval.ts";
import { betaQuantile } from "../distributions/incomplete-beta.ts";
import { digamma } from "../distributions/log-gamma.ts";
import type { Ratings, RatingValue } from "../ratings/ratings.ts";
import { seededRandom } from "../seeded-random.ts";
import type { Random } from "../seeded-random.ts";
import { classRatings, expectedReliability, namedDistributions } from "./aggregation.ts";
import type { Aggregation, ClassRatings, Fit, RaterReliability, StopRule } from "./aggregation.ts";

/** Priors of the authors' program: Beta(½, ½) over competence, 10 ratings of each class over what a guesser says. */
const COMPETENCE_PRIOR = 0.5;
const GUESS_PRIOR = 10;

export interface MaceOptions<Value extends RatingValue = RatingValue> extends StopRule {
  /** All classes that could be chosen; those that occur, unless told. */
  readonly classes?: readonly Value[];
  /** Any integer: where the starts begin. 1 unless told. */
  readonly seed?: number;
  /** How many starts, of which the best is kept; 10 unless told. */
  readonly restarts?: number;
}

export interface MaceRater extends RaterReliability {
  /** The likelihood that the rater answers from knowledge rather than by guessing, in [0, 1]. */
  readonly competence: number;
  /** Of its posterior Beta distribution. */
  readonly competenceInterval: Interval;
}

export type MaceAggregation = Aggregation<MaceRater> & Fit;

/**
 * MACE: each answer is either known, and then right, or guessed, by a habit of the rater's own. It finds out who
 * guesses.
 *
 * Hovy, Berg-Kirkpatrick, Vaswani and Hovy 2013, https://aclanthology.org/N13-1132, the variational Bayes variant
 * (their section 2.2 with figure 2), each class equally common beforehand. `logLikelihood` is that of the ratings under
 * the expected logarithms of the parameters, by which the best of the restarts is chosen.
 *
 * @throws {RangeError} When there is no rating, a value is not among the classes, or restarts are below 1.
 * @example
 * ```ts
 * import { mace, ratingsFromTable } from "@openempathic/measure";
 *
 * const table = [["a", "a", "b"], ["b", "b", "b"], ["a", "a", "b"], ["b", "b", "b"], ["a", "a", "b"]];
 * const { raters } = mace(ratingsFromTable(table), { seed: 1 });
 * (raters[0]?.competence ?? 0) > (raters[2]?.competence ?? 1); // => true
 * ```
 */
export function mace<Value extends RatingValue>(
  ratings: Ratings<Value>,
  options: MaceOptions<Value> = {},
): MaceAggregation {
  const { seed = 1, restarts = 10 } = options;
  if (!(Number.isInteger(restarts) && restarts > 0)) {
    throw new RangeError(`mace needs a whole number of restarts above 0, got ${restarts}`);
  }
  const data = classRatings("mace", ratings, options.classes);
  const random = seededRandom(seed);
  let best = fitOnce(data, options, random);
  for (let restart = 1; restart < restarts; restart++) {
    const fit = fitOnce(data, options, random);
    if (fit.logLikelihood > best.logLikelihood) best = fit;
  }
  const { truth, known, guessed, logLikelihood, iterations, converged } = best;
  const raters = expectedReliability(data, truth).map((rater, r) => {
    const a = (known[r] as number) + COMPETENCE_PRIOR;
    const b = (guessed[r] as number) + COMPETENCE_PRIOR;
    const competenceInterval = {
      low: betaQuantile(0.025, a, b),
      high: betaQuantile(0.975, a, b),
      level: 0.95,
    };
    return { ...rater, competence: a / (a + b), competenceInterval };
  });
  const units = namedDistributions(data, truth);
  return { classes: data.classes, units, raters, logLikelihood, iterations, converged };
}

interface MaceFit extends Fit {
  readonly truth: Float64Array;
  /** Expected number of answers that each rater knew, and guessed. */
  readonly known: Float64Array;
  readonly guessed: Float64Array;
}

/** Weights of knowing and guessing, and what guessers say, [rater][class]. */
interface MaceModel {
  readonly knows: Float64Array;
  readonly guesses: Float64Array;
  readonly says: Float64Array;
}

function fitOnce(
  data: ClassRatings,
  { tolerance = 1e-7, maxIterations = 500 }: StopRule,
  random: Random,
): MaceFit {
  const raters = data.raters.length;
  const k = data.classes.length;
  const truth = new Float64Array(data.units.length * k);
  const known = new Float64Array(raters);
  const guessed = new Float64Array(raters);
  const said = new Float64Array(raters * k);
  const model: MaceModel = { knows: known.slice(), guesses: known.slice(), says: said.slice() };
  for (let r = 0; r < raters; r++) {
    // Better than even, so that the labels are not turned round.
    model.knows[r] = 0.5 + 0.5 * random();
    model.guesses[r] = 1 - (model.knows[r] as number);
  }
  model.says.set(model.says.map(() => (0.5 + random()) / k));
  let step = expect({ data, model }, { truth, known, guessed, said });
  let iterations = 1;
  while (iterations < maxIterations && step.change > tolerance) {
    iterations += 1;
    maximise(model, { known, guessed, said });
    step = expect({ data, model }, { truth, known, guessed, said });
  }
  const converged = step.change <= tolerance;
  return { truth, known, guessed, logLikelihood: step.logLikelihood, iterations, converged };
}

interface ExpectedCounts {
  readonly known: Float64Array;
  readonly guessed: Float64Array;
  readonly said: Float64Array;
}

function expect(
  { data, model }: { readonly data: ClassRatings; readonly model: MaceModel },
  { truth, known, guessed, said }: ExpectedCounts & { readonly truth: Float64Array },
): { readonly logLikelihood: number; readonly change: number } {
  const { units, unitStart, raterIndex, valueIndex, classes } = data;
  const k = classes.length;
  const { logGuess, gain, knowing } = answerTables(model, k);
  known.fill(0);
  guessed.fill(0);
  said.fill(0);
  const log = new Float64Array(k);
  let logLikelihood = 0;
  let change = 0;
  for (let u = 0; u < units.length; u++) {
    const from = unitStart[u] as number;
    const to = unitStart[u + 1] as number;
    let everyGuess = -Math.log(k);
    log.fill(0);
    for (let i = from; i < to; i++) {
      const c = valueIndex[i] as number;
      const answer = (raterIndex[i] as number) * k + c;
      everyGuess += logGuess[answer] as number;
      log[c] = (log[c] as number) + (gain[answer] as number);
    }
    let most = -Infinity;
    for (let c = 0; c < k; c++) most = Math.max(most, log[c] as number);
    let sum = 0;
    for (let c = 0; c < k; c++) sum += Math.exp((log[c] as number) - most);
    logLikelihood += everyGuess + most + Math.log(sum);
    for (let c = 0; c < k; c++) {
      const share = Math.exp((log[c] as number) - most) / sum;
      change = Math.max(change, Math.abs(share - (truth[u * k + c] as number)));
      truth[u * k + c] = share;
    }
    for (let i = from; i < to; i++) {
      const r = raterIndex[i] as number;
      const c = valueIndex[i] as number;
      const knew = (truth[u * k + c] as number) * (knowing[r * k + c] as number);
      known[r] = (known[r] as number) + knew;
      guessed[r] = (guessed[r] as number) + 1 - knew;
      said[r * k + c] = (said[r * k + c] as number) + 1 - knew;
    }
  }
  return { logLikelihood, change };
}

/** For each rater and answer: log weight as a guess, what the truth of it adds to that, and the share of knowing if true. */
function answerTables(
  { knows, guesses, says }: MaceModel,
  k: number,
): { readonly logGuess: Float64Array; readonly gain: Float64Array; readonly knowing: Float64Array } {
  const logGuess = new Float64Array(says.length);
  const gain = new Float64Array(says.length);
  const knowing = new Float64Array(says.length);
  for (let answer = 0; answer < says.length; answer++) {
    const r = Math.floor(answer / k);
    const guess = (guesses[r] as number) * (says[answer] as number);
    const know = knows[r] as number;
    logGuess[answer] = Math.log(guess);
    gain[answer] = Math.log1p(know / guess);
    knowing[answer] = know / (know + guess);
  }
  return { logGuess, gain, knowing };
}

/** The variational step: exponentials of expected logarithms. */
function maximise({ knows, guesses, says }: MaceModel, { known, guessed, said }: ExpectedCounts): void {
  const k = said.length / known.length;
  for (let r = 0; r < known.length; r++) {
    const a = (known[r] as number) + COMPETENCE_PRIOR;
    const b = (guessed[r] as number) + COMPETENCE_PRIOR;
    knows[r] = Math.exp(digamma(a) - digamma(a + b));
    guesses[r] = Math.exp(digamma(b) - digamma(a + b));
    const all = digamma((guessed[r] as number) + k * GUESS_PRIOR);
    for (let c = 0; c < k; c++) {
      says[r * k + c] = Math.exp(digamma((said[r * k + c] as number) + GUESS_PRIOR) - all);
    }
  }
}
