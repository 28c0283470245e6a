import { CHARACTER_CLASS, makeCharacterTable } from "../text/character-table.ts";
import { WINDOW_UNITS } from "../text/text-windows.ts";

/** More n-grams than {@link WINDOW_UNITS} units can hold. */
const CAPACITY = WINDOW_UNITS * 8;
const LONGEST_CHARACTER_NGRAM = 6;
const SHORTEST_CHARACTER_NGRAM = 3;
const WORD_BOUNDARY = 0x20;

/** Different starting values keep a word, a word pair and a piece of a word with the same letters apart. */
const SEED = {
  word: 0x811c9dc5,
  pair: 0x2545f491,
  piece: 0x9e3779b1,
  around: 0x51ed270b,
  shape: 0x7feb352d,
} as const;

/**
 * Reads a text as n-grams: words, pairs and triples of neighbouring words, pairs with one word left out between
 * them, and pieces of three to six letters within a word. Each is a 32-bit hash with the place where it stands. The arrays are reused: read them before the
 * next call.
 */
export class NgramFeatures {
  /** Hash of each n-gram in `[0, count)`. */
  readonly hashes = new Uint32Array(CAPACITY);
  /** First code unit of each n-gram in the text. */
  readonly starts = new Int32Array(CAPACITY);
  /** One past its last code unit. */
  readonly ends = new Int32Array(CAPACITY);
  /** 0 for words and their sequences, 1 for pieces of words. */
  readonly blocks = new Uint8Array(CAPACITY);
  /** 1 where the n-gram is one whole word of letters or digits. */
  readonly isWord = new Uint8Array(CAPACITY);
  count = 0;

  readonly #table = makeCharacterTable();
  readonly #units = new Uint16Array(WINDOW_UNITS + 2);
  readonly #unitStarts = new Int32Array(WINDOW_UNITS + 2);

  #from = 0;
  #previous = 0;
  #previousStart = 0;
  #beforePrevious = 0;
  #beforePreviousStart = 0;
  #tokens = 0;
  /** The block of the n-grams that are being added. */
  #block = 0;

  /** Reads `text` from `from` to `to` (at most {@link WINDOW_UNITS} units further) into the arrays. */
  read(text: string, from = 0, to = text.length): void {
    const { classOf } = this.#table;
    const end = Math.min(to, from + WINDOW_UNITS, text.length);
    this.count = 0;
    this.isWord[0] = 0;
    this.#tokens = 0;
    this.#from = from;
    this.#previous = SEED.shape;
    this.#previousStart = from;
    this.#beforePrevious = 0;
    let at = from;
    while (at < end) {
      const kind = classOf[text.charCodeAt(at)];
      if (kind === CHARACTER_CLASS.space) at += 1;
      else if (kind === CHARACTER_CLASS.mark) at = this.#readMark(text, at, end);
      else at = this.#readWord(text, at, end);
    }
    this.#closeText(end);
  }

