import { describe, expect, it } from "vitest";
import { companion } from "../companion/companion.ts";
import type { Experience } from "../experience.ts";
import type { StoredEvent } from "../session/session-event.ts";
import { companionPerson } from "./companion-person.ts";
import { openRandom } from "./random.ts";
import { assertReplays } from "./replay.ts";
import { simulate } from "./simulate.ts";
import type { SimulatedPerson } from "./simulate.ts";

type Counted = StoredEvent & { readonly kind: "counted" | "session-started" };
interface Count {
  readonly count: number;
  readonly at?: unknown;
}

const counter: Experience<Count, Counted, never, "count"> = {
  id: "counter",
  purpose: "play",
  initial: { count: 0 },
  apply: ({ count }, { kind }) => ({ state: { count: count + (kind === "counted" ? 1 : 0) }, outputs: [] }),
  pendingEffects: ({ count }) => (count < 3 ? ["count"] : []),
};
const person: SimulatedPerson<Count, Counted, "count"> = {
  start: () => ({ kind: "session-started" }),
  act: () => undefined,
  results: () => [{ kind: "counted" }],
};

describe("simulate", () => {
  it("does all work before a session ends, and the same seed gives the same sessions", () => {
    const { states, kinds } = simulate(counter, person, { sessions: 20, seed: 4 });
    expect(states.every(({ count }) => count >= 3)).toBe(true);
    expect(kinds["session-started"]).toBe(20);
    expect(simulate(companion, companionPerson, { sessions: 5, seed: 7 })).toEqual(
      simulate(companion, companionPerson, { sessions: 5, seed: 7 }),
    );
  });

  it("finds a fold that throws, and says which session it was and what had happened in it", () => {
    const broken = {
      ...counter,
      apply: (state: Count, event: Counted) => {
        if (state.count === 2) throw new Error("two is too many");
        return counter.apply(state, event);
      },
    };
    expect(() => simulate(broken, person, { sessions: 3, seed: 4 })).toThrow(
      /^Session 0 \(seed 4\) failed: two is too many\n\[\{"kind":"session-started"/u,
    );
  });

  it("finds work that never ends and work that is left over", () => {
    const endless = {
      ...counter,
      pendingEffects: ({ count }: Count) => [`count ${String(count)}` as "count"],
    };
    expect(() => simulate(endless, person, { sessions: 1, seed: 4 })).toThrow(/still waits for work/u);
  });
});

describe("assertReplays", () => {
  const events: readonly Counted[] = [
    { kind: "session-started", seq: 1, atMs: 0 },
    { kind: "counted", seq: 2, atMs: 1 },
  ];

  it("finds a fold that remembers something outside its state", () => {
    let calls = 0;
    const leaky = { ...counter, apply: () => ({ state: { count: (calls += 1) }, outputs: [] }) };
    expect(() => assertReplays(leaky, events, [])).toThrow(/another state/u);
  });

  it("finds a state that JSON cannot carry", () => {
    const odd = { ...counter, apply: () => ({ state: { count: 1, at: new Map() }, outputs: [] }) };
    expect(() => assertReplays(odd, events, [])).toThrow(/not plain data/u);
  });

  it("finds a fold that cannot go on from a kept state", () => {
    const first: Count = { count: 0 };
    const byIdentity = {
      initial: first,
      apply: (state: Count) => ({ state: { count: state === first ? 1 : state.count }, outputs: [] }),
    };
    expect(() => assertReplays(byIdentity, events, [0])).toThrow(/kept after 0 events/u);
  });
});

describe("openRandom", () => {
  it("follows mulberry32", () => {
    // First three numbers for seed 1, from the same algorithm written in C and compiled with gcc.
    const random = openRandom(1);
    expect([random.next(), random.next(), random.next()].map((value) => value * 2 ** 32)).toEqual([
      2693262067, 11749833, 2265367787,
    ]);
  });

  it("refuses to choose from nothing", () => {
    expect(() => openRandom(1).oneOf([])).toThrow(RangeError);
  });
});
