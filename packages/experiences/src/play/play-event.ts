import type { Estimate } from "@openempathic/affect";
import type { RiskJudgement, RiskLatch, ShownResource } from "@openempathic/govern";
import type { FramePersonEvent, FramePlatformEvent, Stamp } from "../session/session-event.ts";
import type { Happening } from "./emotion/happening.ts";
import type { Dial, Wish } from "./pacing/pacing.ts";
import type { InkTurn } from "./story/ink-turn.ts";
import type { Tea } from "./tea/brew.ts";
import type { Tone } from "./tea/tone.ts";

/** Who tells the night: the game's own rules, or a story written in ink. */
export type Teller = "house" | "ink";

/** What a player does; only these are accepted from outside. */
export type PlayPersonEvent =
  | FramePersonEvent
  /** The night begins, or begins again. */
  | { readonly kind: "night-begun"; readonly teller: Teller }
  /** A cup is poured: which tea, and when it was stopped, as a share of its time in [0, 1]. */
  | { readonly kind: "cup-poured"; readonly tea: Tea; readonly position: number }
  /** One of the things that the moment offers. */
  | { readonly kind: "chosen"; readonly choice: string }
  /** Something to the guest in the player's own words. */
  | { readonly kind: "message"; readonly text: string }
  /** "That is not how I meant it": how message `of` was meant, believed over how it sounded. */
  | { readonly kind: "meant"; readonly of: number; readonly tone: Tone }
  /** What a story in ink told up to its next stop, and what happened in it. */
  | { readonly kind: "ink-told"; readonly turn: InkTurn; readonly happenings: readonly Happening[] }
  /** The player's own word about a dial. */
  | { readonly kind: "dial-wished"; readonly dial: Dial; readonly wish: Wish }
  | { readonly kind: "dial-set"; readonly dial: Dial; readonly value: number }
  | { readonly kind: "adapting-switched"; readonly on: boolean };

/** Why a guest answers in the written words although a language model is connected. */
export type NotWorded = "model-trouble" | "unusable" | "unsafe";

/** What the platform adds: results of effects. `of` is the message's seq. */
export type PlayPlatformEvent =
  | FramePlatformEvent
  | {
      readonly kind: "risk-judged";
      readonly of: number;
      readonly judgement: RiskJudgement;
      readonly latch: RiskLatch;
    }
  | { readonly kind: "estimated"; readonly of: number; readonly estimate: Estimate }
  /** The guest answers: in the words of a language model, or, without `text`, in the written ones. */
  | {
      readonly kind: "guest-answered";
      readonly of: number;
      readonly text?: string;
      readonly notWorded?: NotWorded;
    }
  /** The story stands still for the scripted crisis answer. */
  | {
      readonly kind: "care-given";
      readonly of: number;
      readonly text: string;
      readonly resources: readonly ShownResource[];
    };

/** One stored event of a night of play. */
export type PlayEvent = Stamp & (PlayPersonEvent | PlayPlatformEvent);
