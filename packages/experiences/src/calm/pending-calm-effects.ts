import { noticesToShow } from "../session/session-frame.ts";
import type { CalmEffect } from "./calm-effect.ts";
import type { CalmState } from "./calm-state.ts";

/** Everything that still waits for a result: what is run again after a restart. */
export function pendingCalmEffects(state: CalmState): readonly CalmEffect[] {
  const { notes, current } = state;
  const unjudged = notes.filter(({ risk }) => risk === undefined);
  return [
    ...noticesToShow(state),
    ...unjudged.map(({ seq }) => ({ kind: "judge-risk", of: seq }) as const),
    ...(current?.words.pending === true ? [{ kind: "write-words", of: current.sitting } as const] : []),
  ];
}
