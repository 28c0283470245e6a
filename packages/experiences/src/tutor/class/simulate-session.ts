import { seededRandom } from "@openempathic/measure";
import type { Random } from "@openempathic/measure";
import type { Course, Item } from "../course/course.ts";
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

/** A session under way; each step changes it. */
interface Run {
  readonly course: Course;
  readonly random: Random;
  readonly knownAtMinute: Record<string, number>;
  learner: SimulatedLearner;
  state: TutorState;
  atMs: number;
  seq: number;
}

/** One simulated learner in a whole session with the real tutor: every step is an event in its fold. */
export function simulateSession({ course, usesFeelings, mostMinutes, seed }: SessionPlan): SimulatedSession {
  const random = seededRandom(seed);
  const skills = course.skills.map(({ id }) => id);
  const learner = newLearner(skills, random);
  const run: Run = { course, random, knownAtMinute: {}, learner, state: tutor.initial, atMs: 0, seq: 0 };
  noteKnown(run);
  tell(run, { kind: "session-started", language: course.language });
  tell(run, { kind: "notices-shown", notices: ["not-a-person", "emotion-analysis"] });
  if (!usesFeelings) tell(run, { kind: "feelings-switched", on: false });
  tell(run, { kind: "course-brought", course });
  while (run.state.place.kind !== "finished" && run.atMs < mostMinutes * 60_000) {
    const { place } = run.state;
    if (place.kind === "task" && place.outcome === "open" && place.move?.move !== "another-task")
      actAtTask(run);
    else goOn(run);
    noteKnown(run);
  }
  const minutes = Math.min(mostMinutes, run.atMs / 60_000);
  return { knownAtMinute: run.knownAtMinute, minutes, ...takenBy(run) };
}

function tell(run: Run, event: Unstamped<TutorEvent>): void {
  run.seq += 1;
  run.state = tutor.apply(run.state, { ...event, seq: run.seq, atMs: run.atMs }).state;
}

function goOn(run: Run): void {
  const { place } = run.state;
  if (place.kind === "lesson") run.atMs += LESSON_MS;
  tell(run, { kind: "task-asked" });
  const isOther = place.kind === "task" && place.move?.move === "another-task";
  if (isOther) run.learner = feelsAfter(run.learner, "other-task", run.random);
}

function actAtTask(run: Run): void {
  const { random, learner } = run;
  const item = taskOf(run.state);
  if (item === undefined) throw new RangeError("A task of the course is missing");
  if (random() < SAYS_HOW_IT_FEELS) {
    const before = hintsOf(run.state).shown.length;
    tell(run, { kind: "felt", feeling: learner.feeling });
    readHints(run, before);
  } else if (hintsOf(run.state).left > 0 && random() < ASKS_FOR_HINT[learner.feeling]) {
    run.atMs += 5_000;
    tell(run, { kind: "hint-asked", itemId: item.id });
    run.learner = feelsAfter(learner, "hint", random);
  } else {
    answer(run, item);
  }
}

function answer(run: Run, item: Item): void {
  const { random } = run;
  const at = { item, hints: hintsOf(run.state).shown.length };
  run.atMs += answerTakesMs(run.learner, random);
  const isRight = answersRight(run.learner, at, random);
  tell(run, { kind: "answered", itemId: item.id, answer: writtenAnswer(item, isRight) });
  run.learner = learns(run.learner, at, random);
  run.learner = feelsAfter(run.learner, isRight ? "right" : "wrong", random);
  readHints(run, at.hints);
}

/** A hint that the tutor has just shown is read before the next answer. */
function readHints(run: Run, before: number): void {
  if (hintsOf(run.state).shown.length > before) run.learner = feelsAfter(run.learner, "hint", run.random);
}

function noteKnown({ learner, knownAtMinute, atMs }: Run): void {
  for (const [skill, isKnown] of Object.entries(learner.knows)) {
    if (isKnown) knownAtMinute[skill] ??= atMs / 60_000;
  }
}

function takenBy({ course, state: { progress }, learner: { knows } }: Run) {
  const taken = course.skills.filter(({ id }) => isMastered(course, progress, id));
  return {
    takenForMastered: taken.length,
    rightlyTaken: taken.filter(({ id }) => knows[id] === true).length,
    answers: progress.answers,
  };
}
