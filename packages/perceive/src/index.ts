/** From a signal to an estimate. */

// The contract
export type { Coverage, PerceiveOptions, Perceiver, Signal, TextSignal } from "./perceiver.ts";

// Text, on this machine
export { openTextMini } from "./text-mini/open-text-mini.ts";
export type { TextMiniFiles } from "./text-mini/open-text-mini.ts";
export { onnxSessions } from "./text-mini/onnx-session.ts";
export type {
  FloatTensor,
  IntegerTensor,
  OnnxRuntimeModule,
  OnnxRuntimeOptions,
  OnnxRuntimeSession,
  OnnxSession,
  OpenOnnxSession,
} from "./text-mini/onnx-session.ts";
export { openTextNgram } from "./text-ngram/open-text-ngram.ts";
export type { TextNgramFiles } from "./text-ngram/open-text-ngram.ts";

// Text, by a service behind a URL
export { openUrlPerceiver } from "./service/open-url-perceiver.ts";
export type { UrlPerceiverSettings } from "./service/open-url-perceiver.ts";

// The registry
export { PERCEIVERS } from "./perceivers.ts";
export type { PerceiverEntry, PerceiverId } from "./perceivers.ts";

// Which language a text is in
export { identifyLanguage } from "./language/identify-language.ts";
export type { LanguageGuess } from "./language/identify-language.ts";

// What training shares with perceiving
export { openMiniScores } from "./text-mini/mini-scores.ts";
export type { MiniScorer, MiniScores } from "./text-mini/mini-scores.ts";
export { openTextMiniPieces } from "./text-mini/open-text-mini-pieces.ts";
export type { TextMiniPieces } from "./text-mini/open-text-mini-pieces.ts";
export { parseMiniCombination } from "./text-mini/mini-combination.ts";
export type {
  DimensionCombination,
  LabelCombination,
  MiniCombination,
} from "./text-mini/mini-combination.ts";
export { modelDigest } from "./model/model-digest.ts";
export { maskPeople, type MaskedText } from "./text/mask-people.ts";
export { WINDOW_UNITS } from "./text/text-windows.ts";
export { NgramFeatures } from "./text-ngram/ngram-features.ts";
export { NgramVectoriser } from "./text-ngram/ngram-vectoriser.ts";
export { NgramVocabulary, RARITY_STEPS } from "./text-ngram/ngram-vocabulary.ts";
export type { NgramTable } from "./text-ngram/ngram-vocabulary.ts";
export { decodeNgramWeights, encodeNgramWeights, quantiseWeights } from "./text-ngram/ngram-weights.ts";
export type { DimensionScale, NgramHeader, NgramWeights, PlattScale } from "./text-ngram/ngram-weights.ts";

// Errors
export { ModelDigestError } from "./model/model-digest-error.ts";
export { ModelFormatError } from "./model/model-format-error.ts";
export { PerceiverAnswerError } from "./service/perceiver-answer-error.ts";
export { PerceiverUnavailableError } from "./service/perceiver-unavailable-error.ts";
