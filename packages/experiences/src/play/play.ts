import type { Experience } from "../experience.ts";
import { mayPerceiveText, noticesToShow, takeEvent, takeFrameEvent } from "../session/session-frame.ts";
import type { ShowNotices } from "../session/session-frame.ts";
import { appraise } from "./emotion/appraise.ts";
import { passTimeForAll } from "./emotion/cast.ts";
import { adapt } from "./pacing/adapt.ts";
import type { PlayerSignal } from "./pacing/pacing.ts";
import type { PlayEvent } from "./play-event.ts";
import { brewOf, INITIAL_PLAY_STATE, isCareFirst } from "./play-state.ts";
import type { PlayState } from "./play-state.ts";
import {
  addMessage,
  answerByGuest,
  believeMeaning,
  estimateMessage,
  giveCare,
  judgeMessage,
} from "./spoken.ts";
import { scoreBrew } from "./tea/brew.ts";
import { nightfall } from "./tea/night.ts";
import { without } from "../without.ts";
import { beginNight, choose, serveCup } from "./tea/tell.ts";

/** Work for whoever runs the session. `of` is the message's seq. */
export type PlayEffect =
  | ShowNotices
  /** Judge the risk in what was said, then add `risk-judged`. */
  | { readonly kind: "judge-risk"; readonly of: number }
  /** Make an estimate from what was said, then add `estimated`. */
  | { readonly kind: "perceive"; readonly of: number }
  /** Let the guest answer, in a language model's words where one is connected, then add `guest-answered`. */
  | { readonly kind: "answer-as-guest"; readonly of: number }
  /** Give the scripted crisis answer, then add `care-given`. */
  | { readonly kind: "give-care"; readonly of: number };

/** In a story nobody's feelings fade while the player makes a phone call. */
const LONGEST_PAUSE_MS = 20_000;

/**
 * A night in a tea house: three guests with goals, relations and feelings, cups to brew in time, things to say. How it
 * is played and what is said change what they feel, how hard it is and how it ends. A pure fold: the same events give
 * the same night, on the server and in a browser.
 *
 * @example
 * ```ts
 * import { play } from "@openempathic/experiences/play";
 *
 * const started = play.apply(play.initial, { seq: 1, atMs: 0, kind: "session-started", language: "en" });
 * const { state } = play.apply(started.state, { seq: 2, atMs: 0, kind: "night-begun", teller: "house" });
 * state.night?.phase; // => "brewing"
 * ```
 */
export const play: Experience<PlayState, PlayEvent, never, PlayEffect> = {
  id: "play",
  purpose: "play",
  initial: INITIAL_PLAY_STATE,
  apply: (state, event) => ({
    state: takeEvent(state, event, {
      purpose: "play",
      usedBy: ["night-begun", "message", "cup-poured", "chosen", "ink-told"],
      change,
    }),
    outputs: [],
  }),
  pendingEffects,
};

function pendingEffects(state: PlayState): readonly PlayEffect[] {
  return [
    ...noticesToShow(state),
    ...state.messages.flatMap(({ seq: of, risk, estimate, answer }): PlayEffect[] => {
      if (answer !== undefined) return [];
      if (risk === undefined) return [{ kind: "judge-risk", of }];
      if (isCareFirst(state)) return [{ kind: "give-care", of }];
      if (estimate !== undefined) return [{ kind: "answer-as-guest", of }];
      return mayPerceiveText(state) ? [{ kind: "perceive", of }] : [];
    }),
  ];
}

/** The very same state where the event makes no sense now; else feelings have also aged by the time since the last. */
function change(state: PlayState, event: PlayEvent): PlayState {
  const aged = withTime(state, event.atMs);
  const next = changeNow(aged, event);
  return next === aged ? state : next;
}

