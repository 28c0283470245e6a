import type { Course, Item, Skill, Unit } from "./course/course.ts";
import { BUILT_IN_COURSES } from "./courses/built-in-courses.ts";
import { readFeeling } from "./feeling/feeling-reading.ts";
import type { FeelingReading } from "./feeling/feeling-reading.ts";
import { masteryAfter } from "./mastery/mastery.ts";
import type { Mastery } from "./mastery/mastery.ts";
import { hintLadder } from "./policy/hint-ladder.ts";
import type { TutorState } from "./tutor-state.ts";

/** The session's course, a built-in one in the session's language; `undefined` before one was chosen. */
export function courseOf({ courseId, ownCourse, language }: TutorState): Course | undefined {
  if (ownCourse !== undefined) return ownCourse;
  return courseId === undefined ? undefined : builtInCourse(courseId)?.[language];
}

/** A course that comes with the tutor; `undefined` for any other id. */
export function builtInCourse(courseId: string): Readonly<Record<"en" | "de", Course>> | undefined {
  return Object.hasOwn(BUILT_IN_COURSES, courseId) ? BUILT_IN_COURSES[courseId] : undefined;
}

/** The unit that the learner is in. */
export function unitOf(state: TutorState): Unit | undefined {
  const { place } = state;
  if (place.kind !== "lesson" && place.kind !== "task") return undefined;
  return courseOf(state)?.units.find(({ id }) => id === place.unitId);
}

/** The task that the learner is at. */
export function taskOf(state: TutorState): Item | undefined {
  const { place } = state;
  return place.kind === "task" ? courseOf(state)?.items.find(({ id }) => id === place.itemId) : undefined;
}

/** The hints that are shown at the task now, and how many are left. */
export function hintsOf(state: TutorState): { readonly shown: readonly string[]; readonly left: number } {
  const task = taskOf(state);
  if (task === undefined || state.place.kind !== "task") return { shown: [], left: 0 };
  const ladder = hintLadder(task, courseOf(state)?.language ?? state.language);
  return { shown: ladder.slice(0, state.place.hints), left: Math.max(0, ladder.length - state.place.hints) };
}

/** Each skill of the course with what the answers say of it. */
export function masteryOf(
  state: TutorState,
): readonly { readonly skill: Skill; readonly mastery: Mastery }[] {
  return (courseOf(state)?.skills ?? []).map((skill) => ({
    skill,
    mastery: masteryAfter(state.progress.answers[skill.id] ?? [], skill.knowledge),
  }));
}

/** How learning seems to feel now, or why nothing is said of it. */
export function feelingOf(state: TutorState): FeelingReading {
  return state.usesFeelings ? readFeeling(state.feeling) : { kind: "unknown", why: "off" };
}
