import type { RiskLatch, ShownResource } from "@openempathic/govern";
import { INITIAL_SESSION_FRAME } from "../session/session-frame.ts";
import type { SessionFrame, ShowNotices } from "../session/session-frame.ts";
import type { Course } from "./course/course.ts";
import type { FeelingTrace } from "./feeling/feeling-reading.ts";
import { FIRST_TRACE } from "./feeling/feeling-trace.ts";
import type { ChosenMove, Praise } from "./policy/choose-move.ts";
import type { CourseProgress, TaskReason } from "./policy/next-task.ts";
import type { RewordingTrouble } from "./tutor-event.ts";

/** A tutor's session: one learner in one course. */
export interface TutorState extends SessionFrame {
  /** A built-in course, or "own"; `undefined` before one was chosen. */
  readonly courseId?: string;
  readonly ownCourse?: Course;
  readonly place: TutorPlace;
  readonly progress: CourseProgress;
  /** Whether the tutor may guess how it feels; off, nothing is inferred and only tries count. */
  readonly usesFeelings: boolean;
  readonly feeling: FeelingTrace;
  /** What the learner said in own words: the latest twenty, and all that was not judged for risk yet. */
  readonly said: readonly Said[];
  readonly latch?: RiskLatch;
  /** What was answered to words of somebody at risk, until they go on. */
  readonly care?: { readonly text: string; readonly resources: readonly ShownResource[] };
}

/** Where the learner is. */
export type TutorPlace =
  | { readonly kind: "choosing" }
  | { readonly kind: "lesson"; readonly unitId: string }
  | TaskPlace
  | { readonly kind: "finished" };

/** At a task. */
export interface TaskPlace {
  readonly kind: "task";
  readonly unitId: string;
  readonly itemId: string;
  readonly why: TaskReason;
  /** The moment of the last act at it, for how long an answer took. */
  readonly sinceMs: number;
  /** Wrong answers so far. */
  readonly tries: number;
  /** How many steps of the hint ladder are shown. */
  readonly hints: number;
  /** "shown" is a task that ended with its solution. */
  readonly outcome: "open" | "right" | "shown";
  /** The last answer, and whether it could be read. */
  readonly last?: { readonly answer: string; readonly judgement: "right" | "wrong" | "unreadable" };
  readonly move?: ChosenMove;
  readonly praise?: Praise;
  readonly rewording?: Rewording;
}

/** The hint at this level (from 1) in other words. */
export type Rewording =
  | { readonly kind: "waiting"; readonly level: number }
  | { readonly kind: "worded"; readonly level: number; readonly text: string }
  | { readonly kind: "failed"; readonly level: number; readonly trouble: RewordingTrouble };

/** Something the learner said. */
export interface Said {
  readonly seq: number;
  readonly text: string;
  readonly isJudged: boolean;
  /** Read for how it feels, or given up. */
  readonly isRead: boolean;
}

/** Before the first event. */
export const INITIAL_TUTOR_STATE: TutorState = {
  ...INITIAL_SESSION_FRAME,
  place: { kind: "choosing" },
  progress: { answers: {}, shown: [] },
  usesFeelings: true,
  feeling: FIRST_TRACE,
  said: [],
};

/** Work that a session asks for. */
export type TutorEffect =
  | ShowNotices
  | { readonly kind: "judge-risk"; readonly of: number }
  | { readonly kind: "perceive"; readonly of: number }
  | { readonly kind: "word-hint"; readonly itemId: string; readonly level: number };
