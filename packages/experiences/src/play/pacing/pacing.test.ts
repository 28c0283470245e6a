import { abstain, makeEstimate } from "@openempathic/affect";
import type { CategoryId, Estimate, Modality } from "@openempathic/affect";
import { permitFor } from "@openempathic/govern";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adapt } from "./adapt.ts";
import { beginPacing, DIALS, GENTLE_BOUNDS } from "./pacing.ts";
import type { PacingState, PlayerSignal } from "./pacing.ts";

const START = beginPacing({ difficulty: 0.5, pace: 0.5, tension: 0.4 });
const source = { kind: "model", id: "by-hand", version: "1" } as const;

function sounds(category: CategoryId, likelihood = 0.9, modality: Modality = "text"): Estimate {
  return makeEstimate({ modality, likelihood: { [category]: likelihood }, dimensions: {}, source });
}

function told(state: PacingState, ...signals: readonly PlayerSignal[]): PacingState {
  return signals.reduce((now, signal, index) => adapt(now, signal, index * 1000), state);
}

const attempt = (score: number, timeLeft?: number): PlayerSignal => ({
  kind: "attempt",
  score,
  ...(timeLeft === undefined ? {} : { timeLeft }),
});
const said = (estimate: Estimate): PlayerSignal => ({ kind: "estimate", estimate });

