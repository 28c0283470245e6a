import type { Estimate } from "@openempathic/affect";
import type { RiskJudgement, RiskLatch, ShownResource } from "@openempathic/govern";
import type { FramePersonEvent, FramePlatformEvent, Stamp } from "../../session/session-event.ts";
import type { DatumValue } from "../protocol/datum.ts";
import type { StudyProtocol } from "../protocol/protocol.ts";

/** Which task, and within experience sampling at which prompt. */
export interface WorkRef {
  readonly taskId: string;
  readonly promptId?: string;
}

/** What a researcher does in the session of a study, and a participant in the session of their run. */
export type StudyPersonEvent =
  | FramePersonEvent
  /** The researcher's protocol as it stands; the latest counts, until it is frozen. */
  | { readonly kind: "drafted"; readonly protocol: StudyProtocol }
  | { readonly kind: "protocol-frozen" }
  | ({ readonly kind: "task-begun" } & WorkRef)
  /** Values by datum; each stands until it is given anew or the task is finished. */
  | ({ readonly kind: "answered"; readonly values: Readonly<Record<string, DatumValue>> } & WorkRef)
  | ({ readonly kind: "task-finished" } & WorkRef)
  /** Experience sampling begins tomorrow, by this clock (an IANA time zone). */
  | { readonly kind: "sampling-begun"; readonly timeZone: string }
  | { readonly kind: "time-zone-changed"; readonly timeZone: string }
  /** A prompt came before the participant's eyes. */
  | { readonly kind: "prompt-shown"; readonly promptId: string }
  /** The participant stops here and leaves their answers; taking them away is deleting the session. */
  | { readonly kind: "stopped" };

/** A scripted answer to somebody who may be in danger, with lines of help from the checked table. */
export interface StudyCare {
  readonly text: string;
  readonly resources: readonly ShownResource[];
}

/** What the platform adds. */
export type StudyPlatformEvent =
  | FramePlatformEvent
  /** The run begins: the protocol whole and its hash, who one is in the study, and to which consent one has agreed. */
  | {
      readonly kind: "enrolled";
      readonly protocol: StudyProtocol;
      readonly hash: string;
      readonly code: string;
      readonly number: number;
      readonly consentVersion: string;
    }
  /** `of` is the seq of the answer. */
  | {
      readonly kind: "risk-judged";
      readonly of: number;
      readonly judgement: RiskJudgement;
      readonly latch: RiskLatch;
      readonly care?: StudyCare;
    }
  | ({ readonly kind: "estimated"; readonly of: string; readonly estimate: Estimate } & WorkRef)
  | ({ readonly kind: "not-estimated"; readonly of: string } & WorkRef)
  /** The time to answer a prompt is over. */
  | { readonly kind: "prompt-closed"; readonly promptId: string };

/** One stored event of a study or a run. */
export type StudyEvent = Stamp & (StudyPersonEvent | StudyPlatformEvent);
