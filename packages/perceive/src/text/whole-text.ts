import type { Dimension, Spread, TextSpanEvidence } from "@openempathic/affect";
import { makeCharacterTable } from "./character-table.ts";
import { type LabelCategory, mainCategories } from "./label-categories.ts";
import { spansOf, strongestSpans } from "./text-evidence.ts";
import { type TextWindow, WINDOW_UNITS } from "./text-windows.ts";

/** What a model makes of a whole text. */
export interface TextReading {
  readonly labels: Readonly<Record<string, number>>;
  readonly dimensions: Readonly<Partial<Record<Dimension, Spread>>>;
  readonly evidence: readonly TextSpanEvidence[];
}

/** What a model makes of one window of a text. The arrays may be reused after they were handed over. */
export interface WindowReading {
  readonly window: TextWindow;
  /** Likelihood of each label in [0, 1]. */
  readonly likelihoods: Float64Array;
  /** Mean of each dimension on [-1, 1]. */
  readonly means: Float64Array;
  /** Standard deviation of each dimension. */
  readonly sds: Float64Array;
  /** Adds to `into[k]` what the `k`-th code unit of the window contributed to a label's log-odds, in nats. */
  contribute(label: number, into: Float64Array): void;
}

/** What a model speaks of. */
export interface TextOutputs {
  readonly labelSet: string;
  readonly labels: readonly string[];
  readonly dimensions: readonly Dimension[];
}

/** Evidence is given for the labels that stand out: so many at most, and at least this likely. */
const MOST_LABELS = 4;
const LEAST_LIKELIHOOD = 0.08;

/**
 * Puts the readings of a text's windows together. Likelihoods and dimensions are averaged by the windows' lengths:
 * they say how the text as a whole would be judged, not its strongest sentence.
 */
export class WholeText {
  readonly #outputs: TextOutputs;
  readonly #table = makeCharacterTable();
  readonly #contributions = new Float64Array(WINDOW_UNITS + 1);
  readonly #categories: readonly (LabelCategory | undefined)[];
  readonly #likelihoods: Float64Array;
  readonly #means: Float64Array;
  readonly #variances: Float64Array;
  #evidence: TextSpanEvidence[] = [];

  constructor(outputs: TextOutputs) {
    this.#outputs = outputs;
    this.#categories = mainCategories(outputs.labels, outputs.labelSet);
    this.#likelihoods = new Float64Array(outputs.labels.length);
    this.#means = new Float64Array(outputs.dimensions.length);
    this.#variances = new Float64Array(outputs.dimensions.length);
  }

  /** Begins a text; what was known of the one before is forgotten. */
  begin(): void {
    this.#likelihoods.fill(0);
    this.#means.fill(0);
    this.#variances.fill(0);
    this.#evidence = [];
  }

  /** @param share Of the whole text that the window makes; the shares of its windows add up to 1. */
  add(reading: WindowReading, { text, share, evidence }: WindowPlace): void {
    addShare(this.#likelihoods, reading.likelihoods, share);
    addShare(this.#means, reading.means, share);
    for (let d = 0; d < this.#variances.length; d++) {
      this.#variances[d] = (this.#variances[d] as number) + share * (reading.sds[d] as number) ** 2;
    }
    if (evidence) this.#addEvidence(reading, text);
  }

  end(): TextReading {
    const { labels, dimensions } = this.#outputs;
    return {
      labels: Object.fromEntries(labels.map((label, l) => [label, this.#likelihoods[l] as number])),
      dimensions: Object.fromEntries(
        dimensions.map((dimension, d) => [
          dimension,
          { mean: this.#means[d] as number, sd: Math.sqrt(this.#variances[d] as number) },
        ]),
      ),
      evidence: strongestSpans(this.#evidence),
    };
  }

  #addEvidence(reading: WindowReading, text: string): void {
    const { start, end } = reading.window;
    const evidence = this.#evidence;
    for (const label of this.#standingOut(reading.likelihoods)) {
      // The cast is safe: labels without a category do not stand out.
      const main = this.#categories[label] as LabelCategory;
      const contributions = this.#contributions.fill(0, 0, end - start);
      reading.contribute(label, contributions);
      for (let k = 0; k < end - start; k++) contributions[k] = (contributions[k] as number) * main.weight;
      const { category } = main;
      for (const span of spansOf({ text, start, end, contributions, category, table: this.#table })) {
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

/** Where a window belongs, and whether its evidence is wanted. */
export interface WindowPlace {
  readonly text: string;
  readonly share: number;
  readonly evidence: boolean;
}

function addShare(into: Float64Array, values: Float64Array, share: number): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] as number) + share * (values[i] as number);
}
