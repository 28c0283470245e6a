import { noticesToShow } from "../session/session-frame.ts";
import { wordsOfItem } from "./council-item.ts";
import type { CouncilEffect } from "./council-effect.ts";
import type { CouncilState } from "./council-state.ts";
import { isSetAside } from "./read-council.ts";
import { answersToReveal } from "./share-council.ts";

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
