import type { AffectState } from "@openempathic/affect";
import type { Helpline, RiskJudgement, RiskLatch, Turn } from "@openempathic/govern";
import type { CheckReport } from "../check.ts";
import type { LanguageModel } from "../model/language-model.ts";
import type { Plan, ReplyLanguage } from "../plan.ts";

/** A message to answer, and what is known around it. */
export interface AnswerRequest {
  /** The conversation, oldest first; the person's message is the last. */
  readonly turns: readonly Turn[];
  /** The running picture, this message included. */
  readonly state: AffectState;
  /** The remembered risk: before this message, or with it where `judgement` is given. */
  readonly latch: RiskLatch;
  /** What `judgeRisk` said of this message, where the caller has judged and latched it already. */
  readonly judgement?: RiskJudgement;
  readonly language: ReplyLanguage;
  /** ISO 3166-1 alpha-2, for helplines. */
  readonly country?: string;
  /** What the person let the caller remember and may be of use now, in their words; a model is told of it. */
  readonly remembered?: readonly string[];
  /** Words the reply; without one the built-in listener does. */
  readonly model?: LanguageModel;
  /** When the message came, in milliseconds since the epoch. */
  readonly atMs: number;
  readonly signal?: AbortSignal;
}

/** What comes of a message, in this order: risk (again if a model raised it), plan, parts, done. */
export type AnswerEvent =
  | { readonly kind: "risk"; readonly judgement: RiskJudgement; readonly latch: RiskLatch }
  | { readonly kind: "plan"; readonly plan: Plan }
  /** Checked words, in order, with the white space that follows them; joined they are the reply. */
  | { readonly kind: "part"; readonly text: string }
  | AnswerDone;

/** The whole reply. */
export interface AnswerDone {
  readonly kind: "done";
  readonly text: string;
  readonly by: "listener" | "language-model" | "crisis-script";
  /** Set when a language model was asked for and could not answer, or not to its end: what happened. */
  readonly modelTrouble?: string;
  readonly checks: CheckReport;
  /** Lines of help to show with it, word for word. */
  readonly resources: readonly Helpline[];
}
