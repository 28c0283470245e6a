import type { Estimate } from "@openempathic/affect";
import type { Cast } from "../emotion/appraise.ts";
import { appraise } from "../emotion/appraise.ts";
import { makeCast, passTimeForAll } from "../emotion/cast.ts";
import type { CharacterFields } from "../emotion/character.ts";
import { expressionOf } from "../emotion/express.ts";
import type { Expression } from "../emotion/express.ts";
import type { Happening } from "../emotion/happening.ts";
import { adapt } from "../pacing/adapt.ts";
import { beginPacing } from "../pacing/pacing.ts";
import type { Dial, Dials, PacingState, PlayerSignal, Wish } from "../pacing/pacing.ts";

/** The name of the protocol between a game and this server. */
export const PLAY_PROTOCOL = "open-empathic/play/1";

/** What a game keeps between two evenings: its characters, and what it learnt of its player. Plain data. */
export interface PlaySave {
  readonly cast: Cast;
  readonly pacing: PacingState;
}

/** What a game sends, apart from what is said. `id` comes back with the answer. */
export type PlayMessage = { readonly id?: string } & (
  | { readonly type: "cast"; readonly characters: readonly CharacterFields[]; readonly dials?: Dials }
  | { readonly type: "happen"; readonly happening: Happening }
  | { readonly type: "wait"; readonly ms: number }
  | { readonly type: "attempt"; readonly score: number; readonly timeLeft?: number }
  | { readonly type: "wish"; readonly dial: Dial; readonly wish: Wish }
  | { readonly type: "set"; readonly dial: Dial; readonly value: number }
  | { readonly type: "adapt"; readonly on: boolean }
  | { readonly type: "save" }
  | { readonly type: "load"; readonly save: PlaySave }
);

/** What a game is answered. */
export type PlayAnswer = { readonly id?: string } & (
  | {
      readonly type: "state";
      readonly characters: Readonly<Record<string, Expression>>;
      readonly dials: Dials;
      readonly adapting: boolean;
    }
  | { readonly type: "saved"; readonly save: PlaySave }
  | { readonly type: "refused"; readonly reason: string }
);

/** A line to a game before anything was said on it. */
export const EMPTY_LINE: PlaySave = {
  cast: {},
  pacing: beginPacing({ difficulty: 0.5, pace: 0.5, tension: 0.5 }),
};

/**
 * Takes one message of a game: the next state and the answer, which is the state of all characters as they look, and the
 * dials. A message that cannot be meant is refused with its reason, and nothing of it is kept.
 *
 * @param atMs the time of the message, for the pacing's log
 *
 * @example
 * ```ts
 * import { EMPTY_LINE, takePlayMessage } from "@openempathic/experiences/play";
 *
 * const { answer } = takePlayMessage(EMPTY_LINE, { type: "cast", characters: [{ id: "guard" }] }, 0);
 * answer.type === "state" && Object.keys(answer.characters); // => ["guard"]
 * ```
 */
export function takePlayMessage(
  state: PlaySave,
  message: PlayMessage,
  atMs: number,
): { readonly state: PlaySave; readonly answer: PlayAnswer } {
  const id = message.id === undefined ? {} : { id: message.id };
  if (message.type === "save") return { state, answer: { ...id, type: "saved", save: state } };
  try {
    const next = take(state, message, atMs);
    return { state: next, answer: { ...id, ...describePlay(next) } };
  } catch (error) {
    // Numbers out of range and names that come twice: the sentence is for the game's writer.
    if (!(error instanceof RangeError)) throw error;
    return { state, answer: { ...id, type: "refused", reason: error.message } };
  }
}

/** What could be told from something that the player said: it moves the dials. */
export function hearOnLine(state: PlaySave, estimate: Estimate, atMs: number): PlaySave {
  return { ...state, pacing: adapt(state.pacing, { kind: "estimate", estimate }, atMs) };
}

/** All characters as they look, and the dials. */
export function describePlay({ cast, pacing }: PlaySave): Extract<PlayAnswer, { type: "state" }> {
  const characters = Object.fromEntries(
    Object.values(cast).map((character) => [character.id, expressionOf(character)]),
  );
  return { type: "state", characters, dials: pacing.dials, adapting: pacing.on };
}

function take(state: PlaySave, message: Exclude<PlayMessage, { type: "save" }>, atMs: number): PlaySave {
  const adapted = (signal: PlayerSignal): PlaySave => ({
    ...state,
    pacing: adapt(state.pacing, signal, atMs),
  });
  switch (message.type) {
    case "cast": {
      const { characters, dials } = message;
      const pacing = dials === undefined ? state.pacing : beginPacing(dials, state.pacing.bounds);
      return { cast: makeCast(characters), pacing };
    }
    case "happen":
      return { ...state, cast: appraise(state.cast, message.happening) };
    case "wait":
      return { ...state, cast: passTimeForAll(state.cast, message.ms) };
    case "attempt": {
      const { score, timeLeft } = message;
      return adapted({ kind: "attempt", score, ...(timeLeft === undefined ? {} : { timeLeft }) });
    }
    case "wish":
      return adapted({ kind: "report", dial: message.dial, wish: message.wish });
    case "set":
      return adapted({ kind: "set", dial: message.dial, value: message.value });
    case "adapt":
      return adapted({ kind: "switch", on: message.on });
    case "load":
      return message.save;
  }
}
