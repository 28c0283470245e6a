import { modelDigest } from "../model/model-digest.ts";
import { ModelDigestError } from "../model/model-digest-error.ts";
import { ModelFormatError } from "../model/model-format-error.ts";
import type { Perceiver } from "../perceiver.ts";
import { TextModelPerceiver } from "../text/text-model-perceiver.ts";
import { NgramReader } from "../text-ngram/ngram-reader.ts";
import { decodeNgramWeights, type NgramHeader } from "../text-ngram/ngram-weights.ts";
import { type MiniCombination, parseMiniCombination } from "./mini-combination.ts";
import { MiniNetwork } from "./mini-network.ts";
import { MiniReader } from "./mini-reader.ts";
import type { OpenOnnxSession } from "./onnx-session.ts";
import { PieceVocabulary } from "./piece-vocabulary.ts";

export interface TextMiniFiles {
  /** The bytes of models/text-mini/model.onnx. */
  readonly network: Uint8Array;
  /** The bytes of models/text-mini/vocabulary.json. */
  readonly vocabulary: Uint8Array;
  /** The bytes of models/text-mini/combination.json, which names the other files by their digests. */
  readonly combination: Uint8Array;
  /** The bytes of models/text-ngram/weights.bin, with which the network is combined. */
  readonly ngrams: Uint8Array;
  /** The `digest` of models/text-mini/card.json: `sha256:` and 64 hex digits, of the combination. */
  readonly digest: string;
  /** ONNX Runtime, as {@link onnxSessions} makes it of the package for Node or for browsers. */
  readonly openSession: OpenOnnxSession;
}

/**
 * Opens the transformer that ships with the project, together with the n-gram model: English text, and the turns
 * before it, into calibrated likelihoods of the 28 GoEmotions labels, and valence, arousal and dominance. The same
 * files and code run in Node and in a browser, on one core, offline, and give the same to three decimals.
 *
 * @throws {ModelDigestError} When a file is not the one that the card names.
 * @throws {ModelFormatError} When a file is of a kind that this version does not read.
 * @throws {TypeError} In a browser on a page that came over plain HTTP, which has no WebCrypto.
 */
export async function openTextMini(files: TextMiniFiles): Promise<Perceiver> {
  await check(files.combination, files.digest);
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  const combination = parseMiniCombination(text(files.combination));
  await check(files.network, combination.digests.network);
  await check(files.vocabulary, combination.digests.vocabulary);
  await check(files.ngrams, combination.digests.ngrams);
  const ngrams = new NgramReader(decodeNgramWeights(files.ngrams));
  refuseOtherOutputs(combination, ngrams.weights.header);
  const vocabulary = new PieceVocabulary(text(files.vocabulary));
  const { labels, dimensions, id, version, labelSet } = combination;
  const network = await MiniNetwork.open(files.network, {
    labels: labels.length,
    openSession: files.openSession,
  });
  const reader = new MiniReader({ network, vocabulary, ngrams, combination });
  return new TextModelPerceiver({
    id,
    version,
    digest: files.digest,
    outputs: {
      labelSet,
      labels: labels.map(({ label }) => label),
      dimensions: dimensions.map(({ dimension }) => dimension),
    },
    knows: (word) => ngrams.vectoriser.knows(word),
    read: (signals, options) => reader.read(signals, options),
    close: () => network.close(),
  });
}

async function check(bytes: Uint8Array, digest: string): Promise<void> {
  const actual = await modelDigest(bytes);
  if (actual !== digest) throw new ModelDigestError(digest, actual);
}

/** Both models must speak of the same things in the same order, or their numbers would be mixed up. */
function refuseOtherOutputs(combination: MiniCombination, header: NgramHeader): void {
  const own = [
    ...combination.labels.map(({ label }) => label),
    ...combination.dimensions.map((d) => d.dimension),
  ];
  const others = [...header.labels, ...header.dimensions.map(({ dimension }) => dimension)];
  if (own.join() !== others.join()) {
    throw new ModelFormatError("The n-gram model has other labels or dimensions than the combination.");
  }
}
