import type { PerceiveOptions, TextSignal } from "../perceiver.ts";
import { maskPeople } from "../text/mask-people.ts";
import { notEnglish, type TextAbstention, tooShort } from "../text/text-abstention.ts";
import { textWindows } from "../text/text-windows.ts";
import { type TextReading, WholeText } from "../text/whole-text.ts";
import type { NgramReader } from "../text-ngram/ngram-reader.ts";
import { combineWindow, type ReadWindow } from "./combine-window.ts";
import { contextPieces, messageRows } from "./message-row.ts";
import type { MiniCombination } from "./mini-combination.ts";
import type { MiniNetwork, RowReading } from "./mini-network.ts";
import type { PieceVocabulary } from "./piece-vocabulary.ts";

/** What the model is made of. */
export interface MiniParts {
  readonly network: MiniNetwork;
  readonly vocabulary: PieceVocabulary;
  readonly ngrams: NgramReader;
  readonly combination: MiniCombination;
}

/** Texts whose rows are gathered before the network is asked: enough to find rows of about the same length. */
const TEXTS_AT_ONCE = 128;

/** A window that the n-gram model has read and the network has not. */
type OpenWindow = Omit<ReadWindow, "readings">;

/** Reads texts with both models and puts together what they say. */
export class MiniReader {
  readonly #parts: MiniParts;
  readonly #whole: WholeText;

  constructor(parts: MiniParts) {
    this.#parts = parts;
    const { labelSet, labels, dimensions } = parts.combination;
    this.#whole = new WholeText({
      labelSet,
      labels: labels.map(({ label }) => label),
      dimensions: dimensions.map(({ dimension }) => dimension),
    });
  }

  async read(
    signals: readonly TextSignal[],
    options: PerceiveOptions & { readonly evidence: boolean },
  ): Promise<readonly (TextReading | TextAbstention)[]> {
    const readings: (TextReading | TextAbstention)[] = [];
    for (let from = 0; from < signals.length; from += TEXTS_AT_ONCE) {
      for (const read of await this.readWindows(signals.slice(from, from + TEXTS_AT_ONCE), options)) {
        readings.push("reason" in read ? read : this.#combine(read, options.evidence));
      }
    }
    return readings;
  }

  /** What both models say of each window of each text, before anything is put together. */
  async readWindows(
    signals: readonly TextSignal[],
    options: PerceiveOptions,
  ): Promise<readonly (readonly ReadWindow[] | TextAbstention)[]> {
    const opened = signals.map((signal) => this.#open(signal));
    const windows = opened.flatMap((text) => ("reason" in text ? [] : text));
    const rows = windows.flatMap((window) => window.rows);
    const read = await this.#parts.network.read(rows, () => options.signal?.throwIfAborted());
    const readings = read.values();
    return opened.map((text) => {
      if ("reason" in text) return text;
      return text.map((window) => ({ ...window, readings: window.rows.map(() => next(readings)) }));
    });
  }

  /** What can be said before the network is asked: an abstention, or the text in windows. */
  #open(signal: TextSignal): readonly OpenWindow[] | TextAbstention {
    const { text } = signal;
    const short = tooShort(text);
    if (short !== undefined) return short;
    const { ngrams, vocabulary } = this.#parts;
    const knows = (word: string): boolean => ngrams.vectoriser.knows(word);
    const context = contextPieces(vocabulary, signal.context, (turn) => maskPeople(turn, knows).text);
    let words = 0;
    let knownWords = 0;
    const windows: OpenWindow[] = [];
    for (const window of textWindows(text)) {
      ngrams.read(text, window.start, window.end);
      words += ngrams.vectoriser.words;
      knownWords += ngrams.vectoriser.knownWords;
      const rows = messageRows(vocabulary, { text, window, context });
      // A window of white space says nothing.
      if (rows.length > 0) windows.push({ text, window, rows, ngramScores: ngrams.scores.slice() });
    }
    if (windows.length === 0) return { reason: "too-short", detail: "There is next to no text." };
    return notEnglish(signal, { words, knownWords }) ?? windows;
  }

  #combine(windows: readonly ReadWindow[], evidence: boolean): TextReading {
    const total = windows.reduce((sum, { window }) => sum + window.end - window.start, 0);
    this.#whole.begin();
    for (const read of windows) {
      const share = (read.window.end - read.window.start) / total;
      this.#whole.add(combineWindow(this.#parts, read), { text: read.text, share, evidence });
    }
    return this.#whole.end();
  }
}

function next(readings: Iterator<RowReading>): RowReading {
  // The cast is safe: the network gives a reading for each row, and the rows are asked for in their order.
  return readings.next().value as RowReading;
}
