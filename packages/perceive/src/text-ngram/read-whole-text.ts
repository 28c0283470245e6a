import type { Dimension, Spread, TextSpanEvidence } from "@openempathic/affect";
import { makeCharacterTable } from "../text/character-table.ts";
import { type LabelCategory, mainCategories } from "../text/label-categories.ts";
import type { NgramReader } from "./ngram-reader.ts";
import { spansOf, strongestSpans } from "../text/text-evidence.ts";
import { type TextWindow, textWindows, WINDOW_UNITS } from "../text/text-windows.ts";

/** What the model makes of a whole text. */
export interface TextReading {
  readonly labels: Readonly<Record<string, number>>;
  readonly dimensions: Readonly<Partial<Record<Dimension, Spread>>>;
  readonly evidence: readonly TextSpanEvidence[];
  readonly words: number;
  readonly knownWords: number;
}

/** Evidence is given for the labels that stand out: so many at most, and at least this likely. */
const MOST_LABELS = 4;
const LEAST_LIKELIHOOD = 0.08;

/**
 * Reads a text of any length. Of several windows, likelihoods and dimensions are averaged by their length: they
 * say how the text as a whole would be judged, not its strongest sentence.
 */
export class WholeTextReader {
  readonly #reader: NgramReader;
  readonly #table = makeCharacterTable();
  readonly #contributions = new Float64Array(WINDOW_UNITS + 1);
  readonly #categories: readonly (LabelCategory | undefined)[];

  constructor(reader: NgramReader) {
    const { labels, labelSet } = reader.weights.header;
    this.#reader = reader;
    this.#categories = mainCategories(labels, labelSet);
  }

  read(text: string, wanted: { readonly evidence: boolean }): TextReading {
    const { labels, dimensions } = this.#reader.weights.header;
    const windows = textWindows(text);
    const total = windows.reduce((sum, window) => sum + window.end - window.start, 0);
    const likelihoods = new Float64Array(labels.length);
    const means = new Float64Array(dimensions.length);
    const variances = new Float64Array(dimensions.length);
    const evidence: TextSpanEvidence[] = [];
    let words = 0;
    let knownWords = 0;
    for (const window of windows) {
      const share = total === 0 ? 1 : (window.end - window.start) / total;
      const reading = this.#reader.read(text, window.start, window.end);
      addShare(likelihoods, reading.likelihoods, share);
      addShare(means, reading.means, share);
      for (let d = 0; d < variances.length; d++) {
        variances[d] = (variances[d] as number) + share * this.#reader.spreadOf(d).sd ** 2;
      }
      words += this.#reader.vectoriser.words;
      knownWords += this.#reader.vectoriser.knownWords;
      if (wanted.evidence) this.#addEvidence(text, { window, likelihoods: reading.likelihoods }, evidence);
    }
    return {
      labels: Object.fromEntries(labels.map((label, l) => [label, likelihoods[l] as number])),
      dimensions: Object.fromEntries(
        dimensions.map(({ dimension }, d) => [
          dimension,
          { mean: means[d] as number, sd: Math.sqrt(variances[d] as number) },
        ]),
      ),
      evidence: strongestSpans(evidence),
      words,
      knownWords,
    };
  }

  #addEvidence(
    text: string,
    { window, likelihoods }: { readonly window: TextWindow; readonly likelihoods: Float64Array },
    evidence: TextSpanEvidence[],
  ): void {
    const { start, end } = window;
    for (const label of this.#standingOut(likelihoods)) {
      const main = this.#categories[label] as LabelCategory;
      const contributions = this.#contributions.fill(0, 0, end - start);
      this.#reader.contributions(label, start, contributions);
      for (let k = 0; k < end - start; k++) contributions[k] = (contributions[k] as number) * main.weight;
      for (const span of spansOf({
        text,
        start,
        end,
        contributions,
        category: main.category,
        table: this.#table,
      })) {
        // Two labels of one category in one place are one piece of evidence: the stronger.
        const same = evidence.findIndex(
          (known) => known.category === span.category && known.start < span.end && span.start < known.end,
        );
        if (same < 0) evidence.push(span);
        else if ((evidence[same] as TextSpanEvidence).weight < span.weight) evidence[same] = span;
      }
    }
  }

  /** Indices of the likeliest labels that some category means. */
  #standingOut(likelihoods: Float64Array): readonly number[] {
    const found: number[] = [];
    for (const [label, likelihood] of likelihoods.entries()) {
      if (likelihood >= LEAST_LIKELIHOOD && this.#categories[label] !== undefined) found.push(label);
    }
    return found
      .sort((a, b) => (likelihoods[b] as number) - (likelihoods[a] as number))
      .slice(0, MOST_LABELS);
  }
}

function addShare(into: Float64Array, values: Float64Array, share: number): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] as number) + share * (values[i] as number);
}
