import { EXPERIENCE_SCHEMAS } from "@openempathic/client";
import {
  continueCouncil,
  council,
  councilEventFor,
  isOpenToMembers,
  judgeCare,
  leavingOf,
  withoutAnswersOf,
} from "@openempathic/experiences/council";
import type { CouncilEffect, CouncilEvent, CouncilState } from "@openempathic/experiences/council";
import type { Unstamped } from "@openempathic/experiences";
import type { EffectMeans, EffectRequest } from "../effect-means.ts";
import type { ServedExperience } from "../served-experience.ts";
import { serve } from "../served-experience.ts";
import { builtInSuggestions, suggestFor } from "./suggest-for.ts";

/** The longest name of a council in lists. */
const TITLE_LENGTH = 80;

/** The council as the server runs it. */
export const servedCouncil: ServedExperience = serve({
  experience: council,
  schemas: EXPERIENCE_SCHEMAS.council,
  asksForWork: ["suggestion-asked"],
  runEffect: runCouncilEffect,
  failureEvent: councilFailure,
  titleFrom: (event) =>
    event.kind === "noted" && event.item.part === "frame"
      ? event.item.question.trim().slice(0, TITLE_LENGTH)
      : undefined,
  readRecord: continueCouncil,
  sharing: {
    isOpenToMembers,
    storedFrom: (act, memberId) =>
      act.kind === "first-answered" || act.kind === "answered-again" ? { ...act, by: memberId } : act,
    joined: (memberId, name) => ({
      kind: "joined",
      by: memberId,
      ...(name === undefined ? {} : { name }),
    }),
    eventFor: councilEventFor,
    withoutWordsOf: withoutAnswersOf,
    left: (memberId, events) => leavingOf(events, memberId),
  },
});

async function* runCouncilEffect(
  means: EffectMeans,
  { effect, state, signal }: EffectRequest<CouncilState, CouncilEffect>,
): AsyncGenerator<Unstamped<CouncilEvent>> {
  switch (effect.kind) {
    case "judge-care": {
      const { language, country } = state;
      const options = { language, atMs: means.now(), ...(country === undefined ? {} : { country }) };
      yield { kind: "care-judged", of: effect.of, findings: judgeCare(effect.text, options) };
      break;
    }
    case "suggest":
      yield await suggestFor(means, { effect, state, signal });
      break;
    case "reveal-round":
      yield { kind: "round-revealed", answers: effect.answers };
      break;
    case "show-notices":
      break;
  }
}

/** What stands in the log when an effect failed: words that could not be judged count as judged, so that all goes on. */
function councilFailure(state: CouncilState, effect: CouncilEffect): Unstamped<CouncilEvent> | undefined {
  if (effect.kind === "judge-care") return { kind: "care-judged", of: effect.of, findings: [] };
  if (effect.kind !== "suggest") return undefined;
  return {
    kind: "suggested",
    of: effect.of,
    source: "built-in",
    suggestions: builtInSuggestions(state, effect.topic, effect.of),
  };
}
