import type { Estimate, Likelihoods } from "@openempathic/affect";
import type { RiskJudgement, RiskLatch, ShownResource } from "@openempathic/govern";
import type { CheckReport, Plan } from "@openempathic/respond";
import type { FramePersonEvent, FramePlatformEvent, Stamp } from "../session/session-event.ts";
import type { LifePersonEvent, LifePlatformEvent } from "./life-event.ts";

/** Events that a person's own act makes; only these are accepted from outside. */
export type PersonEvent =
  | FramePersonEvent
  | { readonly kind: "message"; readonly text: string }
  /** "That's not how I feel": `of` is the seq of the message it corrects, absent for "right now". */
  | {
      readonly kind: "self-reported";
      readonly of?: number;
      /** 1 for what they say they feel, 0 for what they say they do not. */
      readonly likelihood: Likelihoods;
      readonly words?: string;
    }
  | { readonly kind: "memory-added"; readonly memoryId: string; readonly text: string }
  | { readonly kind: "memory-edited"; readonly memoryId: string; readonly text: string }
  | { readonly kind: "memory-forgotten"; readonly memoryId: string }
  /** A daily check-in the person asks for, at a time of their own clock. */
  | {
      readonly kind: "check-in-asked";
      readonly hour: number;
      readonly minute: number;
      /** IANA name, such as "Europe/Berlin". */
      readonly timeZone: string;
    }
  | { readonly kind: "check-in-cancelled" }
  | LifePersonEvent
  | { readonly kind: "reply-retried"; readonly of: number };

/** Events that the platform adds: results of effects and the passing of time. `of` is the message's seq. */
export type PlatformEvent =
  | FramePlatformEvent
  | {
      readonly kind: "risk-judged";
      readonly of: number;
      readonly judgement: RiskJudgement;
      readonly latch: RiskLatch;
    }
  | { readonly kind: "estimated"; readonly of: number; readonly estimate: Estimate }
  | { readonly kind: "planned"; readonly of: number; readonly plan: Plan }
  /** A checked sentence, in order, with the white space that follows it. */
  | { readonly kind: "reply-part"; readonly of: number; readonly text: string }
  | {
      readonly kind: "replied";
      readonly of: number;
      readonly text: string;
      readonly by: "listener" | "language-model" | "crisis-script";
      /** Set when a language model was asked for and could not answer: what happened, in a sentence. */
      readonly modelTrouble?: string;
      readonly checks: CheckReport;
      readonly resources: readonly ShownResource[];
    }
  | { readonly kind: "checked-in"; readonly text: string }
  | LifePlatformEvent
  | {
      readonly kind: "memory-proposed";
      readonly memoryId: string;
      readonly of: number;
      readonly text: string;
    };

/** One stored event of a companion session. */
export type CompanionEvent = Stamp & (PersonEvent | PlatformEvent);
