import { LEARNING_FEELINGS } from "../feeling/learning-feeling.ts";
import type { LearningFeeling } from "../feeling/learning-feeling.ts";
import { tutor } from "../tutor.ts";
import type { TutorEvent } from "../tutor-event.ts";
import { feelingOf, masteryOf } from "../tutor-views.ts";
import type { LearnerRecord } from "./group-view.ts";

/** A feeling counts as the usual one from so many acts on after which some feeling stood out. */
const ACTS_ENOUGH = 5;

/** After these acts it is looked how it feels. */
const ACTS: readonly TutorEvent["kind"][] = ["answered", "hint-asked", "task-skipped", "felt"];

/**
 * What a class keeps of one learner: how probable it is that each skill is known, and which feeling was there after more
 * than half of the acts after which one stood out. There is no usual feeling before five such acts, nor while the
 * learner has guessing switched off.
 *
 * @param learner by what name the class knows them; never their own
 * @param events all events of their session, oldest first
 * @example
 * ```ts
 * import { learnerRecord } from "@openempathic/experiences/tutor";
 *
 * learnerRecord("m2", []); // => { learner: "m2", mastery: {} }
 * ```
 */
export function learnerRecord(learner: string, events: readonly TutorEvent[]): LearnerRecord {
  const counts = new Map<LearningFeeling, number>();
  let state = tutor.initial;
  for (const event of events) {
    const next = tutor.apply(state, event).state;
    const reading = next === state || !ACTS.includes(event.kind) ? undefined : feelingOf(next);
    if (reading !== undefined && reading.kind !== "unknown") {
      counts.set(reading.feeling, (counts.get(reading.feeling) ?? 0) + 1);
    }
    state = next;
  }
  const mastery = Object.fromEntries(masteryOf(state).map(({ skill, mastery }) => [skill.id, mastery.known]));
  const usualFeeling = state.usesFeelings ? usualAmong(counts) : undefined;
  return { learner, mastery, ...(usualFeeling === undefined ? {} : { usualFeeling }) };
}

function usualAmong(counts: ReadonlyMap<LearningFeeling, number>): LearningFeeling | undefined {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (all < ACTS_ENOUGH) return undefined;
  return LEARNING_FEELINGS.find((feeling) => (counts.get(feeling) ?? 0) > all / 2);
}
