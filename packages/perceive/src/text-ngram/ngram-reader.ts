import type { Dimension } from "@openempathic/affect";
import { NgramVectoriser } from "./ngram-vectoriser.ts";
import { NgramVocabulary } from "./ngram-vocabulary.ts";
import type { NgramWeights } from "./ngram-weights.ts";

/** What the model makes of one window of text, before anything is decided. The arrays are reused. */
export interface NgramReading {
  /** Likelihood of each label in [0, 1]. */
  readonly likelihoods: Float64Array;
  /** Mean of each dimension of the header, on [-1, 1]. */
  readonly means: Float64Array;
}

/** One loaded model with its work space: a sparse product per window, no garbage. */
export class NgramReader {
  readonly weights: NgramWeights;
  readonly vectoriser: NgramVectoriser;
  readonly #scores: Float64Array;
  readonly #reading: NgramReading;
  readonly #bias: Float64Array;

  constructor(weights: NgramWeights) {
    this.weights = weights;
    this.vectoriser = new NgramVectoriser(new NgramVocabulary(weights.table));
    this.#bias = Float64Array.from(weights.header.bias);
    this.#scores = new Float64Array(this.#bias.length);
    this.#reading = {
      likelihoods: new Float64Array(weights.header.labels.length),
      means: new Float64Array(weights.header.dimensions.length),
    };
  }

  read(text: string, from = 0, to = text.length): NgramReading {
    this.vectoriser.read(text, from, to);
    this.#score();
    const { likelihoods, means } = this.#reading;
    const { calibration } = this.weights.header;
    for (let label = 0; label < likelihoods.length; label++) {
      const { slope, offset } = calibration[label] as { slope: number; offset: number };
      likelihoods[label] = 1 / (1 + Math.exp(-(slope * (this.#scores[label] as number) + offset)));
    }
    for (let d = 0; d < means.length; d++) {
      means[d] = Math.min(1, Math.max(-1, this.#scores[likelihoods.length + d] as number));
    }
    return this.#reading;
  }

  /** Standard deviation of a dimension for the window read last. */
  spreadOf(dimension: number): { readonly dimension: Dimension; readonly sd: number } {
    const scale = this.weights.header.dimensions[dimension];
    if (scale === undefined)
      throw new RangeError(`spreadOf needs a dimension of the model, got ${dimension}`);
    const { knownWords } = this.vectoriser;
    return { dimension: scale.dimension, sd: scale.sd[knownWords >= 16 ? 2 : knownWords >= 4 ? 1 : 0] };
  }

  #score(): void {
    const scores = this.#scores;
    const outputs = scores.length;
    const { quanta, scales } = this.weights;
    const { columns, values, count } = this.vectoriser;
    scores.set(this.#bias);
    for (let entry = 0; entry < count; entry++) {
      const column = columns[entry] as number;
      const value = (values[entry] as number) * (scales[column] as number);
      const base = column * outputs;
      for (let o = 0; o < outputs; o++) {
        scores[o] = (scores[o] as number) + value * (quanta[base + o] as number);
      }
    }
  }

  /** The raw score of each label, before calibration, and of each dimension, for the window read last; reused. */
  get scores(): Float64Array {
    return this.#scores;
  }

  /**
   * Adds to `into[k]` what the `k`-th code unit after `from` contributed to a label's score in the window read last,
   * times `scale`. An n-gram's contribution is spread evenly over its places and its code units.
   */
  contributions(
    label: number,
    { from, scale }: { readonly from: number; readonly scale: number },
    into: Float64Array,
  ): void {
    const { features, columns, values, entryOf, occurrences } = this.vectoriser;
    const outputs = this.#scores.length;
    for (let n = 0; n < features.count; n++) {
      const entry = entryOf[n] as number;
      if (entry < 0) continue;
      const column = columns[entry] as number;
      const start = (features.starts[n] as number) - from;
      const end = (features.ends[n] as number) - from;
      if (end <= start) continue;
      const weight =
        (this.weights.quanta[column * outputs + label] as number) * (this.weights.scales[column] as number);
      const share =
        (scale * (values[entry] as number) * weight) / ((occurrences[entry] as number) * (end - start));
      for (let k = start; k < end; k++) into[k] = (into[k] as number) + share;
    }
  }
}
