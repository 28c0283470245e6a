import { describe, expect, it } from "vitest";
import { assertReplaysAnyHistory, companionEvents, companionPerson, simulate } from "../testing/index.ts";
import { companion } from "./companion.ts";
import { conversationOf } from "./conversation.ts";
import { isQuiet } from "./routine/quiet-hours.ts";

describe("a thousand sessions of a simulated person", () => {
  const { sessions, kinds, states } = simulate(companion, companionPerson, {
    sessions: 1000,
    seed: 1,
    turns: 100,
  });

  it("S1: end without an error, and give the same state when they are replayed from what was stored", () => {
    expect(sessions).toBe(1000);
    // Every kind of event took part, or the simulation would promise more than it saw.
    expect(Object.keys(kinds)).toHaveLength(40);
    expect(Math.min(...Object.values(kinds))).toBeGreaterThan(50);
  });

  it("S2: can be taken up again after any break, until every message has its answer", () => {
    for (const state of states) {
      const messages = conversationOf(state).filter((entry) => entry.kind === "message");
      expect(messages.every(({ reply }) => reply?.finished === true)).toBe(true);
      expect(state.open).toEqual([]);
    }
  });
});

describe("what a simulated person can do", () => {
  const { states } = simulate(companion, companionPerson, { sessions: 300, seed: 2, turns: 150 });

  it("S1: leads to lives that were told, routines that were done, people who were suggested, and digests", () => {
    const count = (has: (state: (typeof states)[number]) => boolean) => states.filter(has).length;
    expect(
      count(({ life }) => life.passages.some(({ passageId }) => passageId.startsWith("told-"))),
    ).toBeGreaterThan(0);
    expect(count(({ life }) => life.proposals.length > 0)).toBeGreaterThan(10);
    expect(count(({ life }) => life.asked.length > 0)).toBeGreaterThan(10);
    expect(count(({ routines }) => routines.some(({ doneAtMs }) => doneAtMs.length > 0))).toBeGreaterThan(10);
    expect(count(({ people }) => people.suggestions.some(({ isWished }) => !isWished))).toBeGreaterThan(5);
    expect(count(({ digests }) => digests.length > 0)).toBeGreaterThan(10);
  });

  it("PN2, RQ2: never leads to a second unasked suggestion, or to something set in quiet hours", () => {
    for (const { people, routines, quietHours } of states) {
      expect(people.suggestions.filter(({ isWished }) => !isWished).length).toBeLessThanOrEqual(1);
      for (const { nextAtMs, endedAtMs, isSnoozed } of routines)
        if (quietHours !== undefined && endedAtMs === undefined && !isSnoozed)
          expect(isQuiet(quietHours, nextAtMs)).toBe(false);
    }
  });
});

describe("any history at all", () => {
  it("S1: gives the same state when it is replayed, from the beginning and from any cut", () => {
    assertReplaysAnyHistory(companion, companionEvents, { runs: 1000 });
  });
});
