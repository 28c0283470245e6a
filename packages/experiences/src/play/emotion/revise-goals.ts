import type { Belief, Character, Goal } from "./character.ts";
import type { Consequence } from "./happening.ts";

/** How one goal of a character became more or less likely. */
export interface GoalChange {
  readonly utility: number;
  /** The likelihood before and after, in [0, 1]. */
  readonly before: number;
  readonly after: number;
}

/** A character who has learnt something, and what it changed. */
export interface Revised {
  readonly character: Character;
  readonly changes: readonly GoalChange[];
}

// However much evidence there is, an open goal stays open: only what is certain and decisive settles it.
const OPEN_MARGIN = 0.01;

/**
 * A character's beliefs and goals after they learnt of one consequence.
 *
 * A belief of likelihood p that bears on a goal by w counts w (2p - 1) / 2 towards the goal's likelihood, as against
 * 0.5. So a refuted belief (p = 0) speaks as much against as the same one confirmed (p = 1) speaks for, and for one
 * belief alone it is the rule of GAMYGDALA (Popescu, Broekens and van Someren 2014, doi:10.1109/T-AFFC.2013.24).
 * Hearing of a belief again replaces what it counted before. Goals that are settled do not change, unless they recur.
 */
export function reviseGoals(character: Character, consequence: Consequence): Revised {
  return consequence.kind === "belief"
    ? reviseByBelief(character, consequence)
    : reviseOne(character, consequence.goal, () => consequence.likelihood);
}

type BeliefConsequence = Extract<Consequence, { kind: "belief" }>;

function reviseByBelief(character: Character, { belief, likelihood, bearsOn }: BeliefConsequence): Revised {
  const held = character.beliefs[belief];
  const beliefs = { ...character.beliefs, [belief]: { likelihood, bearsOn } };
  let revised: Revised = { character: { ...character, beliefs }, changes: [] };
  for (const goal of Object.keys(held === undefined ? bearsOn : { ...held.bearsOn, ...bearsOn })) {
    const before = weightOf(held, goal);
    const after = weightOf({ likelihood, bearsOn }, goal);
    const step = reviseOne(revised.character, goal, (old) =>
      likelihoodAfter(old + (after - before) / 2, after),
    );
    revised = { character: step.character, changes: [...revised.changes, ...step.changes] };
  }
  return revised;
}

/** What a belief counts for a goal, on [-1, 1]. */
function weightOf(belief: Belief | undefined, goal: string): number {
  return belief === undefined ? 0 : (belief.bearsOn[goal] ?? 0) * (2 * belief.likelihood - 1);
}

function likelihoodAfter(likelihood: number, weight: number): number {
  if (weight >= 1) return 1;
  if (weight <= -1) return 0;
  return Math.max(OPEN_MARGIN, Math.min(1 - OPEN_MARGIN, likelihood));
}

function reviseOne(character: Character, id: string, next: (before: number) => number): Revised {
  const goal = character.goals[id];
  if (goal === undefined || isSettled(goal)) return { character, changes: [] };
  const { utility, likelihood: before } = goal;
  const after = next(before);
  if (after === before) return { character, changes: [] };
  const goals = { ...character.goals, [id]: { ...goal, likelihood: after } };
  return { character: { ...character, goals }, changes: [{ utility, before, after }] };
}

function isSettled({ likelihood, recurring }: Goal): boolean {
  return recurring !== true && (likelihood <= 0 || likelihood >= 1);
}
