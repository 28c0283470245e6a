import type { Answers } from "../questions/answer.ts";

/** One person's answers to one task. Never changed: a better one supersedes it and both are kept. */
export interface Annotation {
  readonly id: string;
  /** The rater's pseudonymous id. */
  readonly rater: string;
  /** What it was asked for: a label; gold, whose answer is known; or the tutorial. Only labels ever count. */
  readonly purpose: "label" | "gold" | "tutorial";
  readonly answers: Answers;
  readonly atMs: number;
  /** The id of the rater's own earlier annotation that this one takes the place of; null for a first one. */
  readonly supersedes: string | null;
}

/**
 * The annotations that stand: those that no other supersedes, each rater's own only.
 *
 * @param annotations All of a task's, in any order.
 * @returns Those that stand, by time and then by id.
 *
 * @example
 * ```ts
 * import { standingAnnotations } from "@openempathic/collect";
 *
 * const first = { id: "a", rater: "r", purpose: "label", answers: {}, atMs: 1, supersedes: null } as const;
 * standingAnnotations([first, { ...first, id: "b", atMs: 2, supersedes: "a" }]).map(({ id }) => id); // => ["b"]
 * ```
 */
export function standingAnnotations(annotations: readonly Annotation[]): readonly Annotation[] {
  const byId = new Map(annotations.map((one) => [one.id, one]));
  const replaced = new Set(
    annotations
      .filter(({ supersedes, rater }) => supersedes !== null && byId.get(supersedes)?.rater === rater)
      .map(({ supersedes }) => supersedes),
  );
  return annotations
    .filter(({ id }) => !replaced.has(id))
    .toSorted((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
}
