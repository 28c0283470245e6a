import { carry } from "./carry.ts";
import type { CarriedEmotion, Character } from "./character.ts";
import {
  feelingsAboutAction,
  feelingsAboutDeed,
  feelingsAboutObject,
  feelingsAboutOther,
  feelingsAboutOwn,
} from "./feelings-about.ts";
import type { Happening } from "./happening.ts";
import { reviseGoals } from "./revise-goals.ts";
import type { GoalChange } from "./revise-goals.ts";

/** The characters of a story by their ids: plain data. */
export type Cast = Readonly<Record<string, Character>>;

/**
 * What a happening does to everybody who learns of it: beliefs and goals are revised, and each feels what follows
 * for their own goals, for the luck of those they like or dislike, about the deed, and about the thing that is met.
 * Somebody who does not learn of it changes nothing, and nobody feels for them.
 *
 * The structure is that of Ortony, Clore and Collins (1988) as revised by Steunebrink, Dastani and Meyer (2009);
 * {@link EmotionKind} lists the emotions. The same cast and happening give the same result; no clock is read.
 *
 * @example
 * ```ts
 * import { appraise, makeCharacter } from "@openempathic/experiences/play";
 *
 * const lin = makeCharacter({ id: "lin", goals: { play: 0.8 } });
 * const bruno = makeCharacter({ id: "bruno", relations: { lin: 0.5 } });
 * const bus = { belief: "the bus comes", likelihood: 1, bearsOn: { play: 0.5 } };
 * const cast = appraise({ lin, bruno }, { consequences: [{ kind: "belief", ...bus }] });
 * cast["lin"]?.emotions; // => [{ kind: "hope", amount: 0.2 }]
 * cast["bruno"]?.emotions; // => [{ kind: "happy-for", amount: 0.1, toward: "lin" }]
 * ```
 */
export function appraise(cast: Cast, happening: Happening): Cast {
  const seenBy = happening.seenBy === undefined ? undefined : new Set(happening.seenBy);
  const next: Record<string, Character> = { ...cast };
  const changed = new Map<string, readonly GoalChange[]>();
  // Most of a crowd has nothing to do with a happening: who is not concerned is not written again.
  for (const id in cast) {
    const character = cast[id];
    if (character === undefined || seenBy?.has(id) === false) continue;
    const revised = revise(character, happening);
    if (revised.changes.length > 0) changed.set(id, revised.changes);
    if (revised.character !== character) next[id] = revised.character;
  }
  for (const id in cast) {
    const character = next[id];
    if (character === undefined || seenBy?.has(id) === false) continue;
    const feelings = feelingsOf(character, happening, changed);
    if (feelings.length > 0) next[id] = carry(character, feelings);
  }
  return next;
}

function revise(
  character: Character,
  { consequences = [] }: Happening,
): { readonly character: Character; readonly changes: readonly GoalChange[] } {
  let revised = { character, changes: [] as readonly GoalChange[] };
  for (const consequence of consequences) {
    const step = reviseGoals(revised.character, consequence);
    const changes = step.changes.length === 0 ? revised.changes : [...revised.changes, ...step.changes];
    revised = { character: step.character, changes };
  }
  return revised;
}

function feelingsOf(
  self: Character,
  happening: Happening,
  changed: ReadonlyMap<string, readonly GoalChange[]>,
): readonly CarriedEmotion[] {
  const feelings: CarriedEmotion[] = [];
  const { by, approval, object } = happening;
  const own = changed.get(self.id);
  if (own !== undefined)
    feelings.push(...feelingsAbout(self, { owner: self.id, liking: 1, changes: own }, happening));
  if (changed.size > 0) {
    for (const owner in self.relations) {
      const changes = owner === self.id ? undefined : changed.get(owner);
      if (changes === undefined) continue;
      feelings.push(
        ...feelingsAbout(self, { owner, liking: self.relations[owner] ?? 0, changes }, happening),
      );
    }
  }
  if (by !== undefined && approval !== undefined)
    feelings.push(...feelingsAboutAction(self.id, by, approval));
  if (object !== undefined) feelings.push(...feelingsAboutObject(object, self.attitudes[object.id]));
  return feelings;
}

/** What has changed for somebody, and how much they are liked; 1 for oneself. */
interface Luck {
  readonly owner: string;
  readonly liking: number;
  readonly changes: readonly GoalChange[];
}

/** What one feels about what has changed for one owner of goals, oneself or somebody else. */
function feelingsAbout(
  self: Character,
  { owner, liking, changes }: Luck,
  { by, approval }: Happening,
): readonly CarriedEmotion[] {
  return changes.flatMap((change) => {
    const luck = owner === self.id ? feelingsAboutOwn(change) : feelingsAboutOther(change, liking, owner);
    if (by === undefined) return luck;
    const deed = { self: self.id, by, owner, liking, ...(approval === undefined ? {} : { approval }) };
    return [...luck, ...feelingsAboutDeed(change, deed)];
  });
}
