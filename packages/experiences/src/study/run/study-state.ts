import type { Estimate } from "@openempathic/affect";
import type { RiskLatch } from "@openempathic/govern";
import { INITIAL_SESSION_FRAME } from "../../session/session-frame.ts";
import type { SessionFrame, ShowNotices } from "../../session/session-frame.ts";
import type { DatumValue } from "../protocol/datum.ts";
import type { StudyProtocol } from "../protocol/protocol.ts";
import type { StudyCare, WorkRef } from "./study-event.ts";

/** A session of the study experience: a researcher's study, or one participant's run through it. */
export interface StudyState extends SessionFrame {
  /** The researcher's protocol; absent in a run, and before the first draft. */
  readonly protocol?: StudyProtocol;
  /** Set once and never taken back: from then on people can take part. */
  readonly frozen?: { readonly hash: string; readonly atMs: number };
  readonly run?: StudyRun;
}

/** One participant's way through a study. */
export interface StudyRun {
  readonly protocol: StudyProtocol;
  readonly hash: string;
  /** Who they are in the study's files: letters and digits that say nothing. */
  readonly code: string;
  /** In which place they consented, from 1. */
  readonly number: number;
  readonly armId: string;
  /** Their tasks, in their order. */
  readonly order: readonly string[];
  readonly consent: { readonly version: string; readonly atMs: number };
  /** What was done, by {@link workKey}. */
  readonly work: Readonly<Record<string, TaskWork>>;
  readonly timeZone?: string;
  readonly prompts: readonly Prompt[];
  readonly stoppedAtMs?: number;
  readonly latch: RiskLatch;
  readonly care?: StudyCare;
  /** Answers whose risk is not judged yet. */
  readonly unjudged: readonly Unjudged[];
}

/** An answer to look at: words, or a ticked item that asks about self-harm. */
export interface Unjudged {
  /** Of the event. */
  readonly seq: number;
  readonly key: string;
  readonly datum: string;
}

/** One task as it was done. */
export interface TaskWork extends WorkRef {
  readonly begunAtMs: number;
  readonly finishedAtMs?: number;
  readonly values: Readonly<Record<string, DatumValue>>;
  /** What the model made of each text, by its name; null where it could not. */
  readonly estimates: Readonly<Record<string, Estimate | null>>;
}

/** A question at a time that was not foreseen. */
export interface Prompt {
  readonly promptId: string;
  /** From 1. */
  readonly day: number;
  readonly place: number;
  /** The day by the participant's clock, YYYY-MM-DD. */
  readonly date: string;
  /** Minutes since its midnight; 1440 and more after the next one. */
  readonly minute: number;
  readonly timeZone: string;
  readonly scheduledAtMs: number;
  readonly closesAtMs: number;
  readonly shownAtMs?: number;
  readonly answeredAtMs?: number;
  readonly closed?: true;
}

/**
 * What became of a prompt: still to come or open and not seen; seen and open; answered in time; seen and not answered
 * in time; never seen in time.
 */
export type PromptFate = "scheduled" | "delivered" | "answered" | "expired" | "missed";

/** What became of a prompt so far. */
export function fateOf({ answeredAtMs, shownAtMs, closed }: Prompt): PromptFate {
  if (answeredAtMs !== undefined) return "answered";
  if (closed === true) return shownAtMs === undefined ? "missed" : "expired";
  return shownAtMs === undefined ? "scheduled" : "delivered";
}

/** Under what a task's work is kept. */
export function workKey({ taskId, promptId }: WorkRef): string {
  return promptId === undefined ? taskId : `${promptId}.${taskId}`;
}

/** Before the first event. */
export const INITIAL_STUDY_STATE: StudyState = INITIAL_SESSION_FRAME;

/** Work that a session asks for. */
export type StudyEffect =
  | ShowNotices
  | { readonly kind: "judge-risk"; readonly of: number }
  | ({ readonly kind: "perceive"; readonly of: string; readonly text: string } & WorkRef)
  | { readonly kind: "close-prompt"; readonly promptId: string; readonly atMs: number };
