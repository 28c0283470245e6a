import { riskFeaturesOf, stretchesOf } from "./risk-features.ts";
import type { RiskFeatures, RiskStretch, RiskSurroundings } from "./risk-features.ts";
import type { NormalisedText } from "./normalise-text.ts";

/** What the model scores: that a message is at least so grave, and that it is about somebody else. */
export const RISK_OUTPUTS = ["concern", "passive", "active", "imminent", "others"] as const;

/** A linear model over hashed features; see `training/risk-ngram` for how it was learned. */
export interface RiskModel {
  /** Row-major, one row for each bucket and one column for each of {@link RISK_OUTPUTS}. */
  readonly weights: Int8Array | Float32Array;
  /** What a weight of 1 stands for, for each output. */
  readonly scales: readonly number[];
  readonly bias: readonly number[];
  /** The log-odds from which on an output counts. */
  readonly thresholds: readonly number[];
  /** The log-odds of passive or graver below which what the rules found beside marks of a story, a game, a study or a joke is kept as a concern. */
  readonly doubtBelow: number;
}

/** How a message was scored: log-odds for each of {@link RISK_OUTPUTS}, of the stretch that speaks loudest. */
export interface RiskScores {
  readonly logOdds: readonly number[];
  readonly stretch: RiskStretch;
  readonly features: RiskFeatures;
}

/** The output by which stretches of a message are compared. */
const LOUDEST = RISK_OUTPUTS.indexOf("passive");

/** Scores a message: each of its stretches, and keeps the one with the highest likelihood of a wish to be dead or graver. */
export function scoreRisk(model: RiskModel, message: NormalisedText, around: RiskSurroundings): RiskScores {
  let loudest: RiskScores | undefined;
  for (const stretch of stretchesOf(message)) {
    const features = riskFeaturesOf(stretch, around);
    const logOdds = logOddsOf(model, features);
    if (loudest === undefined || (logOdds[LOUDEST] ?? 0) > (loudest.logOdds[LOUDEST] ?? 0)) {
      loudest = { logOdds, stretch, features };
    }
  }
  return loudest ?? scoresOfNothing(model);
}

function scoresOfNothing(model: RiskModel): RiskScores {
  const features = { buckets: [], values: [], from: [], to: [] };
  return { logOdds: model.bias, stretch: { words: [], sentenceOf: [] }, features };
}

function logOddsOf({ weights, scales, bias }: RiskModel, { buckets, values }: RiskFeatures): number[] {
  const outputs = RISK_OUTPUTS.length;
  const sums = new Float64Array(outputs);
  for (let at = 0; at < buckets.length; at++) {
    const row = (buckets[at] ?? 0) * outputs;
    const value = values[at] ?? 0;
    for (let l = 0; l < outputs; l++) sums[l] = (sums[l] ?? 0) + value * (weights[row + l] ?? 0);
  }
  return Array.from(sums, (sum, l) => sum * (scales[l] ?? 0) + (bias[l] ?? 0));
}

/** A word's share of the log-odds is spread over the words that a feature holds. */
export function wordsThatSpoke(model: RiskModel, scores: RiskScores, output: number): string[] {
  const { words } = scores.stretch;
  const shares = new Float64Array(words.length);
  const { buckets, values, from, to } = scores.features;
  for (let at = 0; at < buckets.length; at++) {
    const first = from[at] ?? -1;
    const last = to[at] ?? -1;
    if (first < 0) continue;
    const weight = model.weights[(buckets[at] ?? 0) * RISK_OUTPUTS.length + output] ?? 0;
    const share = ((values[at] ?? 0) * weight) / (last - first + 1);
    for (let word = first; word <= last; word++) shares[word] = (shares[word] ?? 0) + share;
  }
  return strongestPhrases(words, shares);
}

const PHRASE_WORDS = 3;

/** The two strongest stretches of three words that do not overlap, in the order of the text. */
function strongestPhrases(words: readonly string[], shares: Float64Array): string[] {
  const sumAt = (start: number) => shares.slice(start, start + PHRASE_WORDS).reduce((a, b) => a + b, 0);
  const starts = Array.from({ length: Math.max(1, words.length - PHRASE_WORDS + 1) }, (_, start) => start);
  const best = starts.reduce((a, b) => (sumAt(b) > sumAt(a) ? b : a), 0);
  const others = starts.filter((start) => Math.abs(start - best) >= PHRASE_WORDS && sumAt(start) > 0);
  const second = others.reduce<number | undefined>(
    (a, b) => (a === undefined || sumAt(b) > sumAt(a) ? b : a),
    undefined,
  );
  return [best, ...(second === undefined ? [] : [second])]
    .sort((a, b) => a - b)
    .map((start) => words.slice(start, start + PHRASE_WORDS).join(" "));
}
