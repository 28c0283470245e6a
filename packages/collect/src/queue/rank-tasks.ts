/** A task that a rater could be given, as far as the choice goes. */
export interface TaskCandidate {
  readonly id: string;
  /** Answers that it has. */
  readonly answers: number;
  /** Answers that it still needs, 1 or more. */
  readonly missing: number;
  /** How far its raters disagree or a model is unsure, from 0 to 1; `undefined` where nothing is known. */
  readonly uncertainty: number | undefined;
  /** Pseudonymous id of who is heard or who wrote. */
  readonly speaker: string;
  /** When it was opened, in milliseconds since the epoch. */
  readonly openedAtMs: number;
}

/**
 * Puts tasks in the order in which a rater is to be given them: what somebody has begun before what is new; of those
 * what is one answer short; then where raters disagree or a model is unsure, the unknown in the middle; then the oldest.
 * Tasks of the speaker whom the rater had last go behind all others, so the same voice comes twice in a row only
 * where there is no other.
 *
 * @param candidates In any order; the same ones always give the same order.
 * @param rater The speaker of the rater's last task, if there was one.
 *
 * @example
 * ```ts
 * import { rankTasks } from "@openempathic/collect";
 *
 * const fresh = { id: "new", answers: 0, missing: 3, uncertainty: 0.9, speaker: "a", openedAtMs: 1 };
 * const begun = { id: "begun", answers: 2, missing: 1, uncertainty: 0.1, speaker: "b", openedAtMs: 2 };
 * rankTasks([fresh, begun], {}).map(({ id }) => id); // => ["begun", "new"]
 * rankTasks([fresh, begun], { lastSpeaker: "b" }).map(({ id }) => id); // => ["new", "begun"]
 * ```
 */
export function rankTasks<Candidate extends TaskCandidate>(
  candidates: readonly Candidate[],
  { lastSpeaker }: { readonly lastSpeaker?: string },
): readonly Candidate[] {
  const rankOf = (task: Candidate): readonly number[] => [
    task.speaker === lastSpeaker ? 1 : 0,
    task.answers > 0 ? 0 : 1,
    // How much is missing matters between tasks that were begun: of new ones all of it is.
    task.answers > 0 && task.missing === 1 ? 0 : 1,
    1 - (task.uncertainty ?? 0.5),
    task.openedAtMs,
  ];
  return candidates
    .map((task) => ({ task, rank: rankOf(task) }))
    .toSorted((a, b) => compareRanks(a.rank, b.rank) || (a.task.id < b.task.id ? -1 : 1))
    .map(({ task }) => task);
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    if (value !== other) return value - other;
  }
  return 0;
}

/**
 * How far the answers to a question are from agreement: the entropy of their shares as a share of the greatest there
 * could be with as many kinds of answer, from 0 (one answer) to 1 (all alike).
 *
 * @param counts How many gave each answer.
 * @returns `undefined` where fewer than two raters told.
 *
 * Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x, divided by the logarithm of the number of kinds (Pielou 1966,
 * doi:10.1016/0022-5193(66)90013-0).
 *
 * @example
 * ```ts
 * import { disagreement } from "@openempathic/collect";
 *
 * disagreement({ yes: 2, "not-present": 2 }); // => 1
 * disagreement({ yes: 3 }); // => 0
 * disagreement({ yes: 1 }); // => undefined
 * ```
 */
export function disagreement(counts: Readonly<Record<string, number>>): number | undefined {
  const found = Object.values(counts).filter((count) => count > 0);
  const total = found.reduce((a, b) => a + b, 0);
  if (total < 2) return undefined;
  if (found.length === 1) return 0;
  const entropy = found.reduce((sum, count) => sum - (count / total) * Math.log(count / total), 0);
  return entropy / Math.log(found.length);
}
