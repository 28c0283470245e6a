import { INITIAL_RISK_LATCH, isGraveRisk } from "@openempathic/govern";
import type { RiskJudgement, RiskLatch, ShownResource, Turn } from "@openempathic/govern";
import type { Estimate } from "@openempathic/affect";
import { INITIAL_SESSION_FRAME } from "../session/session-frame.ts";
import type { SessionFrame } from "../session/session-frame.ts";
import { beginPacing } from "./pacing/pacing.ts";
import type { PacingState } from "./pacing/pacing.ts";
import type { NotWorded, Teller } from "./play-event.ts";
import type { InkTurn } from "./story/ink-turn.ts";
import type { Brew } from "./tea/brew.ts";
import { brewAt } from "./tea/brew.ts";
import type { Guest } from "./tea/guests.ts";
import { guestOf } from "./tea/night.ts";
import type { TeaNight } from "./tea/night.ts";

/** Something that the player said in their own words, and what became of it. A missing field has not happened yet. */
export interface SpokenMessage {
  readonly seq: number;
  readonly atMs: number;
  readonly text: string;
  /** To whom; absent in a crisis, when the story stands still. */
  readonly to?: Guest;
  readonly risk?: RiskJudgement;
  readonly estimate?: Estimate;
  /** Set when it has been answered, by a guest or with care. */
  readonly answer?:
    | { readonly kind: "guest"; readonly text?: string; readonly notWorded?: NotWorded }
    | { readonly kind: "care"; readonly text: string; readonly resources: readonly ShownResource[] };
}

/** A night of play as its events tell it: plain data. */
export interface PlayState extends SessionFrame {
  /** `undefined` before the night has begun. */
  readonly night?: TeaNight;
  /** The seq with which this night began: what makes its chances its own. */
  readonly begunBy: number;
  readonly teller: Teller;
  /** Where a story in ink stands; `undefined` before its first line, and where the house tells. */
  readonly ink?: InkTurn;
  readonly pacing: PacingState;
  readonly messages: readonly SpokenMessage[];
  /** The remembered risk of the session. */
  readonly latch: RiskLatch;
}

/** Where the dials stand as the night was written: an easy start. */
export const HOME_DIALS = { difficulty: 0.35, pace: 0.35, tension: 0.35 };

/** A session of play before its first event. */
export const INITIAL_PLAY_STATE: PlayState = {
  ...INITIAL_SESSION_FRAME,
  begunBy: 0,
  teller: "house",
  pacing: beginPacing(HOME_DIALS),
  messages: [],
  latch: INITIAL_RISK_LATCH,
};

/** Whether the story stands still because somebody may be in danger. */
export function isCareFirst({ latch }: PlayState): boolean {
  return isGraveRisk(latch.level);
}

/** Whether the player may say something in their own words now. */
export function maySpeak(state: PlayState): boolean {
  if (state.messages.at(-1)?.answer === undefined && state.messages.length > 0) return false;
  if (isCareFirst(state)) return true;
  const { night } = state;
  return night !== undefined && night.phase === "talking" && !night.hasSpoken && guestOf(night) !== undefined;
}

/**
 * The pot that is drawing now: the same after a reload, since it comes out of the state alone; `undefined` where none
 * is.
 */
export function brewOf({ night, pacing, begunBy }: PlayState): Brew | undefined {
  if (night?.phase !== "brewing") return undefined;
  // The golden ratio spreads the chances of a night's cups evenly; where they begin differs from night to night.
  const chance = ((begunBy + night.cups.length + 1) * 0.618_033_988_749_895) % 1;
  return brewAt(pacing.dials, chance);
}

/** What has been said up to a message, oldest first, as turns of a conversation. */
export function spokenTurns(state: PlayState, upTo: number): readonly Turn[] {
  return state.messages
    .filter(({ seq }) => seq <= upTo)
    .flatMap(({ seq, text, answer }): Turn[] => {
      const said: Turn = { role: "person", text };
      const reply = seq < upTo ? answer?.text : undefined;
      return reply === undefined ? [said] : [said, { role: "assistant", text: reply }];
    });
}
