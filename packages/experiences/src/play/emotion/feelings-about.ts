import type { CarriedEmotion } from "./character.ts";
import type { EmotionKind } from "./emotion-kind.ts";
import type { GoalChange } from "./revise-goals.ts";

/** How desirable a change is for the one whose goal it is, on [-1, 1]: utility times the change in likelihood. */
function desirabilityOf({ utility, before, after }: GoalChange): number {
  return utility * (after - before);
}

/**
 * What a change in one's own goal feels like. An open goal gives hope or fear; a settled one joy or distress, and
 * where it had been expected (likelihood above 0.5) also what became of the hope or fear:
 *
 * | the goal was     | it came true      | it was refuted   |
 * | ---------------- | ----------------- | ---------------- |
 * | wanted, expected | satisfaction      | disappointment   |
 * | dreaded, expected| fears-confirmed   | relief           |
 *
 * All are as strong as the change is (un)desirable, so that the less expected has the greater impact (Mellers,
 * Schwartz, Ho and Ritov 1997, doi:10.1111/j.1467-9280.1997.tb00455.x).
 *
 * Source: Ortony, Clore and Collins 1988; that the confirmed and refuted ones come with joy or distress is
 * Steunebrink, Dastani and Meyer 2009, figure 2; intensities are those of Popescu, Broekens and van Someren 2014,
 * doi:10.1109/T-AFFC.2013.24.
 */
export function feelingsAboutOwn(change: GoalChange): readonly CarriedEmotion[] {
  const desirability = desirabilityOf(change);
  const amount = Math.abs(desirability);
  if (amount === 0) return [];
  const pleased = desirability > 0;
  if (change.after > 0 && change.after < 1) return [{ kind: pleased ? "hope" : "fear", amount }];
  const settled: CarriedEmotion = { kind: pleased ? "joy" : "distress", amount };
  return change.before > 0.5 ? [settled, { kind: expectedOutcome(change), amount }] : [settled];
}

function expectedOutcome({ utility, after }: GoalChange): EmotionKind {
  if (utility >= 0) return after === 1 ? "satisfaction" : "disappointment";
  return after === 1 ? "fears-confirmed" : "relief";
}

/**
 * What somebody else's luck feels like to one who likes or dislikes them: happy-for, pity, resentment, gloating; as
 * strong as it is (un)desirable for them times how much they are liked or disliked.
 */
export function feelingsAboutOther(
  change: GoalChange,
  liking: number,
  owner: string,
): readonly CarriedEmotion[] {
  const desirability = desirabilityOf(change);
  const amount = Math.abs(desirability * liking);
  if (amount === 0) return [];
  const good = desirability > 0;
  const kind = liking > 0 ? (good ? "happy-for" : "pity") : good ? "resentment" : "gloating";
  return [{ kind, amount, toward: owner }];
}

/** Who feels, who did it, to whom, and what the one who feels thinks of them. */
export interface Deed {
  readonly self: string;
  readonly by: string;
  readonly owner: string;
  /** How much `self` likes `owner`; 1 where they are the same. */
  readonly liking: number;
  /** How far the deed itself is approved of; absent where only what came of it counts. */
  readonly approval?: number;
}

/**
 * What a deed with its consequence feels like: gratitude or anger towards the one who did it to oneself,
 * gratification or remorse for what oneself did to oneself or to somebody one likes. A deed that is approved of does
 * not make angry, and one that is not earns no thanks, whatever came of it (both need deed and consequence to point
 * the same way).
 */
export function feelingsAboutDeed(change: GoalChange, deed: Deed): readonly CarriedEmotion[] {
  const desirability = desirabilityOf(change);
  const { self, by, owner, liking, approval } = deed;
  if (approval !== undefined && approval * desirability < 0) return [];
  const good = desirability > 0;
  if (self === owner && self !== by) return strong(good ? "gratitude" : "anger", desirability, by);
  const own = self === by && liking > 0;
  return own ? strong(good ? "gratification" : "remorse", desirability * liking, owner) : [];
}

/** What a deed itself feels like, by how far it is approved of: pride or shame for one's own, else admiration or reproach. */
export function feelingsAboutAction(self: string, by: string, approval: number): readonly CarriedEmotion[] {
  if (self === by) return strong(approval > 0 ? "pride" : "shame", approval);
  return strong(approval > 0 ? "admiration" : "reproach", approval, by);
}

/** What a thing feels like: love or hate where it is well known, else interest or disgust. */
export function feelingsAboutObject(
  object: { readonly id: string; readonly appeal: number },
  attitude: number | undefined,
): readonly CarriedEmotion[] {
  if (attitude !== undefined) return strong(attitude > 0 ? "love" : "hate", attitude, object.id);
  return strong(object.appeal > 0 ? "interest" : "disgust", object.appeal, object.id);
}

function strong(kind: EmotionKind, signed: number, toward?: string): readonly CarriedEmotion[] {
  const amount = Math.abs(signed);
  if (amount === 0) return [];
  return [toward === undefined ? { kind, amount } : { kind, amount, toward }];
}