  #readWord(text: string, start: number, limit: number): number {
    const { classOf, folded } = this.#table;
    const units = this.#units;
    const unitStarts = this.#unitStarts;
    let hash: number = SEED.word;
    let length = 0;
    let shouted = true;
    let stretched = false;
    let at = start;
    units[0] = WORD_BOUNDARY;
    unitStarts[0] = start;
    while (at < limit) {
      const raw = text.charCodeAt(at);
      const unit = folded[raw] as number;
      const kind = classOf[raw] as number;
      if (kind !== CHARACTER_CLASS.letter && kind !== CHARACTER_CLASS.digit) {
        const joins =
          unit === 0x27 && at + 1 < limit && classOf[text.charCodeAt(at + 1)] === CHARACTER_CLASS.letter;
        if (!joins) break;
      }
      if (raw === unit && unit !== 0x27) shouted = false;
      // "soooo" counts as "soo": stretching is kept as a mark of its own, however long it is.
      if (
        length >= 2 &&
        units[length] === unit &&
        units[length - 1] === unit &&
        kind === CHARACTER_CLASS.letter
      ) {
        stretched = true;
      } else {
        length += 1;
        units[length] = unit;
        unitStarts[length] = at;
        hash = Math.imul(hash ^ unit, 0x01000193);
      }
      at += 1;
    }
    units[length + 1] = WORD_BOUNDARY;
    unitStarts[length + 1] = at - 1;
    this.isWord[this.count] = 1;
    this.#addToken(hash, start, at);
    this.#addPieces(length + 2, at);
    if (shouted && length >= 2) this.#add(mix(SEED.shape ^ 1), start, at);
    if (stretched) this.#add(mix(SEED.shape ^ 2), start, at);
    return at;
  }

  /** A punctuation mark, symbol or emoji; a run of one mark is a token with its length up to three. */
  #readMark(text: string, start: number, limit: number): number {
    const first = text.charCodeAt(start);
    let at = start + 1;
    let hash = Math.imul(SEED.word ^ (this.#table.folded[first] as number), 0x01000193);
    if (first === 0x5b) {
      const close = placeholderEnd(text, start, limit);
      if (close > 0) {
        for (let k = start + 1; k < close; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
        this.#addToken(hash, start, close);
        return close;
      }
    }
    if (first >= 0xd800 && first <= 0xdbff && at < limit) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
      at += 1;
    } else {
      let run = 1;
      while (at < limit && text.charCodeAt(at) === first) {
        at += 1;
        run += 1;
      }
      hash = Math.imul(hash ^ Math.min(run, 3), 0x01000193);
    }
    this.#addToken(hash, start, at);
    return at;
  }

  #addToken(hash: number, start: number, end: number): void {
    this.#add(mix(hash), start, end);
    const pair = Math.imul(this.#previous ^ SEED.pair, 0x85ebca6b) ^ hash;
    this.#add(mix(pair), this.#previousStart, end);
    if (this.#tokens >= 2) {
      const around = Math.imul(this.#beforePrevious ^ SEED.around, 0x85ebca6b) ^ hash;
      this.#add(mix(around), this.#beforePreviousStart, end);
      const triple = Math.imul(this.#beforePrevious ^ SEED.shape, 0xc2b2ae35) ^ pair;
      this.#add(mix(triple), this.#beforePreviousStart, end);
    }
    this.#beforePrevious = this.#previous;
    this.#beforePreviousStart = this.#previousStart;
    this.#previous = hash;
    this.#previousStart = start;
    this.#tokens += 1;
  }

  #addPieces(length: number, end: number): void {
    const units = this.#units;
    this.#block = 1;
    for (let first = 0; first + SHORTEST_CHARACTER_NGRAM <= length; first++) {
      let hash: number = SEED.piece;
      const last = Math.min(length, first + LONGEST_CHARACTER_NGRAM);
      for (let k = first; k < last; k++) {
        hash = Math.imul(hash ^ (units[k] as number), 0x01000193);
        if (k - first + 1 >= SHORTEST_CHARACTER_NGRAM) {
          const stop = k + 1 < length ? (this.#unitStarts[k + 1] as number) : end;
          this.#add(mix(hash), this.#unitStarts[first] as number, stop);
        }
      }
    }
    this.#block = 0;
  }

  #closeText(end: number): void {
    if (this.#tokens === 0) return;
    this.#add(mix(Math.imul(this.#previous ^ SEED.pair, 0x85ebca6b)), this.#previousStart, end);
    const length = Math.min(6, Math.floor(Math.log2(this.#tokens)));
    this.#add(mix(SEED.shape ^ (0x100 + length)), this.#from, end);
  }

  #add(hash: number, start: number, end: number): void {
    const at = this.count;
    if (at >= CAPACITY) return;
    this.hashes[at] = hash;
    this.starts[at] = start;
    this.ends[at] = end;
    this.blocks[at] = this.#block;
    this.count = at + 1;
    this.isWord[at + 1] = 0;
  }
}

/** The end of a stand-in such as `[NAME]` that opens at `start`, or 0: anonymised corpora are full of them. */
function placeholderEnd(text: string, start: number, limit: number): number {
  let at = start + 1;
  while (at < limit && at - start < 12) {
    const unit = text.charCodeAt(at);
    if (unit === 0x5d) return at - start > 2 ? at + 1 : 0;
    if (unit < 0x41 || unit > 0x5a) return 0;
    at += 1;
  }
  return 0;
}

/** The finalizer of MurmurHash3 (Appleby, public domain): spreads close hashes over all 32 bits. */
function mix(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
