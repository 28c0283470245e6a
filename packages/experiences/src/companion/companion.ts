import { noticesDue } from "@openempathic/govern";
import type { NoticeId } from "@openempathic/govern";
import type { Experience, Step } from "../experience.ts";
import { append, find } from "./chronicle.ts";
import { askCheckIn, cancelCheckIn, checkedIn } from "./check-in.ts";
import type { CompanionEvent } from "./companion-event.ts";
import type { CompanionEffect, CompanionOutput, CompanionShow } from "./companion-output.ts";
import { INITIAL_COMPANION_STATE } from "./companion-state.ts";
import type { CompanionState } from "./companion-state.ts";
import { messageOf } from "./conversation.ts";
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
import { checkInEffect, effectsFor } from "./pending-effects.ts";

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
  const shows = showsFor(next, timely).map((show): CompanionOutput => ({ kind: "show", show }));
  const effects = newEffects(state, next, timely).map((effect): CompanionOutput => ({
    kind: "effect",
    effect,
  }));
  return { state: next, outputs: [...shows, ...effects] };
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

function showsFor(state: CompanionState, event: CompanionEvent): readonly CompanionShow[] {
  switch (event.kind) {
    case "notices-shown":
      return shownAt(state, event.seq);
    case "estimated":
      return [{ kind: "understood", of: event.of, estimate: event.estimate }];
    case "planned":
      return [{ kind: "plan", of: event.of, plan: event.plan }];
    case "reply-part":
      return [{ kind: "reply-part", of: event.of, text: event.text }];
    case "replied": {
      const reply = messageOf(state, event.of)?.reply;
      return reply?.finished === true ? [{ kind: "reply", of: event.of, reply }] : [];
    }
    case "checked-in":
      return [{ kind: "check-in", text: event.text }];
    case "memory-proposed":
      return [
        { kind: "memory-proposal", proposal: { memoryId: event.memoryId, of: event.of, text: event.text } },
      ];
    default:
      return [];
  }
}

function shownAt(state: CompanionState, seq: number): readonly CompanionShow[] {
  const entry = find(state.entries, seq);
  return entry?.kind === "notices" ? [{ kind: "notices", notices: entry.notices }] : [];
}

/** The work that this event has made; `pendingEffects` tells all that is still to be done. */
function newEffects(
  before: CompanionState,
  state: CompanionState,
  event: CompanionEvent,
): readonly CompanionEffect[] {
  const { due } = state.notices;
  const fellDue = due.some((notice) => !before.notices.due.includes(notice));
  const notices: readonly CompanionEffect[] = fellDue ? [{ kind: "show-notices", notices: due }] : [];
  switch (event.kind) {
    case "session-started":
      return notices;
    case "message":
      return [...notices, ...effectsFor(state, messageOf(state, event.seq))];
    case "reply-retried":
      return effectsFor(state, messageOf(state, event.of));
    case "notices-shown":
      return state.open
        .flatMap((seq) => effectsFor(state, messageOf(state, seq)))
        .filter(({ kind }) => kind === "perceive");
    case "replied":
      return state.found
        .filter(({ of }) => of === event.of)
        .map((fact) => ({ kind: "propose-memory", ...fact }));
    case "check-in-asked":
    case "checked-in":
    case "language-changed":
      return checkInEffect(state);
    case "check-in-cancelled":
      return [{ kind: "cancel-check-in" }];
    default:
      return [];
  }
}
