import type { CategoryId } from "./category.ts";

/** The wire name of an estimate's shape. Its fields are fixed: people outside build on them. */
export const ESTIMATE_SCHEMA = "open-empathic/estimate/1";

/** Which kind of signal an estimate was made from. */
export type Modality = "text" | "voice" | "face" | "self-report" | "fused";

/** Valence (unpleasant to pleasant), arousal (calm to excited), dominance (at its mercy to in control). */
export type Dimension = "valence" | "arousal" | "dominance";

/** A dimension's value: mean on [-1, 1] and standard deviation > 0 on the same scale. */
export interface Spread {
  readonly mean: number;
  readonly sd: number;
}

/** Why an estimate says "cannot tell". */
export type AbstentionReason =
  "silence" | "no-face" | "language" | "too-short" | "out-of-domain" | "not-permitted";

export interface Abstention {
  readonly reason: AbstentionReason;
  /** One plain sentence for people. */
  readonly detail: string;
}

/** What in the signal spoke for a category. `start` and `end` are UTF-16 offsets into the text, end exclusive. */
export interface TextSpanEvidence {
  readonly kind: "text-span";
  readonly start: number;
  readonly end: number;
  readonly category: CategoryId;
  /** Contribution to the category's log-odds, in nats; positive speaks for it, negative against. */
  readonly weight: number;
}

export type Evidence = TextSpanEvidence;

/** Where an estimate came from. `digest` is `sha256:` and 64 hex digits of the weights, where there are any. */
export interface EstimateSource {
  readonly kind: "model" | "person" | "service";
  readonly id: string;
  readonly version: string;
  readonly digest?: string;
}

/** Likelihood by category, each the calibrated share in [0, 1] of observers who would say it is present. */
export type Likelihoods = Readonly<Partial<Record<CategoryId, number>>>;

/** Dimensions that were assessed; a missing one was not assessed. */
export type Dimensions = Readonly<Partial<Record<Dimension, Spread>>>;

/** What could be told about the affect in one signal. A missing category was not assessed; it is not zero. */
export interface Estimate {
  readonly schema: typeof ESTIMATE_SCHEMA;
  readonly modality: Modality;
  /** Milliseconds from the start of the signal; absent for text. */
  readonly span?: { readonly startMs: number; readonly endMs: number };
  readonly likelihood: Likelihoods;
  readonly dimensions: Dimensions;
  readonly abstained: Abstention | null;
  readonly evidence: readonly Evidence[];
  readonly source: EstimateSource;
}
