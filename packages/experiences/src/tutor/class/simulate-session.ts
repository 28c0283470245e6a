import { seededRandom } from "@openempathic/measure";
import type { Random } from "@openempathic/measure";
import type { Course } from "../course/course.ts";
import type { Unstamped } from "../../session/session-event.ts";
import { isMastered } from "../policy/next-task.ts";
import { tutor } from "../tutor.ts";
import type { TutorEvent } from "../tutor-event.ts";
import type { TutorState } from "../tutor-state.ts";
import { hintsOf, taskOf } from "../tutor-views.ts";
import {
  answersRight,
  answerTakesMs,
  feelsAfter,
  learns,
  newLearner,
  writtenAnswer,
} from "./simulated-learner.ts";
import type { SimulatedLearner } from "./simulated-learner.ts";

/** How one session of one simulated learner went. */
export interface SimulatedSession {
  /** Minutes at which each skill came to be truly known; 0 for those known before, absent for those never learned. */
  readonly knownAtMinute: Readonly<Record<string, number>>;
  /** When it ended: the course's end, or the time allowed. */
  readonly minutes: number;
  /** Skills that the tutor takes for mastered, and those of them that are truly known. */
  readonly takenForMastered: number;
  readonly rightlyTaken: number;
  /** By skill, whether each counted answer was right. */
  readonly answers: Readonly<Record<string, readonly boolean[]>>;
}

/** What is simulated. */
export interface SessionPlan {
  readonly course: Course;
  /** Whether the tutor may go by feelings. */
  readonly usesFeelings: boolean;
  readonly mostMinutes: number;
  readonly seed: number;
}

/** Minutes for a lesson; an assumption. */
const LESSON_MS = 60_000;
/** How often somebody says how it feels, at an act. */
const SAYS_HOW_IT_FEELS = 0.05;
const ASKS_FOR_HINT: Readonly<Record<SimulatedLearner["feeling"], number>> = {
  engaged: 0.03,
  confused: 0.12,
  frustrated: 0.2,
  bored: 0.02,
};

/** One simulated learner in a whole session with the real tutor: every step is an event in its fold. */
export function simulateSession({ course, usesFeelings, mostMinutes, seed }: SessionPlan): SimulatedSession {
  const random = seededRandom(seed);
  let learner = newLearner(
    course.skills.map(({ id }) => id),
    random,
  );
  const knownAtMinute: Record<string, number> = {};
  noteKnown(0);
  let state = tutor.initial;
  let atMs = 0;
  let seq = 0;
  const tell = (event: Unstamped<TutorEvent>): void => {
    seq += 1;
    // The cast is safe: an event without its stamp, with a stamp.
    ({ state } = tutor.apply(state, { ...event, seq, atMs } as TutorEvent));
  };
  tell({ kind: "session-started", language: course.language });
  tell({ kind: "notices-shown", notices: ["not-a-person", "emotion-analysis"] });
  if (!usesFeelings) tell({ kind: "feelings-switched", on: false });
  tell({ kind: "course-brought", course });
  while (state.place.kind !== "finished" && atMs < mostMinutes * 60_000) {
    if (
      state.place.kind === "task" &&
      state.place.outcome === "open" &&
      state.place.move?.move !== "another-task"
    )
      actAtTask();
    else goOn();
    noteKnown(atMs / 60_000);
  }
  return { knownAtMinute, minutes: Math.min(mostMinutes, atMs / 60_000), ...takenBy(course, state, learner) };

  function goOn(): void {
    if (state.place.kind === "lesson") atMs += LESSON_MS;
    const isOther = state.place.kind === "task" && state.place.move?.move === "another-task";
    tell({ kind: "task-asked" });
    if (isOther) learner = feelsAfter(learner, "other-task", random);
  }

  function actAtTask(): void {
    const item = taskOf(state);
    if (item === undefined || state.place.kind !== "task")
      throw new RangeError("A task of the course is missing");
    if (random() < SAYS_HOW_IT_FEELS) {
      const before = hintsOf(state).shown.length;
      tell({ kind: "felt", feeling: learner.feeling });
      if (hintsOf(state).shown.length > before) learner = feelsAfter(learner, "hint", random);
      return;
    }
    if (hintsOf(state).left > 0 && random() < ASKS_FOR_HINT[learner.feeling]) {
      atMs += 5_000;
      tell({ kind: "hint-asked", itemId: item.id });
      learner = feelsAfter(learner, "hint", random);
      return;
    }
    answer(item.id, random);
  }

  function answer(itemId: string, chance: Random): void {
    const item = taskOf(state);
    if (item === undefined) return;
    const at = { item, hints: hintsOf(state).shown.length };
    atMs += answerTakesMs(learner, chance);
    const isRight = answersRight(learner, at, chance);
    tell({ kind: "answered", itemId, answer: writtenAnswer(item, isRight) });
    learner = learns(learner, at, chance);
    learner = feelsAfter(learner, isRight ? "right" : "wrong", chance);
    // A hint that the tutor has just shown is read before the next answer.
    if (hintsOf(state).shown.length > at.hints) learner = feelsAfter(learner, "hint", chance);
  }

  function noteKnown(minute: number): void {
    for (const [skill, isKnown] of Object.entries(learner.knows))
      if (isKnown) knownAtMinute[skill] ??= minute;
  }
}

function takenBy(course: Course, { progress }: TutorState, { knows }: SimulatedLearner) {
  const taken = course.skills.filter(({ id }) => isMastered(course, progress, id));
  return {
    takenForMastered: taken.length,
    rightlyTaken: taken.filter(({ id }) => knows[id] === true).length,
    answers: progress.answers,
  };
}
