import { modelDigest } from "../model/model-digest.ts";
import { ModelDigestError } from "../model/model-digest-error.ts";
import type { PerceiveOptions, Perceiver, TextSignal } from "../perceiver.ts";
import { notEnglish, type TextAbstention, tooShort } from "../text/text-abstention.ts";
import { type TextModel, TextModelPerceiver } from "../text/text-model-perceiver.ts";
import type { TextReading } from "../text/whole-text.ts";
import { NgramReader } from "./ngram-reader.ts";
import { decodeNgramWeights } from "./ngram-weights.ts";
import { WholeTextReader } from "./whole-text-reader.ts";

export interface TextNgramFiles {
  /** The bytes of models/text-ngram/weights.bin. */
  readonly weights: Uint8Array;
  /** The `digest` of models/text-ngram/card.json: `sha256:` and 64 hex digits. */
  readonly digest: string;
}

/** Texts between two looks at the caller's AbortSignal. */
const TEXTS_BETWEEN_LOOKS = 256;

/**
 * Opens the small model that ships with the project: n-grams of English text into calibrated likelihoods of the 28
 * GoEmotions labels, and valence, arousal and dominance. It runs in Node and in a browser, on one core, offline.
 *
 * @throws {ModelDigestError} When the weights are not the ones that the card names.
 * @throws {ModelFormatError} When the weights are of a kind that this version does not read.
 * @throws {TypeError} In a browser on a page that came over plain HTTP, which has no WebCrypto.
 */
export async function openTextNgram({ weights, digest }: TextNgramFiles): Promise<Perceiver> {
  const actual = await modelDigest(weights);
  if (actual !== digest) throw new ModelDigestError(digest, actual);
  return new TextModelPerceiver(textNgram(new NgramReader(decodeNgramWeights(weights)), digest));
}

function textNgram(ngrams: NgramReader, digest: string): TextModel {
  const { id, version, labelSet, labels, dimensions } = ngrams.weights.header;
  const reader = new WholeTextReader(ngrams);
  const readOne = (signal: TextSignal, evidence: boolean): TextReading | TextAbstention => {
    const short = tooShort(signal.text);
    if (short !== undefined) return short;
    const { words, knownWords, ...reading } = reader.read(signal.text, { evidence });
    return notEnglish(signal, { words, knownWords }) ?? reading;
  };
  return {
    id,
    version,
    digest,
    outputs: { labelSet, labels, dimensions: dimensions.map(({ dimension }) => dimension) },
    knows: (word) => ngrams.vectoriser.knows(word),
    read: (signals, options) => inTurns(signals, options, (signal) => readOne(signal, options.evidence)),
    close: () => Promise.resolve(),
  };
}

/** One signal after another, giving way to other work and to an abort every few hundred. */
async function inTurns<Result>(
  signals: readonly TextSignal[],
  options: PerceiveOptions,
  perceiveOne: (signal: TextSignal) => Result,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const [index, signal] of signals.entries()) {
    if (index % TEXTS_BETWEEN_LOOKS === 0) {
      options.signal?.throwIfAborted();
      if (index > 0) await Promise.resolve();
    }
    results.push(perceiveOne(signal));
  }
  return results;
}