function changeNow(state: PlayState, event: PlayEvent): PlayState {
  switch (event.kind) {
    case "night-begun": {
      const night = nightfall();
      const begun = { ...without(state, "ink"), begunBy: event.seq, teller: event.teller };
      const { dials } = state.pacing;
      return {
        ...begun,
        night: event.teller === "ink" ? night : beginNight(night, { seq: event.seq, dials }),
      };
    }
    case "cup-poured":
      return pour(state, event);
    case "chosen":
      return state.teller === "house"
        ? withNight(state, (night) =>
            choose(night, event.choice, { seq: event.seq, dials: state.pacing.dials }),
          )
        : state;
    case "ink-told":
      return toldByInk(state, event);
    case "message":
      return addMessage(state, event);
    case "meant":
      return believeMeaning(state, event);
    case "risk-judged":
      return judgeMessage(state, event);
    case "estimated":
      return estimateMessage(state, event);
    case "guest-answered":
      return answerByGuest(state, event);
    case "care-given":
      return giveCare(state, event);
    case "dial-wished":
      return adapted(state, { kind: "report", dial: event.dial, wish: event.wish }, event.atMs);
    case "dial-set":
      return adapted(state, { kind: "set", dial: event.dial, value: event.value }, event.atMs);
    case "adapting-switched":
      return adapted(state, { kind: "switch", on: event.on }, event.atMs);
    case "session-started":
    case "notices-shown":
    case "notices-acknowledged":
    case "language-changed":
    case "country-changed":
    default:
      return takeFrameEvent(state, event);
  }
}

type Of<Kind extends PlayEvent["kind"]> = Extract<PlayEvent, { kind: Kind }>;

function pour(state: PlayState, { tea, position, seq, atMs }: Of<"cup-poured">): PlayState {
  const brew = brewOf(state);
  if (brew === undefined || !(position >= 0 && position <= 1)) return state;
  const score = scoreBrew(brew, position);
  const poured = withNight(state, (night) =>
    serveCup(night, { tea, score }, { seq, dials: state.pacing.dials }),
  );
  const latest = brew.centre + brew.width / 2;
  const timeLeft = Math.max(0, Math.min(1, (latest - position) / brew.width));
  return adapted(poured, { kind: "attempt", score, timeLeft }, atMs);
}

function toldByInk(state: PlayState, { turn, happenings, seq }: Of<"ink-told">): PlayState {
  const { night, ink } = state;
  const isExpected =
    ink === undefined || (ink.phase === "brewing" ? night?.phase === "talking" : ink.phase === "talking");
  if (night === undefined || state.teller !== "ink" || !isExpected) return state;
  const chosen =
    turn.chosen === undefined ? [] : [{ kind: "ink", seq, text: turn.chosen, chosen: true } as const];
  const lines = turn.lines.map((text) => ({ kind: "ink", seq, text }) as const);
  return {
    ...state,
    ink: turn,
    night: {
      ...night,
      cast: happenings.reduce(appraise, night.cast),
      phase: turn.phase,
      hasSpoken: turn.phase === "brewing" ? false : night.hasSpoken,
      ...(turn.guest === undefined ? {} : { guest: turn.guest }),
      lines: [...night.lines, ...chosen, ...lines],
    },
  };
}

function withNight(
  state: PlayState,
  take: (night: NonNullable<PlayState["night"]>) => PlayState["night"],
): PlayState {
  if (state.night === undefined) return state;
  const night = take(state.night);
  return night === undefined || night === state.night ? state : { ...state, night };
}

/** The pacing after a signal; the very same state where it changes nothing. */
function adapted(state: PlayState, signal: PlayerSignal, atMs: number): PlayState {
  const pacing = adapt(state.pacing, signal, atMs);
  return pacing === state.pacing ? state : { ...state, pacing };
}

function withTime(state: PlayState, atMs: number): PlayState {
  const { night } = state;
  const elapsedMs = Math.min(LONGEST_PAUSE_MS, atMs - (state.atMs ?? atMs));
  if (night === undefined || !(elapsedMs > 0)) return state;
  return { ...state, night: { ...night, cast: passTimeForAll(night.cast, elapsedMs) } };
}
