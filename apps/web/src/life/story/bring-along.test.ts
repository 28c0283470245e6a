import { replayCompanion } from "@openempathic/experiences";
import type { CompanionEvent, CompanionState, PersonEvent } from "@openempathic/experiences";
import { describe, expect, it } from "vitest";
import { movesFrom } from "./bring-along.ts";

function after(...acts: readonly PersonEvent[]): CompanionState {
  const started: CompanionEvent = { seq: 1, atMs: 0, kind: "session-started", language: "en" };
  return replayCompanion([started, ...acts.map((act, index) => ({ ...act, seq: index + 2, atMs: 0 }))]);
}

const OLD: readonly PersonEvent[] = [
  { kind: "life-added", passageId: "p1", chapter: "work", text: "I baked bread." },
  { kind: "person-kept", personId: "n1", name: "Ana", relation: "my sister", reach: "", maySuggest: false },
  { kind: "memory-added", memoryId: "m1", text: "I have a cat" },
  { kind: "memory-added", memoryId: "m2", text: "I like rain" },
];

describe("what is brought along from another conversation", () => {
  it("is kept here as it was there, and nowhere else", () => {
    let keys = 0;
    const here = after({ kind: "memory-added", memoryId: "m9", text: "I like rain" });
    const moves = movesFrom(after(...OLD), here, () => `k${String((keys += 1))}`);
    const now = after(...moves.map(({ keep }) => keep));
    expect(now.life.passages).toMatchObject([{ chapter: "work", text: "I baked bread." }]);
    expect(now.people.kept).toMatchObject([{ name: "Ana", relation: "my sister", maySuggest: false }]);
    expect(now.memories.map(({ text }) => text)).toEqual(["I have a cat"]);
    const there = after(...OLD, ...moves.map(({ forget }) => forget));
    expect(there.life.passages).toEqual([]);
    expect(there.people.kept).toEqual([]);
    expect(there.memories.map(({ text }) => text)).toEqual(["I like rain"]);
  });
});
