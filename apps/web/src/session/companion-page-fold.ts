import { companion } from "@openempathic/experiences";
import type { CompanionEvent, CompanionState } from "@openempathic/experiences";
import type { PageFold } from "./session-store.ts";

/** What the page keeps of a conversation: the companion's state, and the pieces in which answers came. */
export interface CompanionPage {
  readonly state: CompanionState;
  /** The parts of replies in progress, by the message's seq, in order; the page announces and fades in each. */
  readonly parts: ReadonlyMap<number, readonly string[]>;
}

/** The companion's fold with the pieces beside it. */
export const companionPageFold: PageFold<CompanionPage, CompanionEvent> = {
  initial: { state: companion.initial, parts: new Map() },
  apply: ({ state, parts }, event) => ({
    state: { state: companion.apply(state, event).state, parts: partsAfter(parts, event) },
  }),
};

function partsAfter(
  parts: ReadonlyMap<number, readonly string[]>,
  event: CompanionEvent,
): ReadonlyMap<number, readonly string[]> {
  if (event.kind === "reply-part") {
    return new Map(parts).set(event.of, [...(parts.get(event.of) ?? []), event.text]);
  }
  if (event.kind === "reply-retried" || event.kind === "planned") {
    const without = new Map(parts);
    without.delete(event.of);
    return without;
  }
  return parts;
}
