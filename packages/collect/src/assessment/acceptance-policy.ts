/** The rules by which a campaign accepts answers. Data: it is stored with the campaign and named in every release. */
export interface AcceptancePolicy {
  /** Answers that every clip gets. */
  readonly first: number;
  /** Answers that a clip gets where a first "yes" asks for more raters; the same as `first` where nothing escalates. */
  readonly full: number;
  /** The most answers that a clip gets before it is contested. This is the largest overlap of a task. */
  readonly most: number;
  /** The share of those who could tell that must give one answer, in (0.5, 1]. */
  readonly consensusShare: number;
  /** For numbers: how far apart two raters may lie on average, as a share of the scale, in [0, 1]. */
  readonly tolerance: number;
}

/** Presence: one "no" is enough, a "yes" asks two more raters. † Proposed. */
export const PRESENCE_POLICY: AcceptancePolicy = {
  first: 1, full: 3, most: 5, consensusShare: 0.75, tolerance: 0.2,
}; // prettier-ignore

/** Everything else: three raters, five where they disagree. † Proposed. */
export const RATING_POLICY: AcceptancePolicy = {
  first: 3, full: 3, most: 5, consensusShare: 0.75, tolerance: 0.2,
}; // prettier-ignore

/**
 * Checks a policy and gives it back.
 *
 * @throws {RangeError} Where 1 ≤ first ≤ full ≤ most ≤ 100 does not hold in whole numbers, or a share is out of range.
 *
 * @example
 * ```ts
 * import { makeAcceptancePolicy, RATING_POLICY } from "@openempathic/collect";
 *
 * makeAcceptancePolicy({ ...RATING_POLICY, most: 7 }).most; // => 7
 * makeAcceptancePolicy({ ...RATING_POLICY, most: 2 }); // throws RangeError
 * ```
 */
export function makeAcceptancePolicy(policy: AcceptancePolicy): AcceptancePolicy {
  const { first, full, most, consensusShare, tolerance } = policy;
  const isCounted = [first, full, most].every((count) => Number.isInteger(count));
  if (!isCounted || !(1 <= first && first <= full && full <= most && most <= 100)) {
    throw new RangeError(
      `makeAcceptancePolicy needs whole 1 ≤ first ≤ full ≤ most ≤ 100; it got ${String(first)}, ${String(full)} and ${String(most)}`,
    );
  }
  if (!(consensusShare > 0.5 && consensusShare <= 1)) {
    throw new RangeError(
      `makeAcceptancePolicy needs a consensusShare in (0.5, 1]; it got ${String(consensusShare)}`,
    );
  }
  if (!(tolerance >= 0 && tolerance <= 1)) {
    throw new RangeError(`makeAcceptancePolicy needs a tolerance in [0, 1]; it got ${String(tolerance)}`);
  }
  return policy;
}
