import type { TechniqueId } from "./calm-lists.ts";
import { INITIAL_RISK_LATCH } from "@openempathic/govern";
import type { RiskJudgement, RiskLatch } from "@openempathic/govern";
import { INITIAL_SESSION_FRAME } from "../session/session-frame.ts";
import type { SessionFrame } from "../session/session-frame.ts";
import type { AffectiveSlider } from "./affective-slider.ts";
import type { CalmReason } from "./compose/choose-technique.ts";
import type { PastSitting } from "./history/calm-history.ts";
import type { CalmScript } from "./script/calm-script.ts";

/** A sitting that was asked for, and how far it has come. */
export interface Sitting {
  /** The seq of the event that asked for it. */
  readonly sitting: number;
  readonly askedAtMs: number;
  readonly script: CalmScript;
  readonly why: readonly CalmReason[];
  readonly others: readonly TechniqueId[];
  readonly before?: AffectiveSlider;
  /** "ready" until it is begun; "over" once it is finished or stopped. */
  readonly status: "ready" | "running" | "paused" | "over";
  readonly startedAtMs?: number;
  /** How far it had come at the last event that said so, in seconds, and when that was. */
  readonly atSeconds: number;
  readonly asOfMs: number;
  readonly words: SittingWords;
}

/** Who worded a sitting, and how it went when a language model was asked. */
export interface SittingWords {
  readonly by: "library" | "language-model";
  /** A language model was asked and has not answered. */
  readonly pending: boolean;
  /** How many of its lines were taken, and left out because they did not fit; absent where none was asked. */
  readonly taken?: number;
  readonly leftOut?: number;
  readonly trouble?: string;
}

/** Free words of the person; `risk` is missing until they were judged. */
export interface CalmNote {
  readonly seq: number;
  readonly atMs: number;
  readonly text: string;
  readonly risk?: RiskJudgement;
}

/** Somebody's place to calm down, as its events tell it: plain data, the same wherever they are folded. */
export interface CalmState extends SessionFrame {
  readonly latch: RiskLatch;
  readonly notes: readonly CalmNote[];
  /** The latest sitting; kept when it is over, so that it can be rated and taken along. */
  readonly current?: Sitting;
  /** Sittings that are over, oldest first. */
  readonly past: readonly PastSitting[];
}

/** A calm session before its first event. */
export const INITIAL_CALM_STATE: CalmState = {
  ...INITIAL_SESSION_FRAME,
  latch: INITIAL_RISK_LATCH,
  notes: [],
  past: [],
};
