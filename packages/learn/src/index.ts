/** From releases and public data to models, and how good they are. */

// Data that others published
export { GOEMOTIONS_LABELS } from "./goemotions-labels.ts";
export { parseEmoBank } from "./parse-emobank.ts";
export type { EmoBankRow } from "./parse-emobank.ts";
export { parseGoEmotions } from "./parse-goemotions.ts";
export type { GoEmotionsRow } from "./parse-goemotions.ts";

// Training
export { chooseThreshold } from "./choose-threshold.ts";
export { fitDualRegression, scoreRow } from "./dual-regression.ts";
export type { DualRegressionOptions, LinearModel, SparseRows } from "./dual-regression.ts";
export { fitPlatt } from "./fit-platt.ts";
export { shuffle } from "./shuffle.ts";
export { TEXT_NGRAM_RECIPE } from "./text-ngram-recipe.ts";
export type { TextNgramRecipe } from "./text-ngram-recipe.ts";
export { trainTextNgram } from "./train-text-ngram.ts";
export type { TextNgramData } from "./train-text-ngram.ts";
export { buildVocabulary, selectRows, vectoriseTexts, wordsOf } from "./vectorise-texts.ts";
export type { VocabularyLimits } from "./vectorise-texts.ts";

// Putting text-mini's network and the n-gram model together
export { fitDimensionCombination, fitLabelCombination } from "./text-mini/fit-mini-combination.ts";
export type { Scored } from "./text-mini/fit-mini-combination.ts";
export { crossFitCombination } from "./text-mini/cross-fit-combination.ts";
export type { CrossFittedFigures, ScoredTexts } from "./text-mini/cross-fit-combination.ts";
export { combineScores } from "./text-mini/combine-scores.ts";
export { fitShrunkPlatt } from "./text-mini/fit-shrunk-platt.ts";
export type { ScoredLabel } from "./text-mini/fit-shrunk-platt.ts";
export { fitSpread } from "./text-mini/fit-spread.ts";
export type { SpreadScale } from "./text-mini/fit-spread.ts";

// Evaluation
export { ekmanColumns, evaluateText, goEmotionsColumns } from "./evaluation/evaluate-text.ts";
export type {
  TextEvaluation,
  TextEvaluationData,
  TextEvaluationOptions,
} from "./evaluation/evaluate-text.ts";
export { scoreLabels } from "./evaluation/score-labels.ts";
export type {
  Figure,
  LabelColumn,
  LabelFigures,
  LabelScores,
  LabelScoringOptions,
} from "./evaluation/score-labels.ts";
export { figure, formatTextEvaluation, table } from "./evaluation/format-text-evaluation.ts";
export { evaluateDeletion } from "./evaluation/evaluate-deletion.ts";
export type { DeletionFigures } from "./evaluation/evaluate-deletion.ts";
export { evaluateProbes } from "./evaluation/evaluate-probes.ts";
export type { ProbeFigures } from "./evaluation/evaluate-probes.ts";
export { parseProbes, PROBE_FILES } from "./evaluation/parse-probes.ts";
export type { DialogueProbe, PairProbe, Probes, SwapProbe } from "./evaluation/parse-probes.ts";
export type { ContextGain, DialogueFigures, DialogueOptions } from "./evaluation/evaluate-dialogues.ts";
export type { PairFigures } from "./evaluation/evaluate-pairs.ts";
export type { SwapFigures } from "./evaluation/evaluate-swaps.ts";
