/** From releases and public data to models, and how good they are. */

// Data that others published
export { GOEMOTIONS_LABELS } from "./goemotions-labels.ts";
export { parseEmoBank } from "./parse-emobank.ts";
export type { EmoBankRow } from "./parse-emobank.ts";
export { parseGoEmotions } from "./parse-goemotions.ts";
export type { GoEmotionsRow } from "./parse-goemotions.ts";

// Training
export { chooseThreshold } from "./choose-threshold.ts";
export { fitDualRegression } from "./dual-regression.ts";
export type { DualRegressionOptions, LinearModel, SparseRows } from "./dual-regression.ts";
export { fitPlatt } from "./fit-platt.ts";
export { shuffle } from "./shuffle.ts";
export { TEXT_NGRAM_RECIPE } from "./text-ngram-recipe.ts";
export type { TextNgramRecipe } from "./text-ngram-recipe.ts";
export { trainTextNgram } from "./train-text-ngram.ts";
export type { TextNgramData } from "./train-text-ngram.ts";
export { buildVocabulary, selectRows, vectoriseTexts } from "./vectorise-texts.ts";
export type { VocabularyLimits } from "./vectorise-texts.ts";

// Evaluation
export { evaluateText } from "./evaluate-text.ts";
export type {
  Figure,
  LabelFigures,
  TextEvaluation,
  TextEvaluationData,
  TextEvaluationOptions,
} from "./evaluate-text.ts";
export { formatTextEvaluation } from "./format-text-evaluation.ts";
