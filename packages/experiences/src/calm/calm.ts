import type { Experience } from "../experience.ts";
import { replay } from "../replay.ts";
import { takeEvent, takeFrameEvent } from "../session/session-frame.ts";
import type { CalmEvent } from "./calm-event.ts";
import type { CalmEffect } from "./calm-effect.ts";
import { INITIAL_CALM_STATE } from "./calm-state.ts";
import type { CalmState } from "./calm-state.ts";
import { pendingCalmEffects } from "./pending-calm-effects.ts";
import {
  askSitting,
  beginSitting,
  endSitting,
  forgetSitting,
  missWords,
  pauseSitting,
  rateSitting,
  resumeSitting,
  wordSitting,
} from "./sitting.ts";

const PURPOSE = "relaxation";

/**
 * A place to calm down: somebody says how they are if they like, is given or chooses an exercise, does as much of it
 * as they want, and sees over time what it did for them. A pure fold: the same events give the same state everywhere.
 *
 * @example
 * ```ts
 * import { calm } from "@openempathic/experiences/calm";
 *
 * const started = calm.apply(calm.initial, { seq: 1, atMs: 0, kind: "session-started", language: "en" });
 * const { state } = calm.apply(started.state, { seq: 2, atMs: 1000, kind: "sitting-asked", minutes: 3 });
 * state.current?.script.technique; // => "paced-breathing"
 * ```
 */
export const calm: Experience<CalmState, CalmEvent, never, CalmEffect> = {
  id: "calm",
  purpose: PURPOSE,
  initial: INITIAL_CALM_STATE,
  apply: (state, event) => ({
    state: takeEvent(state, event, { purpose: PURPOSE, usedBy: ["sitting-asked", "note-written"], change }),
    outputs: [],
  }),
  pendingEffects: pendingCalmEffects,
};

/** The state after a list of events, oldest first: how a stored session is read. */
export function replayCalm(events: Iterable<CalmEvent>): CalmState {
  return replay(calm, events);
}

/** One line for each kind of event; the same state where the event makes no sense now. */
function change(state: CalmState, event: CalmEvent): CalmState {
  switch (event.kind) {
    case "sitting-asked":
      return askSitting(state, event);
    case "sitting-begun":
      return beginSitting(state, event);
    case "sitting-paused":
      return pauseSitting(state, event);
    case "sitting-resumed":
      return resumeSitting(state, event);
    case "sitting-ended":
      return endSitting(state, event);
    case "sitting-rated":
      return rateSitting(state, event);
    case "sitting-forgotten":
      return forgetSitting(state, event);
    case "words-written":
      return wordSitting(state, event);
    case "words-not-written":
      return missWords(state, event);
    case "note-written":
      return noted(state, event);
    case "risk-judged":
      return judged(state, event);
    case "session-started":
    case "notices-shown":
    case "notices-acknowledged":
    case "language-changed":
    case "country-changed":
    default:
      return takeFrameEvent(state, event);
  }
}

type Of<Kind extends CalmEvent["kind"]> = Extract<CalmEvent, { kind: Kind }>;

function noted(state: CalmState, { seq, atMs, text }: Of<"note-written">): CalmState {
  return text.trim() === "" ? state : { ...state, notes: [...state.notes, { seq, atMs, text }] };
}

function judged(state: CalmState, { of, judgement, latch }: Of<"risk-judged">): CalmState {
  const note = state.notes.find(({ seq }) => seq === of);
  if (note === undefined || note.risk !== undefined) return state;
  const notes = state.notes.map((each) => (each === note ? { ...note, risk: judgement } : each));
  const next = { ...state, notes, latch };
  return latch.level === "none" ? next : withoutModel(next);
}

/** From here on nobody waits for a language model's words, and none are taken. */
function withoutModel(state: CalmState): CalmState {
  const { current } = state;
  if (current?.words.pending !== true) return state;
  return { ...state, current: { ...current, words: { ...current.words, pending: false } } };
}
