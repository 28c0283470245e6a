import { CATEGORIES } from "../category.ts";
import type { CategoryId } from "../category.ts";
import type { Dimension, Estimate, Likelihoods, Modality, Spread } from "../estimate.ts";
import { ESTIMATE_SCHEMA } from "../estimate.ts";
import { InvalidEstimateError } from "../invalid-estimate-error.ts";
import { noisyOr } from "../noisy-or.ts";
import { parseEstimate } from "../parse-estimate.ts";
import { readDocument } from "./emotion-ml-document.ts";
import type { Descriptor, Emotion } from "./emotion-ml-document.ts";
import { InvalidEmotionMLError } from "./invalid-emotion-ml-error.ts";
import { readOwn } from "./own-info.ts";
import type { OwnInfo } from "./own-info.ts";
import { readXml } from "./read-xml.ts";

const DIMENSIONS: Readonly<Record<string, Dimension>> = {
  pleasure: "valence",
  valence: "valence",
  arousal: "arousal",
  dominance: "dominance",
  potency: "dominance",
};

// Other programs' dimensions come without a spread. Half of the scale to either side says: hardly known.
const UNKNOWN_SD = 0.5;

// Means that were written by us differ from the value beside them by rounding alone.
const ROUNDING = 1e-9;

/**
 * Reads an EmotionML 1.0 document (W3C Recommendation, 22 May 2014), checked against every rule of the W3C's
 * implementation report that a text alone can break, and against the W3C's own vocabularies.
 *
 * What `toEmotionML` wrote comes back exactly. Of other documents, categories of the W3C's five vocabularies are
 * placed among our 40 (vocabularies.json argues each), those of a vocabulary declared in the document if they bear
 * our names; a likelihood is value times confidence, each 1 where not given. Dimensions go from [0, 1] onto
 * [-1, 1] with a standard deviation of 0.5, as nothing is known of it; a trace counts with its mean.
 * Unpredictability, intensity, appraisals and action tendencies are checked and left out, having no counterpart.
 * `expressed-through` gives the modality: text, voice or face if it names only that, else fused.
 *
 * Document types are refused, and with them every entity of the author's own; so are texts over 10 million
 * characters and elements nested over 64 deep.
 *
 * @throws InvalidEmotionMLError with the line of the first fault
 *
 * @example
 * ```ts
 * import { fromEmotionML } from "@openempathic/affect";
 *
 * const big6 = "http://www.w3.org/TR/emotion-voc/xml#big6";
 * const xml = `<emotionml version="1.0" xmlns="http://www.w3.org/2009/10/emotionml" category-set="${big6}">
 *   <emotion expressed-through="voice"><category name="sadness" value="0.3"/></emotion></emotionml>`;
 * fromEmotionML(xml)[0]?.likelihood; // => { Sadness: 0.3 }
 * fromEmotionML("<!DOCTYPE emotionml><emotionml/>"); // throws InvalidEmotionMLError
 * ```
 */
export function fromEmotionML(xml: string): Estimate[] {
  const document = readDocument(readXml(xml));
  const estimates = document.emotions.map(readEstimate);
  const others = readOwn(document.info).filter((own) => own.position !== undefined);
  for (const own of [...others].sort((a, b) => (a.position ?? 0) - (b.position ?? 0))) {
    estimates.splice(own.position ?? 0, 0, checked({ ...own.fields, likelihood: {} }, own.line));
  }
  return estimates;
}

function readEstimate(emotion: Emotion): Estimate {
  const likelihood = readLikelihood(emotion);
  const dimensions = readDimensions(emotion);
  const [own] = readOwn(emotion.info);
  if (own !== undefined) {
    checkAgreement(own, dimensions, emotion);
    return checked({ ...own.fields, likelihood }, emotion.line);
  }
  const modality = modalityOf(emotion.expressedThrough);
  const { offsetMs: startMs = -1, durationMs } = emotion;
  const span =
    modality === "text" || startMs < 0 || durationMs === undefined
      ? {}
      : { span: { startMs, endMs: startMs + durationMs } };
  const fields = {
    schema: ESTIMATE_SCHEMA,
    modality,
    ...span,
    likelihood,
    dimensions,
    abstained: null,
    evidence: [],
    source: { kind: "service", id: "emotionml", version: "1.0" },
  };
  return checked(fields, emotion.line);
}

function readLikelihood(emotion: Emotion): Likelihoods {
  const parts = new Map<CategoryId, number[]>();
  for (const descriptor of emotion.descriptors.filter(({ vocabulary }) => vocabulary.kind === "category")) {
    const { name, value = 1, confidence = 1, line } = descriptor;
    const weights = descriptor.vocabulary.weightsOf(name);
    if (weights === undefined) {
      throw new InvalidEmotionMLError(`nothing says where the category "${name}" belongs among the 40`, line);
    }
    for (const { id } of CATEGORIES) {
      const weight = weights[id];
      if (weight !== undefined) parts.set(id, [...(parts.get(id) ?? []), weight * value * confidence]);
    }
  }
  return Object.fromEntries([...parts].map(([id, list]) => [id, noisyOr(list)]));
}

function readDimensions(emotion: Emotion): Partial<Record<Dimension, Spread>> {
  const dimensions: Partial<Record<Dimension, Spread>> = {};
  for (const descriptor of emotion.descriptors.filter(({ vocabulary }) => vocabulary.kind === "dimension")) {
    const dimension = dimensionOf(descriptor);
    if (dimension !== undefined)
      dimensions[dimension] = { mean: 2 * (descriptor.value ?? 0.5) - 1, sd: UNKNOWN_SD };
  }
  return dimensions;
}

function dimensionOf({ name, vocabulary }: Descriptor): Dimension | undefined {
  return vocabulary.names.has(name) && Object.hasOwn(DIMENSIONS, name) ? DIMENSIONS[name] : undefined;
}

function checkAgreement(
  own: OwnInfo,
  dimensions: Partial<Record<Dimension, Spread>>,
  emotion: Emotion,
): void {
  const names = new Set([...Object.keys(own.fields.dimensions), ...Object.keys(dimensions)]);
  for (const name of names) {
    // An unknown name gives undefined here and is refused below.
    const shown = dimensions[name as Dimension]?.mean ?? NaN;
    if (!(Math.abs(shown - (own.fields.dimensions[name]?.mean ?? NaN)) <= ROUNDING)) {
      throw new InvalidEmotionMLError(
        `the dimension ${name} and the spread in <info> disagree`,
        emotion.line,
      );
    }
  }
}

function modalityOf(channels: readonly string[]): Modality {
  const only = (...names: readonly string[]) =>
    channels.length > 0 && channels.every((channel) => names.includes(channel));
  if (only("text")) return "text";
  if (only("voice")) return "voice";
  return only("face", "gaze", "head") ? "face" : "fused";
}

function checked(fields: unknown, line: number): Estimate {
  try {
    return parseEstimate(fields);
  } catch (error) {
    if (!(error instanceof InvalidEstimateError)) throw error;
    throw new InvalidEmotionMLError(error.message, line, { cause: error });
  }
}
