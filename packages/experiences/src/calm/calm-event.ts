import type { CalmAim, CautionId, TechniqueId } from "./calm-lists.ts";
import type { RiskJudgement, RiskLatch } from "@openempathic/govern";
import type { FramePersonEvent, FramePlatformEvent, Stamp } from "../session/session-event.ts";
import type { AffectiveSlider } from "./affective-slider.ts";
import type { CalmTaste } from "./compose/compose-calm.ts";

/** Events that a person's own act makes. `of` is the seq of the event that asked for the sitting. */
export type CalmPersonEvent =
  | FramePersonEvent
  /** An exercise is wanted: composed at once, begun when they begin it. */
  | {
      readonly kind: "sitting-asked";
      /** How long, in minutes, above 0 and at most 60. */
      readonly minutes: number;
      readonly technique?: TechniqueId;
      readonly aim?: CalmAim;
      /** How they feel before; absent where they would rather not say. */
      readonly before?: AffectiveSlider;
      readonly cautions?: readonly CautionId[];
      /** The hour of their own clock, 0 to 23. */
      readonly hour?: number;
      readonly taste?: CalmTaste;
      /** Whether a language model may word it for them; no unless told. */
      readonly writeWords?: boolean;
    }
  | { readonly kind: "sitting-begun"; readonly of: number }
  | { readonly kind: "sitting-paused"; readonly of: number; readonly atSeconds: number }
  | { readonly kind: "sitting-resumed"; readonly of: number; readonly atSeconds: number }
  | {
      readonly kind: "sitting-ended";
      readonly of: number;
      /** How far they came, in seconds. */
      readonly atSeconds: number;
      readonly how: "finished" | "stopped";
    }
  /** How they feel after it. Said again, it replaces what they said before. */
  | { readonly kind: "sitting-rated"; readonly of: number; readonly after: AffectiveSlider }
  /** It is to be left out of their history. */
  | { readonly kind: "sitting-forgotten"; readonly of: number }
  /** Free words about how they are. */
  | { readonly kind: "note-written"; readonly text: string };

/** Events that the platform adds. */
export type CalmPlatformEvent =
  | FramePlatformEvent
  /** `of` is the seq of the note. */
  | {
      readonly kind: "risk-judged";
      readonly of: number;
      readonly judgement: RiskJudgement;
      readonly latch: RiskLatch;
    }
  /** Words for segments of the script, by a language model. Only words: they fit the time or are left out. */
  | { readonly kind: "words-written"; readonly of: number; readonly words: readonly SegmentWords[] }
  /** No words came; `trouble` says why, in a sentence. */
  | { readonly kind: "words-not-written"; readonly of: number; readonly trouble: string };

/** Words for one segment of a script. */
export interface SegmentWords {
  readonly segment: number;
  readonly text: string;
}

/** One stored event of a calm session. */
export type CalmEvent = Stamp & (CalmPersonEvent | CalmPlatformEvent);
