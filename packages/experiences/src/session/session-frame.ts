import { noticesDue } from "@openempathic/govern";
import type { NoticeId, Purpose } from "@openempathic/govern";
import type { ReplyLanguage } from "@openempathic/respond";
import type { FrameEvent, StoredEvent } from "./session-event.ts";

/** What every session knows of itself, whatever it is used for: the fields that each experience's state begins with. */
export interface SessionFrame {
  /** The highest seq that made sense; 0 before the session has started. */
  readonly lastSeq: number;
  /** The time of the latest event, never going backwards; `undefined` before the session has started. */
  readonly atMs?: number;
  readonly startedAtMs?: number;
  readonly language: ReplyLanguage;
  /** ISO 3166-1 alpha-2, for helplines; `undefined` where the person has not said. */
  readonly country?: string;
  readonly notices: {
    readonly due: readonly NoticeId[];
    /** When each was last shown in this session. */
    readonly shownAtMs: Readonly<Partial<Record<NoticeId, number>>>;
    readonly acknowledgedAtMs?: number;
  };
}

/** A session before its first event. */
export const INITIAL_SESSION_FRAME: SessionFrame = {
  lastSeq: 0,
  language: "en",
  notices: { due: [], shownAtMs: {} },
};

/** The work that every session can ask for: put these notices before the person, then add `notices-shown`. */
export interface ShowNotices {
  readonly kind: "show-notices";
  readonly notices: readonly NoticeId[];
}

/** How an experience takes events. */
export interface TakeRules<State extends SessionFrame, Event extends StoredEvent> {
  readonly purpose: Purpose;
  /** Kinds of event that count as use: with them, and at the start, notices fall due again after long enough. */
  readonly usedBy: readonly Event["kind"][];
  /**
   * What one event changes; the very same state where it makes no sense now. Hand the kinds that every session has to
   * {@link takeFrameEvent}. `lastSeq`, `atMs` and the notices that fall due are seen to around it.
   */
  change(state: State, event: Event): State;
}

/**
 * Takes one event by the rules that all sessions share: events come in order, the first is `session-started` and no
 * other is, the session's time does not go back with a clock that is set back, and the notices fall due at the start
 * and again within three hours of use. The very same state where the event makes no sense now.
 */
export function takeEvent<State extends SessionFrame, Event extends StoredEvent>(
  state: State,
  event: Event,
  rules: TakeRules<State, Event>,
): State {
  const isStart = event.kind === "session-started";
  if (event.seq <= state.lastSeq || isStart !== (state.lastSeq === 0)) return state;
  const atMs = Math.max(event.atMs, state.atMs ?? event.atMs);
  const changed = rules.change(state, { ...event, atMs });
  if (changed === state) return state;
  const next = { ...changed, lastSeq: event.seq, atMs };
  if (!isStart && !rules.usedBy.includes(event.kind)) return next;
  const due = noticesDue({
    purpose: rules.purpose,
    startedAtMs: next.startedAtMs ?? atMs,
    lastShownAtMs: next.notices.shownAtMs,
    nowMs: atMs,
  });
  return { ...next, notices: { ...next.notices, due } };
}

/** What an event that every session has changes; the very same state for any other kind. */
export function takeFrameEvent<State extends SessionFrame>(state: State, event: StoredEvent): State {
  // The cast is safe: the default below takes all that is no frame event.
  const frameEvent = event as FrameEvent;
  switch (frameEvent.kind) {
    case "session-started": {
      const { language, country, atMs } = frameEvent;
      return { ...state, language, ...(country === undefined ? {} : { country }), startedAtMs: atMs };
    }
    case "notices-shown":
      return noticesShown(state, dueAmong(state, frameEvent.notices), frameEvent.atMs);
    case "notices-acknowledged":
      return { ...state, notices: { ...state.notices, acknowledgedAtMs: frameEvent.atMs } };
    case "language-changed":
      return { ...state, language: frameEvent.language };
    case "country-changed":
      return { ...state, country: frameEvent.country };
    default:
      return state;
  }
}

/** Those of the notices that are due now. */
export function dueAmong(state: SessionFrame, notices: readonly string[]): readonly NoticeId[] {
  return state.notices.due.filter((notice) => notices.includes(notice));
}

/** The notices that a session waits to have shown, as work. */
export function noticesToShow({ notices }: SessionFrame): readonly ShowNotices[] {
  return notices.due.length === 0 ? [] : [{ kind: "show-notices", notices: notices.due }];
}

/** Nothing is perceived before the notice that names emotion analysis has been shown (EU AI Act, Art. 50(3)). */
export function mayPerceiveText({ notices }: SessionFrame): boolean {
  return notices.shownAtMs["emotion-analysis"] !== undefined;
}

function noticesShown<State extends SessionFrame>(
  state: State,
  shown: readonly NoticeId[],
  atMs: number,
): State {
  if (shown.length === 0) return state;
  const { notices } = state;
  return {
    ...state,
    notices: {
      ...notices,
      due: notices.due.filter((notice) => !shown.includes(notice)),
      shownAtMs: { ...notices.shownAtMs, ...Object.fromEntries(shown.map((id) => [id, atMs])) },
    },
  };
}
