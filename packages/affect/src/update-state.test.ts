import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { arbitraryEstimate, arbitraryReading } from "./arbitrary-estimate.test.ts";
import {
  abstain,
  INITIAL_AFFECT_STATE,
  likelihoodsOf,
  makeEstimate,
  reportSelf,
  stateAt,
  updateState,
} from "./index.ts";
import type { AffectState, Estimate, Likelihoods } from "./index.ts";

const HOUR = 3_600_000;
const source = { kind: "model", id: "m", version: "1" } as const;
const durationMs = fc.integer({ min: 0, max: 48 * HOUR });
const heard = fc.array(
  fc.record({ estimate: arbitraryEstimate(), afterMs: fc.integer({ min: 0, max: HOUR }) }),
  {
    maxLength: 8,
  },
);

function text(likelihood: Likelihoods): Estimate {
  return makeEstimate({ modality: "text", likelihood, source });
}

function fold(list: readonly { estimate: Estimate; afterMs: number }[]): AffectState {
  let atMs = 0;
  return list.reduce((state, { estimate, afterMs }) => {
    atMs += afterMs;
    return updateState(state, estimate, atMs);
  }, INITIAL_AFFECT_STATE);
}

function shown(state: AffectState, id: keyof Likelihoods) {
  const found = likelihoodsOf(state)[id];
  if (found === undefined) throw new Error(`${id} is missing`);
  return found;
}

