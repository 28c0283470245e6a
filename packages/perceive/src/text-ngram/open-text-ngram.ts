import {
  abstain,
  type Estimate,
  type EstimateSource,
  fromLabelSet,
  makeEstimate,
} from "@openempathic/affect";
import type { Coverage, PerceiveOptions, Perceiver, TextSignal } from "../perceiver.ts";
import { categoriesOf } from "../text/label-categories.ts";
import { ModelDigestError } from "../model/model-digest-error.ts";
import { NgramReader } from "./ngram-reader.ts";
import { decodeNgramWeights } from "./ngram-weights.ts";
import { type TextReading, WholeTextReader } from "./read-whole-text.ts";
import { notEnglish, type TextAbstention, tooShort } from "../text/text-abstention.ts";

export interface TextNgramFiles {
  /** The bytes of models/text-ngram/weights.bin. */
  readonly weights: Uint8Array;
  /** The `digest` of models/text-ngram/card.json: `sha256:` and 64 hex digits. */
  readonly digest: string;
}

/** Texts between two looks at the caller's AbortSignal. */
const TEXTS_BETWEEN_LOOKS = 256;

/**
 * Opens the model that ships with the project: n-grams of English text into calibrated likelihoods of the 28
 * GoEmotions labels, and valence, arousal and dominance. It runs in Node and in a browser, on one core, offline.
 *
 * @throws {ModelDigestError} When the weights are not the ones that the card names.
 * @throws {ModelFormatError} When the weights are of a kind that this version does not read.
 * @throws {TypeError} In a browser on a page that came over plain HTTP, which has no WebCrypto.
 */
export async function openTextNgram({ weights, digest }: TextNgramFiles): Promise<Perceiver> {
  const actual = await sha256(weights);
  if (actual !== digest) throw new ModelDigestError(digest, actual);
  return new TextNgram(new NgramReader(decodeNgramWeights(weights)), digest);
}

class TextNgram implements Perceiver {
  readonly id: string;
  readonly version: string;
  readonly modality = "text";
  readonly coverage: Coverage;
  readonly nativeLabelSets: readonly string[];
  readonly #reader: WholeTextReader;
  readonly #source: EstimateSource;
  /** Readings live as long as their signals: asking for an estimate and then for labels reads a text once. */
  readonly #readings = new WeakMap<TextSignal, KnownReading>();

  constructor(reader: NgramReader, digest: string) {
    const { header } = reader.weights;
    this.id = header.id;
    this.version = header.version;
    this.coverage = {
      categories: categoriesOf(header.labels, header.labelSet),
      dimensions: header.dimensions.map(({ dimension }) => dimension),
      languages: ["en"],
    };
    this.nativeLabelSets = [header.labelSet];
    this.#reader = new WholeTextReader(reader);
    this.#source = { kind: "model", id: header.id, version: header.version, digest };
  }

  async perceive(signal: TextSignal, options?: PerceiveOptions): Promise<Estimate> {
    const [estimate] = await this.perceiveBatch([signal], options);
    // The cast is safe: one signal gives one estimate.
    return estimate as Estimate;
  }

  perceiveBatch(signals: readonly TextSignal[], options?: PerceiveOptions): Promise<readonly Estimate[]> {
    return inTurns(signals, options, (signal) => this.#estimate(signal));
  }

  async perceiveLabels(
    signals: readonly TextSignal[],
    labelSet: string,
    options?: PerceiveOptions,
  ): Promise<readonly (Readonly<Record<string, number>> | undefined)[]> {
    if (!this.nativeLabelSets.includes(labelSet)) {
      throw new RangeError(
        `perceiveLabels of ${this.id} needs one of ${this.nativeLabelSets.join(", ")}, got "${labelSet}"`,
      );
    }
    return inTurns(signals, options, (signal) => {
      const read = this.#read(signal, { evidence: false });
      return "reason" in read ? undefined : read.labels;
    });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #estimate(signal: TextSignal): Estimate {
    const read = this.#read(signal, { evidence: true });
    if ("reason" in read) return abstain({ modality: "text", ...read, source: this.#source });
    const [labelSet = ""] = this.nativeLabelSets;
    return makeEstimate({
      modality: "text",
      likelihood: fromLabelSet(read.labels, labelSet),
      dimensions: read.dimensions,
      evidence: read.evidence,
      source: this.#source,
    });
  }

  #read(signal: TextSignal, wanted: { readonly evidence: boolean }): TextReading | TextAbstention {
    const { text, language } = signal;
    const known = this.#readings.get(signal);
    // Whoever changes a signal in spite of its type still gets a reading of what it says now.
    if (known?.text === text && known.language === language) return known.reading;
    const reading = tooShort(text) ?? this.#readLetters(signal, wanted);
    if (wanted.evidence) this.#readings.set(signal, { text, language, reading });
    return reading;
  }

  #readLetters(signal: TextSignal, wanted: { readonly evidence: boolean }): TextReading | TextAbstention {
    const reading = this.#reader.read(signal.text, wanted);
    return notEnglish(signal, reading) ?? reading;
  }
}

interface KnownReading {
  readonly text: string;
  readonly language: string | undefined;
  readonly reading: TextReading | TextAbstention;
}

/** One signal after another, giving way to other work and to an abort every few hundred. */
async function inTurns<Result>(
  signals: readonly TextSignal[],
  options: PerceiveOptions | undefined,
  perceiveOne: (signal: TextSignal) => Result,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const [index, signal] of signals.entries()) {
    if (index % TEXTS_BETWEEN_LOOKS === 0) {
      options?.signal?.throwIfAborted();
      if (index > 0) await Promise.resolve();
    }
    results.push(perceiveOne(signal));
  }
  return results;
}

async function sha256(bytes: Uint8Array): Promise<string> {
  // The cast is safe: it only admits what browsers do on pages that came over plain HTTP.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) {
    throw new TypeError("openTextNgram needs WebCrypto, which browsers offer on https and localhost only");
  }
  // The copy gives WebCrypto a plain ArrayBuffer, whatever kind of buffer the bytes came in.
  const hash = new Uint8Array(await subtle.digest("SHA-256", new Uint8Array(bytes)));
  return `sha256:${Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
