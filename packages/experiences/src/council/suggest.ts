import type { CouncilEvent, Suggestion, SuggestionTopic } from "./council-event.ts";
import { NOTHING } from "./council-item.ts";
import type { CouncilState } from "./council-state.ts";
import { currentItem, currentOf, isSetAside } from "./read-council.ts";

type Of<Kind extends CouncilEvent["kind"]> = Extract<CouncilEvent, { kind: Kind }>;

/** The person asks what they may have forgotten. Nothing is suggested where planned harm was found. */
export function askSuggestion(state: CouncilState, { topic, seq }: Of<"suggestion-asked">): CouncilState {
  if (currentItem(state, "frame") === undefined || isSetAside(state) || !isKnown(state, topic)) return state;
  return { ...state, requests: [...state.requests, { of: seq, topic }] };
}

/** What was suggested; it is no part of the record until the person notes it as their own. */
export function answerSuggestion(state: CouncilState, event: Of<"suggested">): CouncilState {
  const { of, source, suggestions, modelTrouble } = event;
  const request = state.requests.find((each) => each.of === of);
  if (request === undefined || request.answered !== undefined) return state;
  const answered = { source, suggestions, ...(modelTrouble === undefined ? {} : { modelTrouble }) };
  return {
    ...state,
    requests: state.requests.map((each) => (each === request ? { ...request, answered } : each)),
  };
}

/** The person does not want a suggestion. */
export function declineSuggestion(
  state: CouncilState,
  { suggestionId }: Of<"suggestion-declined">,
): CouncilState {
  const isThere = state.requests.some(({ answered }) =>
    answered?.suggestions.some((suggestion) => suggestion.suggestionId === suggestionId),
  );
  if (!isThere || state.declined.includes(suggestionId)) return state;
  return { ...state, declined: [...state.declined, suggestionId] };
}

/** The latest suggestions about something that the person has neither taken nor declined, and whether more are on the way. */
export function suggestionsFor(
  state: CouncilState,
  isAbout: (topic: SuggestionTopic) => boolean,
): {
  readonly waiting: boolean;
  readonly source?: "language-model" | "built-in";
  readonly modelTrouble?: string;
  readonly open: readonly Suggestion[];
} {
  const latest = state.requests.findLast(({ topic }) => isAbout(topic));
  if (latest?.answered === undefined)
    return { waiting: latest !== undefined && !isSetAside(state), open: [] };
  const taken = new Set(
    Object.values(state.items).flatMap(({ versions }) => versions.flatMap(({ from }) => from ?? [])),
  );
  const { suggestions, source, modelTrouble } = latest.answered;
  return {
    waiting: false,
    source,
    ...(modelTrouble === undefined ? {} : { modelTrouble }),
    open: suggestions.filter(
      ({ suggestionId }) => !taken.has(suggestionId) && !state.declined.includes(suggestionId),
    ),
  };
}

function isKnown(state: CouncilState, topic: SuggestionTopic): boolean {
  if (topic.kind !== "objection" || topic.optionId === NOTHING) return true;
  return currentOf(state, `option.${topic.optionId}`) !== undefined;
}
