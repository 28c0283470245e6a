/// <reference types="node" />
import { deepStrictEqual } from "node:assert/strict";
import fc from "fast-check";
import { replay } from "../replay.ts";
import type { Fold } from "../replay.ts";
import type { StoredEvent, Unstamped } from "../session/session-event.ts";

/**
 * Holds a history against what every fold promises: stored events give the same state again, from the beginning and
 * from any cut at which the state was kept as JSON, and the state is plain data.
 *
 * @param cuts indexes at which the history is cut; each is taken modulo the number of events
 * @throws {AssertionError} Where two states differ, with both.
 */
export function assertReplays<State, Event>(
  experience: Fold<State, Event>,
  events: readonly Event[],
  cuts: readonly number[],
): void {
  const state = replay(experience, events);
  const stored = asStored(events);
  deepStrictEqual(replay(experience, stored), state, "Replaying the stored events gives another state");
  deepStrictEqual(asStored(state), state, "The state is not plain data: as JSON it becomes another");
  for (const cut of cuts) {
    const at = cut % (events.length + 1);
    const kept = asStored(replay(experience, stored.slice(0, at)));
    const message = `Going on from the state kept after ${String(at)} events gives another state`;
    deepStrictEqual(replay(experience, stored.slice(at), kept), state, message);
  }
}

/**
 * The property that every experience's fold has: over random histories (events in any order, sensible or not, some
 * twice, some under an old number, with clocks that are set back) replaying its events gives the same state, from the
 * beginning and from random cuts; and a fold never throws.
 *
 * @param event any event of the experience before it is numbered; the history's first is a `session-started`
 */
export function assertReplaysAnyHistory<State, Event extends StoredEvent>(
  experience: Fold<State, Event>,
  event: fc.Arbitrary<Unstamped<Event>>,
  { runs, seed }: { readonly runs: number; readonly seed?: number },
): void {
  const step = fc.record({
    event,
    waitMs: fc.oneof(fc.nat(5000), fc.nat(5 * 3_600_000), fc.constant(-1000)),
    /** How far the number is behind the next one: an event that comes again, or too late. */
    behind: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.nat(3)),
  });
  const history = fc.record({
    language: fc.constantFrom("en", "de"),
    steps: fc.array(step, { maxLength: 60 }),
    cuts: fc.array(fc.nat(60), { maxLength: 4 }),
  });
  fc.assert(
    fc.property(history, ({ language, steps, cuts }) => {
      let atMs = Date.UTC(2026, 0);
      const started = { kind: "session-started", language, seq: 1, atMs };
      const later = steps.map(({ event: unstamped, waitMs, behind }, index) => {
        atMs += waitMs;
        return { ...unstamped, seq: Math.max(1, index + 2 - behind), atMs };
      });
      // The cast is safe: these are the experience's own events with the stamp that a store gives them.
      assertReplays(experience, [started, ...later] as unknown as readonly Event[], cuts);
    }),
    { numRuns: runs, ...(seed === undefined ? {} : { seed }) },
  );
}

/** What a store or a network makes of a value. */
function asStored<Value>(value: Value): Value {
  // The cast is safe: events and states are plain data, and where one is not, the comparison fails.
  return JSON.parse(JSON.stringify(value)) as Value;
}