describe("P1 the adapter for a player", () => {
  it("P1.1: what keeps going well gets harder, what keeps failing gets easier, and one moment turns nothing", () => {
    expect(told(START, attempt(1)).dials).toEqual(START.dials);
    expect(told(START, attempt(1), attempt(1)).dials.difficulty).toBeCloseTo(0.62);
    expect(told(START, attempt(0)).dials).toEqual(START.dials);
    expect(told(START, attempt(0), attempt(0.2)).dials.difficulty).toBeCloseTo(0.38);
  });

  it("P1.2: what is mostly met is left as it is", () => {
    const even = told(
      START,
      ...Array.from({ length: 30 }, (_, index) => attempt(index % 2 === 0 ? 0.55 : 0.8)),
    );
    expect(even.dials).toEqual(START.dials);
    expect(even.log).toEqual([]);
  });

  it("P1.3: does not flutter: who wins and fails in turns stays where they are", () => {
    const mixed = told(START, ...Array.from({ length: 40 }, (_, index) => attempt(index % 2)));
    expect(mixed.dials.difficulty).toBe(0.5);
  });

  it("P1.4: it takes as much to be turned back as it took to be turned", () => {
    const harder = told(START, attempt(1), attempt(1));
    expect(told(harder, attempt(0)).dials.difficulty).toBeCloseTo(0.62);
    expect(told(harder, attempt(0), attempt(0)).dials.difficulty).toBeCloseTo(0.5);
  });

  it("P1.5: quick success speeds the game up, and words of confusion slow it down", () => {
    expect(told(START, attempt(1, 0.8), attempt(1, 0.8)).dials.pace).toBeCloseTo(0.62);
    expect(told(START, attempt(1, 0.1), attempt(1, 0.1)).dials.pace).toBe(0.5);
    expect(told(START, said(sounds("Confusion")), said(sounds("Confusion"))).dials.pace).toBeCloseTo(0.38);
  });

  it("P1.6: words that sound afraid calm the tension, words that sound amused may raise it, and abstention counts nothing", () => {
    expect(told(START, said(sounds("Fear")), said(sounds("Fear"))).dials.tension).toBeCloseTo(0.28);
    const elated = Array.from({ length: 6 }, () => said(sounds("Elation")));
    expect(told(START, ...elated).dials.tension).toBeGreaterThan(0.4);
    const unclear = abstain({ modality: "text", reason: "too-short", detail: "Two letters.", source });
    expect(told(START, said(unclear), said(unclear), said(unclear))).toEqual(START);
  });

  it("P1.7: the player's own word is done at once, and 'right' leaves the dial alone for six signals", () => {
    const less: PlayerSignal = { kind: "report", dial: "difficulty", wish: "less" };
    expect(told(START, less).dials.difficulty).toBeCloseTo(0.38);
    const right: PlayerSignal = { kind: "report", dial: "difficulty", wish: "right" };
    const wins = Array.from({ length: 6 }, () => attempt(1));
    expect(told(START, right, ...wins).dials.difficulty).toBe(0.5);
    expect(told(START, right, ...wins, attempt(1), attempt(1)).dials.difficulty).toBeCloseTo(0.62);
  });

  it.each(["voice", "face"] as const)(
    "P1.8: a %s is not looked at without the permit, and the log says so",
    (modality) => {
      const estimate = sounds("Fear", 1, modality);
      const many = Array.from({ length: 12 }, () => said(estimate));
      const blind = told(START, ...many);
      expect(blind.dials).toEqual(START.dials);
      expect(blind.log[0]).toEqual({ atMs: 0, because: { kind: "not-permitted", modality } });
      const other = permitFor({ purpose: "companion", modality, noticeAnswered: true });
      const wrong = other.kind === "permitted" ? other.permit : undefined;
      expect(wrong).toBeDefined();
      expect(
        told(START, ...many.map((signal) => ({ ...signal, ...(wrong && { permit: wrong }) }))).dials,
      ).toEqual(START.dials);
      const asked = permitFor({ purpose: "play", modality, noticeAnswered: true });
      const permit = asked.kind === "permitted" ? asked.permit : undefined;
      const seen = told(START, ...many.map((signal) => ({ ...signal, ...(permit && { permit }) })));
      expect(seen.dials.tension).toBeLessThan(0.4);
      expect(seen.log[0]?.because.kind).toBe(modality);
    },
  );

  it("P1.9: off is off: dials stand as they were written, and nothing is gathered", () => {
    const off = told(START, attempt(1), attempt(1), { kind: "switch", on: false });
    expect(off.dials).toEqual(START.dials);
    expect(told(off, attempt(0), attempt(0), said(sounds("Fear")), said(sounds("Fear")))).toEqual(off);
    const on = told(off, { kind: "switch", on: true }, attempt(1));
    expect(on.dials.difficulty).toBe(0.5);
    expect(off.log.at(-1)?.because).toEqual({ kind: "switch", on: false });
  });

  it("P1.10: a dial set by hand is where the adapting starts from, and where off goes back to", () => {
    const own = told(START, { kind: "set", dial: "difficulty", value: 0.2 }, attempt(0), attempt(0));
    expect(own.dials.difficulty).toBe(GENTLE_BOUNDS.difficulty[0]);
    expect(told(own, { kind: "switch", on: false }).dials.difficulty).toBe(0.2);
    expect(told(START, { kind: "set", dial: "pace", value: Number.NaN })).toEqual(START);
  });

  it("P1.11: never leaves its bounds, logs every turn with where from and to, and is plain data", () => {
    const signals: fc.Arbitrary<PlayerSignal> = fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }).map((score) => attempt(score, score)),
      fc
        .constantFrom<CategoryId>("Fear", "Anger", "Elation", "Fatigue")
        .map((category) => said(sounds(category))),
      fc.record({
        kind: fc.constant("report" as const),
        dial: fc.constantFrom(...DIALS),
        wish: fc.constantFrom("less" as const, "right" as const, "more" as const),
      }),
      fc.record({
        kind: fc.constant("set" as const),
        dial: fc.constantFrom(...DIALS),
        value: fc.double(),
      }),
      fc.record({ kind: fc.constant("switch" as const), on: fc.boolean() }),
    );
    fc.assert(
      fc.property(fc.array(signals, { maxLength: 80 }), (list) => {
        let state = START;
        for (const [index, signal] of list.entries()) {
          const next = adapt(state, signal, index);
          for (const dial of DIALS) {
            expect(next.dials[dial]).toBeGreaterThanOrEqual(next.bounds[dial][0]);
            expect(next.dials[dial]).toBeLessThanOrEqual(next.bounds[dial][1]);
            if (next.dials[dial] === state.dials[dial]) continue;
            const wasSwitched = signal.kind === "switch";
            const entry = next.log.findLast(({ turned }) => turned?.dial === dial);
            if (!wasSwitched) {
              expect(entry?.turned).toEqual({ dial, from: state.dials[dial], to: next.dials[dial] });
            }
          }
          expect(JSON.parse(JSON.stringify(next))).toEqual(next);
          state = next;
        }
      }),
      { numRuns: 300 },
    );
  });
});
