import { traceAct } from "./feeling/feeling-trace.ts";
import { wishEvidence } from "./feeling/act-evidence.ts";
import { nextTask } from "./policy/next-task.ts";
import type { TaskChoice } from "./policy/next-task.ts";
import type { TutorState } from "./tutor-state.ts";
import { courseOf, unitOf } from "./tutor-views.ts";
import { without } from "../without.ts";

/** Opens a unit's lesson; whatever was open is left as it is. */
export function openLesson(state: TutorState, unitId: string): TutorState {
  const isThere = courseOf(state)?.units.some(({ id }) => id === unitId) === true;
  if (!isThere || (state.place.kind === "lesson" && state.place.unitId === unitId)) return state;
  return withoutCare({ ...state, place: { kind: "lesson", unitId } });
}

/** The next task, the next unit's lesson, or the end. An open task is only left where another one was offered. */
export function openTask(state: TutorState, atMs: number): TutorState {
  const { place } = state;
  if (place.kind !== "lesson" && place.kind !== "task") return state;
  const isOffered = place.kind === "task" && place.move?.move === "another-task";
  if (place.kind === "task" && place.outcome === "open" && !isOffered) return state;
  return goOn(state, atMs, isOffered ? "variety" : undefined);
}

/** Another task, because the learner wants one. */
export function skipTask(
  state: TutorState,
  { itemId, atMs }: { readonly itemId: string; readonly atMs: number },
): TutorState {
  const { place } = state;
  if (place.kind !== "task" || place.itemId !== itemId || place.outcome !== "open") return state;
  const feeling = state.usesFeelings ? traceAct(state.feeling, wishEvidence("skip")) : state.feeling;
  return goOn({ ...state, feeling }, atMs, "asked");
}

function goOn(state: TutorState, atMs: number, wish: "variety" | "asked" | undefined): TutorState {
  const course = courseOf(state);
  const unit = unitOf(state);
  if (course === undefined || unit === undefined) return state;
  const { progress } = state;
  const choice = nextTask(course, unit, { progress, ...(wish === undefined ? {} : { wish }) });
  if (choice !== undefined) return withoutCare(atTask(state, choice, { unitId: unit.id, atMs }));
  const next = course.units[course.units.indexOf(unit) + 1];
  const place =
    next === undefined ? ({ kind: "finished" } as const) : ({ kind: "lesson", unitId: next.id } as const);
  return withoutCare({ ...state, place });
}

function atTask(
  state: TutorState,
  { itemId, why }: TaskChoice,
  { unitId, atMs }: { readonly unitId: string; readonly atMs: number },
): TutorState {
  const shown = [...state.progress.shown, itemId];
  return {
    ...state,
    progress: { ...state.progress, shown },
    place: { kind: "task", unitId, itemId, why, sinceMs: atMs, tries: 0, hints: 0, outcome: "open" },
  };
}

/** Whoever goes on has seen what was answered to them. */
function withoutCare(state: TutorState): TutorState {
  return without(state, "care");
}
