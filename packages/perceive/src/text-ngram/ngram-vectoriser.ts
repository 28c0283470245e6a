import { NgramFeatures } from "./ngram-features.ts";
import type { NgramVocabulary } from "./ngram-vocabulary.ts";

/**
 * Turns a text into the sparse vector that a linear model reads: each known n-gram counts by its frequency times
 * its rarity, and words and pieces of words are scaled to length 1 apart (tf-idf). Training and perceiving use
 * this one class, so they cannot drift apart. Its arrays are reused: read them before the next call.
 */
export class NgramVectoriser {
  readonly features = new NgramFeatures();
  /** Column of each entry in `[0, count)`. */
  readonly columns: Int32Array;
  readonly values: Float32Array;
  count = 0;
  /** For each n-gram of `features`, its entry, or -1 where it is unknown. */
  readonly entryOf: Int32Array;
  /** How often each entry occurs in the text. */
  readonly occurrences: Int32Array;
  /** Words (not marks, pairs or pieces) that were read, and those that the model knows. */
  words = 0;
  knownWords = 0;

  readonly #vocabulary: NgramVocabulary;
  /** For each column in turn, the last text that held it and its entry there. */
  readonly #seen: Int32Array;
  readonly #blocks: Uint8Array;
  #stamp = 0;

  constructor(vocabulary: NgramVocabulary) {
    const capacity = this.features.hashes.length;
    this.#vocabulary = vocabulary;
    this.#seen = new Int32Array(2 * vocabulary.size);
    this.#blocks = new Uint8Array(capacity);
    this.columns = new Int32Array(capacity);
    this.values = new Float32Array(capacity);
    this.entryOf = new Int32Array(capacity);
    this.occurrences = new Int32Array(capacity);
  }

  read(text: string, from = 0, to = text.length): void {
    const { features, columns, occurrences, entryOf } = this;
    features.read(text, from, to);
    this.#stamp += 1;
    const stamp = this.#stamp;
    const seen = this.#seen;
    const vocabulary = this.#vocabulary;
    this.words = 0;
    this.knownWords = 0;
    let count = 0;
    for (let n = 0; n < features.count; n++) {
      const column = vocabulary.columnOf(features.hashes[n] as number);
      if (features.isWord[n] === 1) {
        this.words += 1;
        if (column >= 0) this.knownWords += 1;
      }
      if (column < 0) {
        entryOf[n] = -1;
        continue;
      }
      if (seen[2 * column] === stamp) {
        const entry = seen[2 * column + 1] as number;
        occurrences[entry] = (occurrences[entry] as number) + 1;
        entryOf[n] = entry;
        continue;
      }
      seen[2 * column] = stamp;
      seen[2 * column + 1] = count;
      columns[count] = column;
      occurrences[count] = 1;
      this.#blocks[count] = features.blocks[n] as number;
      entryOf[n] = count;
      count += 1;
    }
    this.count = count;
    this.#normalise();
  }

  /** Whether any part of a word is a word that the model has learned. What was read last is forgotten. */
  knows(word: string): boolean {
    this.read(word);
    return this.knownWords > 0;
  }

  #normalise(): void {
    const { columns, values, occurrences, count } = this;
    const { rarity } = this.#vocabulary;
    let words = 0;
    let pieces = 0;
    for (let entry = 0; entry < count; entry++) {
      const value = (occurrences[entry] as number) * (rarity[columns[entry] as number] as number);
      values[entry] = value;
      if (this.#blocks[entry] === 0) words += value * value;
      else pieces += value * value;
    }
    const perWord = words > 0 ? 1 / Math.sqrt(words) : 0;
    const perPiece = pieces > 0 ? 1 / Math.sqrt(pieces) : 0;
    for (let entry = 0; entry < count; entry++) {
      values[entry] = (values[entry] as number) * (this.#blocks[entry] === 0 ? perWord : perPiece);
    }
  }
}
