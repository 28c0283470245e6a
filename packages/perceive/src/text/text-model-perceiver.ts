import {
  abstain,
  type Estimate,
  type EstimateSource,
  fromLabelSet,
  makeEstimate,
} from "@openempathic/affect";
import type { Coverage, PerceiveOptions, Perceiver, TextSignal } from "../perceiver.ts";
import { categoriesOf } from "./label-categories.ts";
import type { MaskedText } from "./mask-people.ts";
import { maskSignal } from "./mask-signal.ts";
import type { TextAbstention } from "./text-abstention.ts";
import type { TextOutputs, TextReading } from "./whole-text.ts";

/** A model of English text on this machine, before it speaks the perceivers' language. */
export interface TextModel {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
  readonly outputs: TextOutputs;
  /** Whether the model has learned a word; others with a capital letter are taken for names. */
  knows(word: string): boolean;
  /** Reads texts, each by itself, in their order. Evidence may be left out where it is not wanted. */
  read(
    signals: readonly TextSignal[],
    options: PerceiveOptions & { readonly evidence: boolean },
  ): Promise<readonly (TextReading | TextAbstention)[]>;
  close(): Promise<void>;
}

/**
 * Makes a perceiver of a model: its labels become the categories that they speak for. The model is given texts in which
 * nobody in particular is spoken of ({@link maskSignal}); evidence is told in the text as it was written.
 */
export class TextModelPerceiver implements Perceiver {
  readonly id: string;
  readonly version: string;
  readonly modality = "text";
  readonly coverage: Coverage;
  readonly nativeLabelSets: readonly string[];
  readonly #model: TextModel;
  readonly #source: EstimateSource;
  /** Readings live as long as their signals: asking for an estimate and then for labels reads a text once. */
  readonly #readings = new WeakMap<TextSignal, KnownReading>();

  constructor(model: TextModel) {
    const { id, version, digest, outputs } = model;
    this.id = id;
    this.version = version;
    this.coverage = {
      categories: categoriesOf(outputs.labels, outputs.labelSet),
      dimensions: outputs.dimensions,
      languages: ["en"],
    };
    this.nativeLabelSets = [outputs.labelSet];
    this.#model = model;
    this.#source = { kind: "model", id, version, digest };
  }

  async perceive(signal: TextSignal, options?: PerceiveOptions): Promise<Estimate> {
    const [estimate] = await this.perceiveBatch([signal], options);
    // The cast is safe: one signal gives one estimate.
    return estimate as Estimate;
  }

  async perceiveBatch(
    signals: readonly TextSignal[],
    options: PerceiveOptions = {},
  ): Promise<readonly Estimate[]> {
    const readings = await this.#read(signals, { ...options, evidence: true });
    return readings.map((reading) => this.#estimate(reading));
  }

  async perceiveLabels(
    signals: readonly TextSignal[],
    labelSet: string,
    options: PerceiveOptions = {},
  ): Promise<readonly (Readonly<Record<string, number>> | undefined)[]> {
    if (!this.nativeLabelSets.includes(labelSet)) {
      throw new RangeError(
        `perceiveLabels of ${this.id} needs one of ${this.nativeLabelSets.join(", ")}, got "${labelSet}"`,
      );
    }
    const readings = await this.#read(signals, { ...options, evidence: false });
    return readings.map((reading) => ("reason" in reading ? undefined : reading.labels));
  }

  close(): Promise<void> {
    return this.#model.close();
  }

  #estimate(reading: TextReading | TextAbstention): Estimate {
    if ("reason" in reading) return abstain({ modality: "text", ...reading, source: this.#source });
    return makeEstimate({
      modality: "text",
      likelihood: fromLabelSet(reading.labels, this.#model.outputs.labelSet),
      dimensions: reading.dimensions,
      evidence: reading.evidence,
      source: this.#source,
    });
  }

  async #read(
    signals: readonly TextSignal[],
    options: PerceiveOptions & { readonly evidence: boolean },
  ): Promise<readonly (TextReading | TextAbstention)[]> {
    options.signal?.throwIfAborted();
    const known = signals.map((signal) => this.#known(signal));
    const unread = signals.filter((_, index) => known[index] === undefined);
    const fresh = (await this.#readMasked(unread, options)).values();
    return signals.map((signal, index) => {
      const reading = known[index] ?? fresh.next().value;
      if (reading === undefined) throw new Error(`${this.id} gave fewer readings than texts`);
      if (options.evidence) this.#readings.set(signal, { of: keyOf(signal), reading });
      return reading;
    });
  }

  async #readMasked(
    signals: readonly TextSignal[],
    options: PerceiveOptions & { readonly evidence: boolean },
  ): Promise<readonly (TextReading | TextAbstention)[]> {
    const masks = signals.map((signal) => maskSignal(signal, (word) => this.#model.knows(word)));
    const readings = await this.#model.read(
      masks.map(({ signal }) => signal),
      options,
    );
    return readings.map((reading, index) => asWritten(reading, masks[index]?.masked));
  }

  /** Whoever changes a signal in spite of its type still gets a reading of what it says now. */
  #known(signal: TextSignal): TextReading | TextAbstention | undefined {
    const known = this.#readings.get(signal);
    if (known === undefined) return undefined;
    const { text, language, context } = signal;
    const isSame = known.of.text === text && known.of.language === language && known.of.context === context;
    return isSame ? known.reading : undefined;
  }
}

function asWritten(
  reading: TextReading | TextAbstention,
  masked: MaskedText | undefined,
): TextReading | TextAbstention {
  if ("reason" in reading || masked === undefined) return reading;
  const evidence = reading.evidence.map((span) => ({
    ...span,
    start: masked.startOf(span.start),
    end: masked.endOf(span.end),
  }));
  return { ...reading, evidence };
}

interface KnownReading {
  readonly of: Pick<TextSignal, "text" | "language" | "context">;
  readonly reading: TextReading | TextAbstention;
}

function keyOf({ text, language, context }: TextSignal): KnownReading["of"] {
  return {
    text,
    ...(language === undefined ? {} : { language }),
    ...(context === undefined ? {} : { context }),
  };
}
