import type { CompanionEvent } from "./companion-event.ts";
import type { CompanionState } from "./companion-state.ts";
import { approveDigest, forgetDigest } from "./digest/keep-digests.ts";
import { askQuestion, wishForQuestion } from "./life/ask-of-life.ts";
import { addPassage, editPassage, forgetPassage, proposePassage } from "./life/keep-life.ts";
import { dismissSuggestion, forgetPerson, keepPerson, suggestOnWish } from "./people/keep-people.ts";
import {
  clearQuietHours,
  doneRoutine,
  endRoutine,
  passTimes,
  remindOfRoutine,
  setQuietHours,
  setRoutine,
  snoozeRoutine,
} from "./routine/keep-routines.ts";
import type { LifePersonEvent, LifePlatformEvent } from "./life-event.ts";

type LifeKind = (LifePersonEvent | LifePlatformEvent)["kind"];
type LifeEvent = Extract<CompanionEvent, { kind: LifeKind }>;

const LIFE_KINDS: Readonly<Record<LifeKind, true>> = {
  "life-added": true,
  "life-edited": true,
  "life-forgotten": true,
  "life-question-wished": true,
  "life-question": true,
  "life-proposed": true,
  "routine-set": true,
  "routine-done": true,
  "routine-snoozed": true,
  "routine-ended": true,
  "routine-reminded": true,
  "quiet-hours-set": true,
  "quiet-hours-cleared": true,
  "times-passed": true,
  "person-kept": true,
  "person-forgotten": true,
  "suggestion-wished": true,
  "suggestion-dismissed": true,
  "digest-approved": true,
  "digest-forgotten": true,
};

/** Whether an event is about the life story, the days, the people or the digests of somebody. */
export function isLifeEvent(event: CompanionEvent): event is LifeEvent {
  return Object.hasOwn(LIFE_KINDS, event.kind);
}

/** One line for each kind of event; the same state where the event makes no sense now. */
export function changeLife(state: CompanionState, event: LifeEvent): CompanionState {
  switch (event.kind) {
    case "life-added":
      return addPassage(state, event);
    case "life-edited":
      return editPassage(state, event);
    case "life-forgotten":
      return forgetPassage(state, event);
    case "life-question-wished":
      return wishForQuestion(state, event);
    case "life-question":
      return askQuestion(state, event);
    case "life-proposed":
      return proposePassage(state, event);
    case "routine-set":
      return setRoutine(state, event);
    case "routine-done":
      return doneRoutine(state, event);
    case "routine-snoozed":
      return snoozeRoutine(state, event);
    case "routine-ended":
      return endRoutine(state, event);
    case "routine-reminded":
      return remindOfRoutine(state, event);
    case "quiet-hours-set":
      return setQuietHours(state, event);
    case "quiet-hours-cleared":
      return clearQuietHours(state, event);
    case "times-passed":
      return passTimes(state, event);
    case "person-kept":
      return keepPerson(state, event);
    case "person-forgotten":
      return forgetPerson(state, event);
    case "suggestion-wished":
      return suggestOnWish(state, event);
    case "suggestion-dismissed":
      return dismissSuggestion(state, event);
    case "digest-approved":
      return approveDigest(state, event);
    case "digest-forgotten":
      return forgetDigest(state, event);
  }
}
