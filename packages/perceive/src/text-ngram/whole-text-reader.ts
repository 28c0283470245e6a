import { textWindows } from "../text/text-windows.ts";
import type { TextWindow } from "../text/text-windows.ts";
import { type TextReading, WholeText, type WindowReading } from "../text/whole-text.ts";
import type { KnownWords } from "../text/text-abstention.ts";
import type { NgramReader } from "./ngram-reader.ts";

/** Reads a text of any length, window by window. */
export class WholeTextReader {
  readonly #reader: NgramReader;
  readonly #whole: WholeText;
  readonly #sds: Float64Array;

  constructor(reader: NgramReader) {
    const { labels, labelSet, dimensions } = reader.weights.header;
    this.#reader = reader;
    this.#whole = new WholeText({
      labels,
      labelSet,
      dimensions: dimensions.map(({ dimension }) => dimension),
    });
    this.#sds = new Float64Array(dimensions.length);
  }

  read(text: string, wanted: { readonly evidence: boolean }): TextReading & KnownWords {
    const windows = textWindows(text);
    const total = windows.reduce((sum, window) => sum + window.end - window.start, 0);
    let words = 0;
    let knownWords = 0;
    this.#whole.begin();
    for (const window of windows) {
      const share = total === 0 ? 1 : (window.end - window.start) / total;
      this.#whole.add(this.#readWindow(text, window), { text, share, ...wanted });
      words += this.#reader.vectoriser.words;
      knownWords += this.#reader.vectoriser.knownWords;
    }
    return { ...this.#whole.end(), words, knownWords };
  }

  #readWindow(text: string, window: TextWindow): WindowReading {
    const { likelihoods, means } = this.#reader.read(text, window.start, window.end);
    const { calibration } = this.#reader.weights.header;
    for (let d = 0; d < this.#sds.length; d++) this.#sds[d] = this.#reader.spreadOf(d).sd;
    return {
      window,
      likelihoods,
      means,
      sds: this.#sds,
      contribute: (label, into) => {
        this.#reader.contributions(
          label,
          { from: window.start, scale: calibration[label]?.slope ?? 1 },
          into,
        );
      },
    };
  }
}