describe("A5 the state follows one person over time", () => {
  test("A5.1 silence never shrinks a spread", () => {
    fc.assert(
      fc.property(heard, durationMs, (list, silenceMs) => {
        const before = fold(list);
        const after = stateAt(before, (before.atMs ?? 0) + silenceMs);
        for (const [id, { sd }] of Object.entries(before.categories)) {
          expect(after.categories[id as keyof Likelihoods]?.sd).toBeGreaterThanOrEqual(sd);
        }
        for (const [dimension, { sd }] of Object.entries(before.dimensions)) {
          expect(after.dimensions[dimension as "valence"]?.sd).toBeGreaterThanOrEqual(sd);
        }
      }),
    );
  });

  test("A5.2 two silences are the same as one as long as both", () => {
    fc.assert(
      fc.property(heard, durationMs, durationMs, (list, firstMs, secondMs) => {
        const state = fold(list);
        const from = state.atMs ?? 0;
        const once = stateAt(state, from + firstMs + secondMs);
        const twice = stateAt(stateAt(state, from + firstMs), from + firstMs + secondMs);
        for (const [id, belief] of Object.entries(once.categories)) {
          expect(twice.categories[id as keyof Likelihoods]?.logOdds).toBeCloseTo(belief.logOdds, 9);
          expect(twice.categories[id as keyof Likelihoods]?.sd).toBeCloseTo(belief.sd, 9);
        }
      }),
    );
  });

  test("A5.3 after long silence the picture is what is usual, and wide", () => {
    const later = stateAt(updateState(INITIAL_AFFECT_STATE, text({ Sadness: 0.9 }), 0), 48 * HOUR);
    expect(shown(later, "Sadness").likelihood).toBeCloseTo(0.03, 6);
    expect(later.categories.Sadness?.sd).toBeCloseTo(2.5, 6);
  });

  test("A5.4 replaying the same estimates gives the same state", () => {
    fc.assert(
      fc.property(heard, (list) => {
        const through = list.map(({ estimate, afterMs }) => ({
          estimate: JSON.parse(JSON.stringify(estimate)) as Estimate,
          afterMs,
        }));
        expect(JSON.parse(JSON.stringify(fold(through)))).toEqual(JSON.parse(JSON.stringify(fold(list))));
      }),
    );
  });

  test("A5.5 the first reading is taken as it is, with its uncertainty", () => {
    const { likelihood, low, high } = shown(
      updateState(INITIAL_AFFECT_STATE, text({ Sadness: 0.9 }), 0),
      "Sadness",
    );
    expect(likelihood).toBeCloseTo(0.9, 12);
    // Delta method by hand: variance 1 / (5 · 0.5 · 0.5) = 0.8; logit 2.19722 ± 1.2816 · 0.89443.
    expect(low).toBeCloseTo(1 / (1 + Math.exp(-(2.197225 - 1.2816 * 0.894427))), 6);
    expect(high).toBeCloseTo(1 / (1 + Math.exp(-(2.197225 + 1.2816 * 0.894427))), 6);
  });

  test("A5.6 bounds hold the likelihood, all in [0, 1], and missing stays missing", () => {
    fc.assert(
      fc.property(heard, (list) => {
        const heardOf = new Set(list.flatMap(({ estimate }) => Object.keys(estimate.likelihood)));
        const likelihoods = likelihoodsOf(fold(list));
        expect(new Set(Object.keys(likelihoods))).toEqual(heardOf);
        for (const { likelihood, low, high } of Object.values(likelihoods)) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(likelihood);
          expect(likelihood).toBeLessThanOrEqual(high);
          expect(high).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("A5.7 a louder second reading never leaves the category less likely than a fainter one", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (a, b) => {
        const before = updateState(INITIAL_AFFECT_STATE, text({ Sadness: 0.03 }), 0);
        const after = (second: number) =>
          shown(updateState(before, text({ Sadness: second }), 0), "Sadness").likelihood;
        const [faint, loud] = [Math.min(a, b), Math.max(a, b)];
        if (faint >= 0.03) expect(after(loud)).toBeGreaterThanOrEqual(after(faint) - 1e-12);
      }),
    );
  });

  test("A5.8 a message that does not mention a feeling hardly weakens it; one that does is heard at once", () => {
    const sad = updateState(INITIAL_AFFECT_STATE, text({ Sadness: 0.9 }), 0);
    const thanks = updateState(sad, text({ Sadness: 0.01 }), 30_000);
    expect(shown(thanks, "Sadness").likelihood).toBeGreaterThan(0.8);
    const calm = updateState(INITIAL_AFFECT_STATE, text({ Sadness: 0.01 }), 0);
    expect(shown(updateState(calm, text({ Sadness: 0.9 }), 30_000), "Sadness").likelihood).toBeGreaterThan(
      0.7,
    );
  });

  test("A5.9 an abstention lets time pass and changes nothing else", () => {
    const silent = abstain({ modality: "text", reason: "too-short", detail: "Only a symbol.", source });
    expect(updateState(INITIAL_AFFECT_STATE, silent, 5)).toEqual(INITIAL_AFFECT_STATE);
    const state = updateState(INITIAL_AFFECT_STATE, text({ Sadness: 0.9 }), 0);
    expect(updateState(state, silent, HOUR)).toEqual(stateAt(state, HOUR));
  });

  test("A5.10 a late estimate counts at the state's time, which never goes back", () => {
    const state = updateState(INITIAL_AFFECT_STATE, text({ Sadness: 0.9 }), HOUR);
    expect(updateState(state, text({ Anger: 0.5 }), 0).atMs).toBe(HOUR);
    expect(stateAt(state, 0)).toEqual(state);
  });

  test("A5.11 reading sharpens a dimension, silence blurs it again", () => {
    const reading = makeEstimate({
      modality: "text",
      dimensions: { valence: { mean: -0.6, sd: 0.2 } },
      source,
    });
    const first = updateState(INITIAL_AFFECT_STATE, reading, 0);
    expect(first.dimensions.valence).toEqual({ mean: -0.6, sd: 0.2 });
    // Two independent readings of one thing: sd 0.2 / √2.
    expect(updateState(first, reading, 0).dimensions.valence?.sd).toBeCloseTo(0.2 / Math.SQRT2, 12);
    // Ornstein-Uhlenbeck after one relaxation time: -0.6 / e, and 0.25 + (0.04 - 0.25) / e².
    const later = stateAt(first, HOUR).dimensions.valence;
    expect(later?.mean).toBeCloseTo(-0.6 / Math.E, 12);
    expect(later?.sd).toBeCloseTo(Math.sqrt(0.25 - 0.21 / Math.E ** 2), 12);
  });

  test("A5.12 times that are not finite are refused", () => {
    expect(() => stateAt(INITIAL_AFFECT_STATE, NaN)).toThrow(RangeError);
    expect(() => updateState(INITIAL_AFFECT_STATE, text({}), Infinity)).toThrow(RangeError);
    expect(() => reportSelf(INITIAL_AFFECT_STATE, { likelihood: {} }, NaN)).toThrow(RangeError);
  });
});

describe("A6 the person's own word wins", () => {
  test("A6.1 whatever is inferred in the 12 hours after, what they said stands", () => {
    fc.assert(
      fc.property(
        heard,
        fc.array(arbitraryReading(), { maxLength: 8 }),
        fc.constantFrom(0, 1),
        (before, after, word) => {
          const start = fold(before);
          const from = start.atMs ?? 0;
          const told = reportSelf(start, { likelihood: { Sadness: word } }, from);
          const end = after.reduce(
            (state, estimate, index) => updateState(state, estimate, from + (index + 1) * HOUR),
            told,
          );
          expect(shown(end, "Sadness")).toMatchObject({ likelihood: word, selfReported: true });
        },
      ),
    );
  });

  test("A6.2 silence never makes their word more certain, and opens its other side", () => {
    const told = reportSelf(INITIAL_AFFECT_STATE, { likelihood: { Elation: 1, Sadness: 0 } }, 0);
    const hours = [0, 1, 3, 6, 11].map((hour) => stateAt(told, hour * HOUR));
    const lows = hours.map((state) => shown(state, "Elation").low);
    const highs = hours.map((state) => shown(state, "Sadness").high);
    expect([...lows].sort((a, b) => b - a)).toEqual(lows);
    expect([...highs].sort((a, b) => a - b)).toEqual(highs);
    expect(lows[4]).toBeLessThan(0.01);
    expect(highs[4]).toBeGreaterThan(0.4);
    expect(hours.map((state) => shown(state, "Elation").high)).toEqual([1, 1, 1, 1, 1]);
    expect(hours.map((state) => shown(state, "Sadness").low)).toEqual([0, 0, 0, 0, 0]);
  });

  test("A6.3 after 12 hours their word has aged out and inference speaks again", () => {
    const told = reportSelf(INITIAL_AFFECT_STATE, { likelihood: { Sadness: 0 }, words: "not sad, tired" }, 0);
    const before = updateState(told, text({ Sadness: 0.9 }), 12 * HOUR - 1);
    expect(shown(before, "Sadness")).toMatchObject({ likelihood: 0, selfReported: true });
    const after = updateState(told, text({ Sadness: 0.9 }), 12 * HOUR);
    expect(after.selfReport).toBeUndefined();
    expect(shown(after, "Sadness").likelihood).toBeGreaterThan(0.7);
  });

  test("A6.4 a later word replaces an earlier one on the same category and keeps the others", () => {
    const first = reportSelf(
      INITIAL_AFFECT_STATE,
      { likelihood: { Sadness: 0, Fatigue: 1 }, words: "tired" },
      0,
    );
    const second = reportSelf(first, { likelihood: { Sadness: 1 } }, 60_000);
    expect(shown(second, "Sadness").likelihood).toBe(1);
    expect(shown(second, "Fatigue").likelihood).toBe(1);
    expect(second.selfReport).toEqual({ atMs: 60_000, likelihood: { Sadness: 1, Fatigue: 1 } });
  });

  test("A6.5 an estimate of modality self-report is their word", () => {
    const estimate = makeEstimate({
      modality: "self-report",
      likelihood: { Fatigue: 1 },
      dimensions: { valence: { mean: 0.5, sd: 0.1 } },
      source: { kind: "person", id: "p", version: "1" },
    });
    const sad = makeEstimate({ modality: "text", dimensions: { valence: { mean: -0.9, sd: 0.05 } }, source });
    const state = updateState(updateState(INITIAL_AFFECT_STATE, sad, 0), estimate, 0);
    expect(shown(state, "Fatigue").selfReported).toBe(true);
    expect(state.dimensions.valence).toEqual({ mean: 0.5, sd: 0.1 });
  });

  test("A6.6 a report of an unknown category or of more than 1 is refused", () => {
    const report = (likelihood: object) => () =>
      reportSelf(INITIAL_AFFECT_STATE, { likelihood: likelihood }, 0);
    expect(report({ Zest: 1 })).toThrow(RangeError);
    expect(report({ Sadness: 2 })).toThrow(RangeError);
  });
});
