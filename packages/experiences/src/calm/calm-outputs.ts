import { isGraveRisk } from "@openempathic/govern";
import { crisisAnswer } from "@openempathic/respond";
import type { CrisisAnswer } from "@openempathic/respond";
import { noticesToShow } from "../session/session-frame.ts";
import type { CalmEvent } from "./calm-event.ts";
import type { CalmEffect, CalmOutput, CalmShow } from "./calm-output.ts";
import type { CalmState } from "./calm-state.ts";

/** One step of the fold: the state before and after an event that made sense. */
interface Change {
  readonly before: CalmState;
  readonly state: CalmState;
  readonly event: CalmEvent;
}

/** What one event puts out: first what it shows, then the work that it has made. */
export function calmOutputs(change: Change): readonly CalmOutput[] {
  const had = new Set(pendingCalmEffects(change.before).map(nameOf));
  const made = pendingCalmEffects(change.state).filter((effect) => !had.has(nameOf(effect)));
  return [
    ...showsFor(change).map((show): CalmOutput => ({ kind: "show", show })),
    ...made.map((effect): CalmOutput => ({ kind: "effect", effect })),
  ];
}

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

/**
 * The help that goes before any exercise: the scripted answer to the last note, with lines of help word for word
 * from the checked table, while the remembered risk is "passive" or graver. `undefined` where it is not.
 */
export function calmCare(state: CalmState): CrisisAnswer | undefined {
  const { latch, language, country, notes } = state;
  if (!isGraveRisk(latch.level)) return undefined;
  const turns = notes.slice(-1).map(({ text }) => ({ role: "person", text }) as const);
  return crisisAnswer({ language, latch, turns, ...(country === undefined ? {} : { country }) });
}

function showsFor({ before, state, event }: Change): readonly CalmShow[] {
  const shows: CalmShow[] = [];
  if (event.kind === "notices-shown") {
    const { due } = before.notices;
    shows.push({ kind: "notices", notices: due.filter((notice) => !state.notices.due.includes(notice)) });
  }
  if (calmCare(state) !== undefined && state.latch !== before.latch) shows.push({ kind: "care" });
  if (state.current !== undefined && state.current !== before.current) {
    shows.push({ kind: "sitting", of: state.current.sitting });
  }
  if (state.past !== before.past) shows.push({ kind: "history" });
  return shows;
}

function nameOf(effect: CalmEffect): string {
  return effect.kind === "show-notices"
    ? `${effect.kind}:${effect.notices.join()}`
    : `${effect.kind}:${effect.of}`;
}
