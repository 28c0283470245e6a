import type { Experience, Step } from "../experience.ts";
import { replay } from "../replay.ts";
import { dueAmong, takeEvent, takeFrameEvent } from "../session/session-frame.ts";
import type { TakeRules } from "../session/session-frame.ts";
import { append } from "./chronicle.ts";
import { askCheckIn, cancelCheckIn, checkedIn } from "./check-in.ts";
import type { CompanionEvent } from "./companion-event.ts";
import type { CompanionEffect, CompanionOutput } from "./companion-output.ts";
import { outputsOf } from "./companion-outputs.ts";
import { INITIAL_COMPANION_STATE } from "./companion-state.ts";
import type { CompanionState } from "./companion-state.ts";
import { changeLife, isLifeEvent } from "./change-life.ts";
import { addMemory, editMemory, forgetMemory, proposeMemory } from "./memory.ts";
import {
  addMessage,
  believePerson,
  estimateMessage,
  extendReply,
  finishReply,
  judgeMessage,
  planAnswer,
  retryReply,
} from "./message-results.ts";
import { pendingEffects } from "./pending-effects.ts";

/**
 * Company in text: somebody writes, is read with care, judged for risk first, understood as far as that goes,
 * and answered. A pure fold: the same events give the same state, on the server, in a browser and in a terminal.
 *
 * @example
 * ```ts
 * import { companion, conversationOf } from "@openempathic/experiences";
 *
 * const started = companion.apply(companion.initial, { seq: 1, atMs: 0, kind: "session-started", language: "en" });
 * const { state } = companion.apply(started.state, { seq: 2, atMs: 1000, kind: "message", text: "I miss her." });
 * conversationOf(state).map((entry) => entry.kind); // => ["message"]
 * ```
 */
export const companion: Experience<CompanionState, CompanionEvent, CompanionOutput, CompanionEffect> = {
  id: "companion",
  purpose: "companion",
  initial: INITIAL_COMPANION_STATE,
  apply: applyCompanionEvent,
  pendingEffects,
};

/** The state after a list of events, oldest first: how a stored session is read. */
export function replayCompanion(events: Iterable<CompanionEvent>): CompanionState {
  return replay(companion, events);
}

const RULES: TakeRules<CompanionState, CompanionEvent> = {
  purpose: "companion",
  usedBy: ["message"],
  change,
};

function applyCompanionEvent(
  state: CompanionState,
  event: CompanionEvent,
): Step<CompanionState, CompanionOutput> {
  const next = takeEvent(state, event, RULES);
  if (next === state) return { state, outputs: [] };
  const timely = { ...event, atMs: next.atMs ?? event.atMs };
  return { state: next, outputs: outputsOf({ before: state, state: next, event: timely }) };
}

/** One line for each kind of event; the same state where the event makes no sense now. */
function change(state: CompanionState, event: CompanionEvent): CompanionState {
  if (isLifeEvent(event)) return changeLife(state, event);
  switch (event.kind) {
    case "message":
      return addMessage(state, event);
    case "risk-judged":
      return judgeMessage(state, event);
    case "estimated":
      return estimateMessage(state, event);
    case "planned":
      return planAnswer(state, event);
    case "reply-part":
      return extendReply(state, event);
    case "replied":
      return finishReply(state, event);
    case "reply-retried":
      return retryReply(state, event);
    case "self-reported":
      return believePerson(state, event);
    case "notices-shown":
      return noticesShown(state, event);
    case "memory-added":
      return addMemory(state, event);
    case "memory-edited":
      return editMemory(state, event);
    case "memory-forgotten":
      return forgetMemory(state, event);
    case "memory-proposed":
      return proposeMemory(state, event);
    case "check-in-asked":
      return askCheckIn(state, event);
    case "check-in-cancelled":
      return cancelCheckIn(state);
    case "checked-in":
      return checkedIn(state, event);
    case "session-started":
    case "notices-acknowledged":
    case "language-changed":
    case "country-changed":
    default:
      return takeFrameEvent(state, event);
  }
}

type Of<Kind extends CompanionEvent["kind"]> = Extract<CompanionEvent, { kind: Kind }>;

/** The notices also stand in the conversation, where they were shown. */
function noticesShown(state: CompanionState, event: Of<"notices-shown">): CompanionState {
  const notices = dueAmong(state, event.notices);
  if (notices.length === 0) return state;
  const { seq, atMs } = event;
  const entries = append(state.entries, { kind: "notices", seq, atMs, notices });
  return takeFrameEvent({ ...state, entries }, event);
}
