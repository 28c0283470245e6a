import { foldText, isGoodbye } from "@openempathic/respond";
import type { CompanionEvent } from "../companion-event.ts";
import type { CompanionState, MessageEntry } from "../companion-state.ts";
import { messageOf } from "../conversation.ts";
import { isGraveRisk } from "@openempathic/govern";
import { without } from "../../without.ts";
import type { KeptPerson, PersonSuggestion } from "./named-people.ts";

type Of<Kind extends CompanionEvent["kind"]> = Extract<CompanionEvent, { kind: Kind }>;

// Who keeps more keeps an address book, and has one.
const MOST_PEOPLE = 50;

/** In folded spelling (see foldText of respond). */
const LONELY =
  /\b(?:lonely|lonesome|loneliness|(?:so|all|feel|feeling|always) alone|no ?(?:one|body) (?:to talk to|(?:ever )?(?:calls|visits|comes|rings|writes))|miss (?:having )?(?:company|people|somebody|someone)|(?:have|haven't) (?:not )?(?:seen|spoken to|talked to) (?:a soul|anyone|anybody)|einsam\w*|(?:so|ganz|immer|nur) allein|fuehl\w* mich (?:so |sehr |oft )?allein\w*|niemand\w* (?:zum reden|(?:mehr )?(?:ruft|besucht|kommt|schreibt))|keiner (?:mehr )?(?:ruft|besucht|kommt|schreibt)|mir fehl\w* (?:gesellschaft|menschen|jemand))\b/;

/** Keeps somebody, or changes what is kept of them. A name is needed. */
export function keepPerson(state: CompanionState, event: Of<"person-kept">): CompanionState {
  const { personId, maySuggest } = event;
  const name = event.name.trim();
  const { kept } = state.people;
  const old = kept.find((person) => person.personId === personId);
  if (name === "" || (old === undefined && kept.length >= MOST_PEOPLE)) return state;
  const person: KeptPerson = {
    personId,
    name,
    relation: event.relation.trim(),
    reach: event.reach.trim(),
    maySuggest,
  };
  const next = old === undefined ? [...kept, person] : kept.map((each) => (each === old ? person : each));
  return { ...state, people: { ...state.people, kept: next } };
}

/** Forgets somebody; nothing of them stays behind. */
export function forgetPerson(state: CompanionState, { personId }: Of<"person-forgotten">): CompanionState {
  const { kept, suggestions } = state.people;
  const isOther = (each: { readonly personId: string }) => each.personId !== personId;
  if (kept.every(isOther)) return state;
  return {
    ...state,
    people: { ...state.people, kept: kept.filter(isOther), suggestions: suggestions.filter(isOther) },
  };
}

/** Suggests somebody because the person asked for it; nobody in a crisis, where the crisis answer leads. */
export function suggestOnWish(state: CompanionState, { seq }: Of<"suggestion-wished">): CompanionState {
  const next = isGraveRisk(state.latch.level) ? undefined : whomToSuggest(state);
  return next === undefined
    ? state
    : withSuggestion(state, { personId: next.personId, of: seq, isWished: true });
}

/** Takes a suggestion away: "not now". */
export function dismissSuggestion(state: CompanionState, { of }: Of<"suggestion-dismissed">): CompanionState {
  const { suggestions, putAway } = state.people;
  const isThere = suggestions.some((suggestion) => suggestion.of === of);
  if (!isThere || putAway.includes(of)) return state;
  return { ...state, people: { ...state.people, putAway: [...putAway, of] } };
}

/**
 * After a message was answered: somebody to reach out to, where it speaks of loneliness. Once in a session, unless asked
 * for; not below a message with any risk in it, where it waits for an easier one; not in a crisis, and not to somebody who
 * takes their leave.
 */
export function afterLonely(state: CompanionState, message: MessageEntry): CompanionState {
  const { people, latch } = state;
  if (isGraveRisk(latch.level) || people.suggestions.some(({ isWished }) => !isWished)) return state;
  const isLonely = LONELY.test(foldText(message.text));
  if (message.risk?.level !== "none" || isGoodbye(message.text))
    return isLonely ? { ...state, people: { ...people, isWaiting: true } } : state;
  const next = isLonely || people.isWaiting === true ? whomToSuggest(state) : undefined;
  if (next === undefined) return state;
  const suggested = withSuggestion(state, { personId: next.personId, of: message.seq, isWished: false });
  return { ...suggested, people: without(suggested.people, "isWaiting") };
}

/** Who stands suggested below a message, as long as they may be and the person has not put it away. */
export function suggestionAt(state: CompanionState, of: number): KeptPerson | undefined {
  const suggestion = state.people.suggestions.find((each) => each.of === of);
  if (suggestion === undefined || state.people.putAway.includes(of)) return undefined;
  if (!suggestion.isWished && messageOf(state, of) === undefined) return undefined;
  return state.people.kept.find(({ personId, maySuggest }) => personId === suggestion.personId && maySuggest);
}

/** The one who was suggested longest ago or never, in the order in which they were kept. */
function whomToSuggest({ people }: CompanionState): KeptPerson | undefined {
  const lastOf = ({ personId }: KeptPerson) =>
    people.suggestions.findLastIndex((suggestion) => suggestion.personId === personId);
  return people.kept
    .filter(({ maySuggest }) => maySuggest)
    .toSorted((one, other) => lastOf(one) - lastOf(other))[0];
}

function withSuggestion(state: CompanionState, suggestion: PersonSuggestion): CompanionState {
  const { people } = state;
  return { ...state, people: { ...people, suggestions: [...people.suggestions, suggestion] } };
}
