import type { Estimate } from "@openempathic/affect";
import type { RiskJudgement, RiskLatch, ShownResource } from "@openempathic/govern";
import type { FramePersonEvent, FramePlatformEvent, Stamp } from "../session/session-event.ts";
import type { Course } from "./course/course.ts";
import type { LearningFeeling } from "./feeling/learning-feeling.ts";

/** What a learner can do; only these are accepted from outside. */
export type TutorPersonEvent =
  | FramePersonEvent
  | { readonly kind: "course-chosen"; readonly courseId: string }
  /** A course of one's own, from a file that was read whole. */
  | { readonly kind: "course-brought"; readonly course: Course }
  | { readonly kind: "lesson-opened"; readonly unitId: string }
  /** The first task after a lesson, or the next one. */
  | { readonly kind: "task-asked" }
  | { readonly kind: "answered"; readonly itemId: string; readonly answer: string }
  | { readonly kind: "hint-asked"; readonly itemId: string }
  /** The last hint in other words, from a language model. */
  | { readonly kind: "rewording-asked"; readonly itemId: string }
  | { readonly kind: "task-skipped"; readonly itemId: string }
  /** How it is going, in own words. */
  | { readonly kind: "said"; readonly text: string }
  /** How it feels, picked by the learner: it stands over every guess. */
  | { readonly kind: "felt"; readonly feeling: LearningFeeling }
  /** Whether the tutor may guess how it feels at all. */
  | { readonly kind: "feelings-switched"; readonly on: boolean };

/** Why a hint was not worded anew. */
export type RewordingTrouble = "no-model" | "model-trouble" | "unusable" | "risk";

/** What the platform adds; `of` is the seq of a `said`. */
export type TutorPlatformEvent =
  | FramePlatformEvent
  | {
      readonly kind: "risk-judged";
      readonly of: number;
      readonly judgement: RiskJudgement;
      readonly latch: RiskLatch;
      /** The scripted answer and its lines of help, at "passive" and above. */
      readonly care?: { readonly text: string; readonly resources: readonly ShownResource[] };
    }
  | { readonly kind: "estimated"; readonly of: number; readonly estimate: Estimate }
  | { readonly kind: "not-estimated"; readonly of: number }
  | { readonly kind: "hint-worded"; readonly itemId: string; readonly level: number; readonly text: string }
  | {
      readonly kind: "hint-not-worded";
      readonly itemId: string;
      readonly level: number;
      readonly trouble: RewordingTrouble;
    };

/** One stored event of a tutor's session. */
export type TutorEvent = Stamp & (TutorPersonEvent | TutorPlatformEvent);
