import type { CategoryId } from "./category.ts";
import type { Dimension, Likelihoods, Spread } from "./estimate.ts";

/** One category in the running picture: how likely it was when last heard of, and how sure that is. */
export interface CategoryBelief {
  /** Mean of the log-odds of the likelihood, in nats. */
  readonly logOdds: number;
  /** Standard deviation of the log-odds, > 0; it grows with silence. */
  readonly sd: number;
}

/** What the person said of themselves, believed over every inference until they say otherwise or it ages out. */
export interface SelfReport {
  readonly atMs: number;
  /** Categories that the person named (likelihood 1) or ruled out (likelihood 0). */
  readonly likelihood: Likelihoods;
  /** Their own words, where they gave any. */
  readonly words?: string;
}

/** The running picture of one person in one session. Missing categories and dimensions were never assessed. */
export interface AffectState {
  /** The time this picture stands for, in milliseconds since the epoch; `undefined` before the first estimate. */
  readonly atMs?: number;
  readonly categories: Readonly<Partial<Record<CategoryId, CategoryBelief>>>;
  readonly dimensions: Readonly<Partial<Record<Dimension, Spread>>>;
  readonly selfReport?: SelfReport;
}
