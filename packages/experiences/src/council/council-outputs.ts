import { NOTICE_IDS } from "@openempathic/govern";
import { noticesToShow } from "../session/session-frame.ts";
import type { CouncilEvent } from "./council-event.ts";
import { wordsOfItem } from "./council-item.ts";
import type { CouncilEffect, CouncilOutput, CouncilShow } from "./council-output.ts";
import type { CouncilState } from "./council-state.ts";
import { isSetAside } from "./read-council.ts";
import { answersToReveal } from "./share-council.ts";

/** One step of the fold: the state before and after an event that made sense. */
interface Change {
  readonly before: CouncilState;
  readonly state: CouncilState;
  readonly event: CouncilEvent;
}

/** What one event puts out: first what it shows, then the work that it has made. */
export function outputsOf({ before, state, event }: Change): readonly CouncilOutput[] {
  const known = new Set(pendingCouncilEffects(before).map((effect) => JSON.stringify(effect)));
  return [
    ...showsFor(state, event).map((show): CouncilOutput => ({ kind: "show", show })),
    ...pendingCouncilEffects(state)
      .filter((effect) => !known.has(JSON.stringify(effect)))
      .map((effect): CouncilOutput => ({ kind: "effect", effect })),
  ];
}

/**
 * All work that a council still waits for, in the order in which to do it: what to run after a restart. Words are
 * judged before anything is suggested from them.
 */
export function pendingCouncilEffects(state: CouncilState): readonly CouncilEffect[] {
  const judging = state.unjudged.map((of): CouncilEffect => ({
    kind: "judge-care",
    of,
    text: wordsAt(state, of),
  }));
  const suggesting = isSetAside(state)
    ? []
    : state.requests
        .filter(({ answered }) => answered === undefined)
        .map(({ of, topic }): CouncilEffect => ({ kind: "suggest", of, topic }));
  const answers = answersToReveal(state);
  const revealing: CouncilEffect[] = answers === undefined ? [] : [{ kind: "reveal-round", answers }];
  return [...noticesToShow(state), ...judging, ...suggesting, ...revealing];
}

function wordsAt(state: CouncilState, seq: number): string {
  const version = Object.values(state.items)
    .flatMap(({ versions }) => versions)
    .find((each) => each.seq === seq);
  return version === undefined ? "" : wordsOfItem(version.item).join("\n");
}

function showsFor(state: CouncilState, event: CouncilEvent): readonly CouncilShow[] {
  const { kind } = event;
  if (kind === "care-judged" && event.findings.length > 0) {
    return [{ kind: "care", of: event.of, findings: event.findings }];
  }
  if (kind === "suggested") return [{ kind: "suggestions", of: event.of, suggestions: event.suggestions }];
  if (kind === "round-revealed") return [{ kind: "revealed", answers: event.answers }];
  if (kind === "notices-shown") {
    return [
      { kind: "notices", notices: NOTICE_IDS.filter((id) => state.notices.shownAtMs[id] !== undefined) },
    ];
  }
  return [];
}
