import {
  NgramFeatures,
  NgramVectoriser,
  NgramVocabulary,
  RARITY_STEPS,
  type NgramTable,
} from "@openempathic/perceive";
import type { SparseRows } from "./dual-regression.ts";

/** An n-gram is learned when so many texts hold it: rarer ones say more of one writer than of a feeling. */
export interface VocabularyLimits {
  /** For words and their sequences. */
  readonly leastWordTexts: number;
  /** For pieces of words. */
  readonly leastPieceTexts: number;
}

/** Collects the n-grams of many texts, in order of their hash, so that the order of the texts does not matter. */
export function buildVocabulary(texts: readonly string[], limits: VocabularyLimits): NgramTable {
  const features = new NgramFeatures();
  const found = new Map<number, { texts: number; last: number; block: number }>();
  for (const [index, text] of texts.entries()) {
    features.read(text);
    for (let n = 0; n < features.count; n++) {
      const hash = features.hashes[n] as number;
      const entry = found.get(hash);
      if (entry === undefined)
        found.set(hash, { texts: 1, last: index, block: features.blocks[n] as number });
      else if (entry.last !== index) {
        entry.texts += 1;
        entry.last = index;
      }
    }
  }
  const kept = [...found]
    .filter(
      ([, entry]) => entry.texts >= (entry.block === 0 ? limits.leastWordTexts : limits.leastPieceTexts),
    )
    .sort(([a], [b]) => a - b);
  return {
    hashes: Uint32Array.from(kept, ([hash]) => hash),
    rarities: Uint8Array.from(kept, ([, entry]) => rarityOf(entry.texts, texts.length)),
  };
}

function rarityOf(withIt: number, texts: number): number {
  return Math.min(255, Math.round((Math.log((1 + texts) / (1 + withIt)) + 1) * RARITY_STEPS));
}

/** Tells whether a word is in a vocabulary, for {@link maskPeople}. */
export function wordsOf(table: NgramTable): (word: string) => boolean {
  const vectoriser = new NgramVectoriser(new NgramVocabulary(table));
  return (word) => vectoriser.knows(word);
}

/** Reads texts with the same code that perceives later, into rows for training. */
export function vectoriseTexts(texts: readonly string[], table: NgramTable): SparseRows {
  const vectoriser = new NgramVectoriser(new NgramVocabulary(table));
  const starts = new Int32Array(texts.length + 1);
  const columns: Int32Array[] = [];
  const values: Float32Array[] = [];
  for (const [index, text] of texts.entries()) {
    vectoriser.read(text);
    columns.push(vectoriser.columns.slice(0, vectoriser.count));
    values.push(vectoriser.values.slice(0, vectoriser.count));
    starts[index + 1] = (starts[index] as number) + vectoriser.count;
  }
  const rows = {
    starts,
    columns: new Int32Array(starts[texts.length] as number),
    values: new Float32Array(starts[texts.length] as number),
    columnCount: table.hashes.length,
  };
  for (const [index, start] of starts.subarray(0, texts.length).entries()) {
    rows.columns.set(columns[index] as Int32Array, start);
    rows.values.set(values[index] as Float32Array, start);
  }
  return rows;
}

/** The rows with the given indices, in that order. */
export function selectRows(rows: SparseRows, indices: readonly number[]): SparseRows {
  const starts = new Int32Array(indices.length + 1);
  for (const [index, row] of indices.entries()) {
    starts[index + 1] =
      (starts[index] as number) + (rows.starts[row + 1] as number) - (rows.starts[row] as number);
  }
  const columns = new Int32Array(starts[indices.length] as number);
  const values = new Float32Array(columns.length);
  for (const [index, row] of indices.entries()) {
    const [from, to] = [rows.starts[row] as number, rows.starts[row + 1] as number];
    columns.set(rows.columns.subarray(from, to), starts[index]);
    values.set(rows.values.subarray(from, to), starts[index]);
  }
  return { starts, columns, values, columnCount: rows.columnCount };
}
