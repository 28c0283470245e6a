import { describe, expect, it } from "vitest";
import { assertReplaysAnyHistory, companionEvents, companionPerson, simulate } from "../testing/index.ts";
import { companion } from "./companion.ts";
import { conversationOf } from "./conversation.ts";

describe("a thousand sessions of a simulated person", () => {
  const { sessions, kinds, states } = simulate(companion, companionPerson, { sessions: 1000, seed: 1 });

  it("S1: end without an error, and give the same state when they are replayed from what was stored", () => {
    expect(sessions).toBe(1000);
    // Every kind of event took part, or the simulation would promise more than it saw.
    expect(Object.keys(kinds)).toHaveLength(20);
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

describe("any history at all", () => {
  it("S1: gives the same state when it is replayed, from the beginning and from any cut", () => {
    assertReplaysAnyHistory(companion, companionEvents, { runs: 1000 });
  });
});
