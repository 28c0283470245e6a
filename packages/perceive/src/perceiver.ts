import type { CategoryId, Dimension, Estimate, Modality } from "@openempathic/affect";
import type { Turn } from "@openempathic/govern";

/** Something a person wrote. */
export interface TextSignal {
  readonly kind: "text";
  readonly text: string;
  /** BCP 47 tag when the caller knows the language; otherwise the perceiver identifies it. */
  readonly language?: string;
  /** The turns before this message, oldest first; a perceiver may use or ignore them. */
  readonly context?: readonly Turn[];
}

export type Signal = TextSignal;

/** What a perceiver can assess at all. Outside it a value is missing, never 0. */
export interface Coverage {
  readonly categories: readonly CategoryId[];
  readonly dimensions: readonly Dimension[];
  /** BCP 47 primary tags; `"*"` where the perceiver takes any language. */
  readonly languages: readonly string[];
}

/**
 * A function from a signal to an estimate: a model, or another program behind a URL. Adding one is a file that
 * implements this and one entry in the registry.
 */
export interface Perceiver<S extends Signal = TextSignal> {
  readonly id: string;
  readonly version: string;
  readonly modality: Modality;
  readonly coverage: Coverage;
  /** Label sets in which the model itself speaks, such as "goemotions"; others go through a crosswalk. */
  readonly nativeLabelSets: readonly string[];
  /** Never throws for what a person wrote: what cannot be told is an abstention. */
  perceive(signal: S, options?: PerceiveOptions): Promise<Estimate>;
  /** The same for many signals, in their order; faster than one by one where the model can batch. */
  perceiveBatch(signals: readonly S[], options?: PerceiveOptions): Promise<readonly Estimate[]>;
  /**
   * Likelihood by label of one of `nativeLabelSets`, in the order of the signals; `undefined` where it abstains.
   * @throws {RangeError} When the label set is not native.
   */
  perceiveLabels(
    signals: readonly S[],
    labelSet: string,
    options?: PerceiveOptions,
  ): Promise<readonly (Readonly<Record<string, number>> | undefined)[]>;
  close(): Promise<void>;
}

export interface PerceiveOptions {
  readonly signal?: AbortSignal;
}
