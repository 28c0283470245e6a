import { noticesDue } from "@openempathic/govern";
import type { NoticeId } from "@openempathic/govern";
import type { Experience, Step } from "../experience.ts";
import { append } from "./chronicle.ts";
import { askCheckIn, cancelCheckIn, checkedIn } from "./check-in.ts";
import type { CompanionEvent } from "./companion-event.ts";
import type { CompanionOutput } from "./companion-output.ts";
import { outputsOf } from "./companion-outputs.ts";
import { INITIAL_COMPANION_STATE } from "./companion-state.ts";
import type { CompanionState } from "./companion-state.ts";
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
export const companion: Experience<CompanionState, CompanionEvent, CompanionOutput> = {
  id: "companion",
  purpose: "companion",
  initial: INITIAL_COMPANION_STATE,
  apply: applyCompanionEvent,
};

/** The state after a list of events, oldest first: how a stored session is read. */
export function replayCompanion(events: Iterable<CompanionEvent>): CompanionState {
  let state = companion.initial;
  for (const event of events) state = companion.apply(state, event).state;
  return state;
}

function applyCompanionEvent(
  state: CompanionState,
  event: CompanionEvent,
): Step<CompanionState, CompanionOutput> {
  const isNext = event.seq > state.lastSeq && (event.kind === "session-started") === (state.lastSeq === 0);
  if (!isNext) return { state, outputs: [] };
  // Clocks can be set back; the time of a session does not go back with them.
  const timely = { ...event, atMs: Math.max(event.atMs, state.atMs ?? event.atMs) };
  const changed = change(state, timely);
  if (changed === state) return { state, outputs: [] };
  const next = withNotices({ ...changed, lastSeq: event.seq, atMs: timely.atMs }, timely);
  return { state: next, outputs: outputsOf({ before: state, state: next, event: timely }) };
}

/** One line for each kind of event; the same state where the event makes no sense now. */
function change(state: CompanionState, event: CompanionEvent): CompanionState {
  switch (event.kind) {
    case "session-started":
      return started(state, event);
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
    case "notices-acknowledged":
      return { ...state, notices: { ...state.notices, acknowledgedAtMs: event.atMs } };
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
    case "language-changed":
      return { ...state, language: event.language };
    case "country-changed":
      return { ...state, country: event.country };
    default:
      return state;
  }
}

type Of<Kind extends CompanionEvent["kind"]> = Extract<CompanionEvent, { kind: Kind }>;

function started(state: CompanionState, event: Of<"session-started">): CompanionState {
  const { language, country, atMs } = event;
  return { ...state, language, ...(country === undefined ? {} : { country }), startedAtMs: atMs };
}

function noticesShown(state: CompanionState, event: Of<"notices-shown">): CompanionState {
  // The cast is safe: only ids that are due stay.
  const notices = (event.notices as readonly NoticeId[]).filter((notice) =>
    state.notices.due.includes(notice),
  );
  if (notices.length === 0) return state;
  const { seq, atMs } = event;
  return {
    ...state,
    entries: append(state.entries, { kind: "notices", seq, atMs, notices }),
    notices: {
      ...state.notices,
      due: state.notices.due.filter((notice) => !notices.includes(notice)),
      shownAtMs: { ...state.notices.shownAtMs, ...Object.fromEntries(notices.map((id) => [id, atMs])) },
    },
  };
}

/** Notices fall due at the start and whenever the person writes after long enough. */
function withNotices(state: CompanionState, event: CompanionEvent): CompanionState {
  if (event.kind !== "session-started" && event.kind !== "message") return state;
  const due = noticesDue({
    purpose: companion.purpose,
    startedAtMs: state.startedAtMs ?? event.atMs,
    lastShownAtMs: state.notices.shownAtMs,
    nowMs: event.atMs,
  });
  return { ...state, notices: { ...state.notices, due } };
}
