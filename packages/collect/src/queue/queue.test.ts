import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  claimSlot,
  decideSubmit,
  firstBrokenRevocation,
  nextRevocation,
  rankTasks,
  signedBytesOf,
} from "../index.ts";
import type { RevocationEntry, Slot, TaskCandidate } from "../index.ts";

const task = (id: string, fields: Partial<TaskCandidate> = {}): TaskCandidate => ({
  ...{ id, answers: 0, missing: 3, uncertainty: undefined, speaker: id, openedAtMs: 0 },
  ...fields,
});
const idsOf = (tasks: readonly TaskCandidate[]) => tasks.map(({ id }) => id);

describe("rankTasks", () => {
  it("K6.1 puts what was begun first, and of that what is one answer short", () => {
    const ranked = rankTasks(
      [
        task("new", { missing: 1, uncertainty: 1 }),
        task("begun", { answers: 1, missing: 2, uncertainty: 1 }),
        task("one short", { answers: 2, missing: 1, uncertainty: 0 }),
      ],
      {},
    );
    expect(idsOf(ranked)).toEqual(["one short", "begun", "new"]);
  });

  it("K6.2 goes on where raters disagree, with the unknown in the middle, and then by age", () => {
    const ranked = rankTasks(
      [
        task("sure", { uncertainty: 0.1 }),
        task("young", { openedAtMs: 9 }),
        task("old", { openedAtMs: 1 }),
        task("torn", { uncertainty: 0.9 }),
      ],
      {},
    );
    expect(idsOf(ranked)).toEqual(["torn", "old", "young", "sure"]);
  });

  const candidates = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      answers: fc.integer({ min: 0, max: 3 }),
      missing: fc.integer({ min: 1, max: 3 }),
      uncertainty: fc.option(fc.constantFrom(0, 0.3, 1), { nil: undefined }),
      speaker: fc.constantFrom("a", "b", "c"),
      openedAtMs: fc.integer({ min: 0, max: 3 }),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  );

  it("K6.2 gives the same order for the same candidates, however they come", () => {
    fc.assert(
      fc.property(candidates, (tasks) => {
        expect(idsOf(rankTasks(tasks.toReversed(), {}))).toEqual(idsOf(rankTasks(tasks, {})));
        expect(idsOf(rankTasks(tasks, {})).toSorted()).toEqual(idsOf(tasks).toSorted());
      }),
    );
  });

  it("K6.3 gives the last speaker again only where there is no other", () => {
    fc.assert(
      fc.property(candidates, (tasks) => {
        const [first] = rankTasks(tasks, { lastSpeaker: "a" });
        if (first?.speaker === "a") expect(tasks.every(({ speaker }) => speaker === "a")).toBe(true);
      }),
    );
  });
});

describe("a place", () => {
  const step = fc.record({
    kind: fc.constantFrom("claim", "submit", "late-submit"),
    who: fc.constantFrom("r1", "r2", "r3"),
    waitMs: fc.integer({ min: 0, max: 80 }),
  });

  it("K7.1 K7.2 K7.3 K7.4 holds one lease or submission, through any course of claims, waits and submits", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let slot: Slot = { kind: "open", number: 1, token: 0 };
        let nowMs = 0;
        const held = new Map<string, number>();
        const taken: string[] = [];
        for (const [index, { kind, who, waitMs }] of steps.entries()) {
          nowMs += waitMs;
          if (kind === "claim") {
            const leased = claimSlot(slot, { holder: who, nowMs, leaseMs: 50 });
            if (leased === undefined) {
              // Only what is taken refuses a claim.
              expect(slot.kind === "submitted" || (slot.kind === "leased" && slot.untilMs > nowMs)).toBe(
                true,
              );
              continue;
            }
            expect(leased.token).toBe(slot.token + 1);
            held.set(who, leased.token);
            slot = leased;
            continue;
          }
          const token = held.get(who) ?? 0;
          const decision = decideSubmit(slot, { holder: who, token, nowMs });
          if (decision.kind === "accept") {
            expect(slot).toMatchObject({ kind: "leased", holder: who, token });
            slot = { kind: "submitted", number: 1, token, holder: who, annotation: `a${String(index)}` };
            taken.push(who);
          }
          if (decision.kind === "repeat") expect(taken).toEqual([who]);
        }
        expect(taken.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it("K7.2 takes a submit again as the same one, and K7.3 no other's", () => {
    const slot: Slot = { kind: "submitted", number: 1, token: 3, holder: "r1", annotation: "a1" };
    expect(decideSubmit(slot, { holder: "r1", token: 3, nowMs: 1e9 })).toEqual({
      kind: "repeat",
      annotation: "a1",
    });
    expect(decideSubmit(slot, { holder: "r2", token: 3, nowMs: 0 })).toEqual({
      kind: "refuse",
      why: "foreign",
    });
    expect(decideSubmit(slot, { holder: "r1", token: 2, nowMs: 0 })).toEqual({ kind: "refuse", why: "late" });
    expect(decideSubmit(slot, { holder: "r1", token: 9, nowMs: 0 })).toEqual({
      kind: "refuse",
      why: "foreign",
    });
  });
});

describe("the revocation feed", () => {
  function feed(...clips: string[]): RevocationEntry[] {
    const entries: RevocationEntry[] = [];
    for (const [atMs, clip] of clips.entries())
      entries.push(nextRevocation(entries.at(-1), { clip, release: 1, atMs }));
    return entries;
  }

  it("K8.1 counts from 1 without gaps, and takes no clip that no release holds", () => {
    expect(feed("a", "b", "c").map(({ entry }) => entry.seq)).toEqual([1, 2, 3]);
    expect(() => nextRevocation(undefined, { clip: "a", release: 0, atMs: 0 })).toThrow(RangeError);
  });

  it("K8.2 shows an entry that was changed, left out or put elsewhere", () => {
    const [a, b, c] = feed("a", "b", "c") as [RevocationEntry, RevocationEntry, RevocationEntry];
    expect(firstBrokenRevocation([a, b, c])).toBeUndefined();
    expect(firstBrokenRevocation([a, c])).toBe(1);
    expect(firstBrokenRevocation([b, a, c])).toBe(0);
    expect(firstBrokenRevocation([a, { ...b, entry: { ...b.entry, release: 7 } }, c])).toBe(1);
    expect(signedBytesOf(a)).not.toBe(signedBytesOf(b));
  });
});
