import type { ReplyLanguage } from "@openempathic/respond";
import type { CompanionEvent } from "./companion-event.ts";
import type { CompanionState } from "./companion-state.ts";
import { append } from "./chronicle.ts";
import { nextCheckIn } from "./routine/keep-routines.ts";
import { without } from "../without.ts";

type Of<Kind extends CompanionEvent["kind"]> = Extract<CompanionEvent, { kind: Kind }>;

// Easy to leave unanswered, true at any hour, and a reminder that the person asked for it.
const GREETINGS: Readonly<Record<ReplyLanguage, string>> = {
  en: "Hello. You asked me to check in around now. How are things with you today? It's fine to leave this unanswered.",
  de: "Hallo. Du wolltest, dass ich mich um diese Zeit melde. Wie geht es dir heute? Du musst darauf nicht antworten.",
};

/** What is said at a check-in. */
export function checkInGreeting(language: ReplyLanguage): string {
  return GREETINGS[language];
}

/** Takes up a daily check-in; a time or zone that does not exist leaves everything as it was. */
export function askCheckIn(state: CompanionState, event: Of<"check-in-asked">): CompanionState {
  const { hour, minute, timeZone } = event;
  const nextAtMs = nextCheckIn({ hour, minute, timeZone }, event.atMs, state.quietHours);
  return nextAtMs === undefined ? state : { ...state, checkIn: { hour, minute, timeZone, nextAtMs } };
}

/** Ends the check-ins. */
export function cancelCheckIn(state: CompanionState): CompanionState {
  if (state.checkIn === undefined) return state;
  return without(state, "checkIn");
}

/** Puts a check-in that was due into the conversation and sets the next; one that nobody asked for is ignored. */
export function checkedIn(state: CompanionState, event: Of<"checked-in">): CompanionState {
  if (state.checkIn === undefined || event.atMs < state.checkIn.nextAtMs) return state;
  const nextAtMs = nextCheckIn(state.checkIn, event.atMs, state.quietHours) ?? state.checkIn.nextAtMs;
  const { seq, atMs, text } = event;
  return {
    ...state,
    checkIn: { ...state.checkIn, nextAtMs },
    entries: append(state.entries, { kind: "check-in", seq, atMs, text }),
  };
}
