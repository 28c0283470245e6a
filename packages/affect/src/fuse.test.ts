import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { arbitraryEstimate, arbitraryReading } from "./arbitrary-estimate.test.ts";
import { abstain, fuse, makeEstimate } from "./index.ts";
import type { Dimension, Estimate, Likelihoods, Reading, Spread } from "./index.ts";

const source = { kind: "model", id: "m", version: "1" } as const;
const reliability = fc.double({ min: 0.01, max: 1, noNaN: true });
const readings = (estimate: fc.Arbitrary<Estimate>) =>
  fc.array(fc.record({ estimate, reliability }), { minLength: 1, maxLength: 5 });

function said(modality: Estimate["modality"], likelihood: Likelihoods): Estimate {
  return makeEstimate({ modality, likelihood, source });
}

function valence(mean: number, sd: number): Estimate {
  return makeEstimate({ modality: "text", dimensions: { valence: { mean, sd } }, source });
}

describe("A3 fusion joins what modalities told of one moment", () => {
  test("A3.1 the order of the readings does not matter, to the last bit", () => {
    fc.assert(
      fc.property(readings(arbitraryEstimate()), fc.array(fc.nat()), (list, keys) => {
        const shuffled = list
          .map((reading, index) => ({ reading, key: keys[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ reading }) => reading)
          .reverse();
        expect(fuse(shuffled)).toEqual(fuse(list));
      }),
    );
  });

  test("A3.2 every fused value lies between its parts", () => {
    fc.assert(
      fc.property(readings(arbitraryReading()), (list) => {
        const fused = fuse(list);
        for (const [id, value] of Object.entries(fused.likelihood)) {
          const parts = list.flatMap(({ estimate }) => estimate.likelihood[id as keyof Likelihoods] ?? []);
          expect(value).toBeGreaterThanOrEqual(Math.min(...parts));
          expect(value).toBeLessThanOrEqual(Math.max(...parts));
        }
        for (const [dimension, { mean }] of Object.entries(fused.dimensions)) {
          const means = spreads(list, dimension).map((spread) => spread.mean);
          expect(mean).toBeGreaterThanOrEqual(Math.min(...means));
          expect(mean).toBeLessThanOrEqual(Math.max(...means));
        }
      }),
    );
  });

  test("A3.3 the result is never more certain than the most certain part", () => {
    fc.assert(
      fc.property(readings(arbitraryReading()), (list) => {
        for (const [dimension, { sd }] of Object.entries(fuse(list).dimensions)) {
          const least = Math.min(...spreads(list, dimension).map((spread) => spread.sd));
          expect(sd).toBeGreaterThanOrEqual(least * (1 - 1e-12));
        }
      }),
    );
  });

  test("A3.4 a category or dimension that nobody assessed stays missing", () => {
    fc.assert(
      fc.property(readings(arbitraryEstimate()), (list) => {
        const fused = fuse(list);
        const keys = (field: "likelihood" | "dimensions") =>
          [...new Set(list.flatMap(({ estimate }) => Object.keys(estimate[field])))].sort();
        expect(Object.keys(fused.likelihood).sort()).toEqual(keys("likelihood"));
        expect(Object.keys(fused.dimensions).sort()).toEqual(keys("dimensions"));
      }),
    );
  });

  test("A3.5 saying a thing twice adds no certainty", () => {
    fc.assert(
      fc.property(arbitraryReading(), reliability, (estimate, weight) => {
        const once = fuse([{ estimate, reliability: weight }]);
        const twice = fuse([
          { estimate, reliability: weight },
          { estimate, reliability: weight },
        ]);
        for (const [dimension, { mean, sd }] of Object.entries(once.dimensions)) {
          expect(twice.dimensions[dimension as Dimension]?.mean).toBeCloseTo(mean, 12);
          expect(twice.dimensions[dimension as Dimension]?.sd).toBeCloseTo(sd, 12);
        }
        for (const [id, value] of Object.entries(once.likelihood)) {
          expect(twice.likelihood[id as keyof Likelihoods]).toBeCloseTo(value, 12);
        }
      }),
    );
  });

  test("A3.6 an abstention contributes nothing", () => {
    const silent = abstain({ modality: "voice", reason: "silence", detail: "Nothing was said.", source });
    const text = said("text", { Sadness: 0.8 });
    expect(fuse([{ estimate: text }, { estimate: silent }])).toEqual(fuse([{ estimate: text }]));
  });

  test("A3.7 where everybody abstains, so does the result, with their sentences", () => {
    const silent = abstain({ modality: "voice", reason: "silence", detail: "Nothing was said.", source });
    const dark = abstain({ modality: "face", reason: "no-face", detail: "No face in view.", source });
    expect(fuse([{ estimate: silent }, { estimate: dark }]).abstained).toEqual({
      reason: "no-face",
      detail: "No face in view. Nothing was said.",
    });
  });

  test("A3.8 a reading of reliability 0 contributes nothing", () => {
    const text = { estimate: said("text", { Sadness: 0.8 }) };
    const noise = { estimate: said("voice", { Sadness: 0.1, Anger: 0.9 }), reliability: 0 };
    expect(fuse([text, noise])).toEqual(fuse([text]));
    expect(fuse([noise]).abstained?.reason).toBe("out-of-domain");
  });

  test("A3.9 the person's own word displaces inference for what it names, and nothing else", () => {
    const inferred = { estimate: said("face", { Sadness: 0.9, Fatigue: 0.7 }) };
    const word = { estimate: said("self-report", { Sadness: 0 }) };
    expect(fuse([inferred, word]).likelihood).toEqual({ Sadness: 0, Fatigue: 0.7 });
  });

  test("A3.10 less reliable readings count less", () => {
    const text = said("text", { Sadness: 0.8 });
    const voice = said("voice", { Sadness: 0.2 });
    const joint = (trust: number) =>
      fuse([{ estimate: text }, { estimate: voice, reliability: trust }]).likelihood.Sadness ?? NaN;
    // Geometric mean of the odds 4 and 1/4 with weights 2/3 and 1/3: 4^(1/3) = 1.5874, which is 0.61351.
    expect(joint(0.5)).toBeCloseTo(1.587401 / 2.587401, 6);
    expect(joint(1)).toBeCloseTo(0.5, 12);
  });

  test("A3.11 disagreement beyond the spreads widens the result by the Birge ratio", () => {
    // By hand: mean 0, each part 1 away at sd 0.1: χ² = 200, n - 1 = 1, so sd = 0.1 · √200.
    const fused = fuse([{ estimate: valence(-1, 0.1) }, { estimate: valence(1, 0.1) }]);
    expect(fused.dimensions.valence?.mean).toBeCloseTo(0, 12);
    expect(fused.dimensions.valence?.sd).toBeCloseTo(0.1 * Math.sqrt(200), 12);
  });

  test("A3.12 agreement does not widen, and precision weighs the mean", () => {
    // Precisions 100 and 25: mean (0.2·100 + 0.1·25) / 125 = 0.18; mean precision 62.5.
    const fused = fuse([{ estimate: valence(0.2, 0.1) }, { estimate: valence(0.1, 0.2) }]);
    expect(fused.dimensions.valence?.mean).toBeCloseTo(0.18, 12);
    expect(fused.dimensions.valence?.sd).toBeCloseTo(1 / Math.sqrt(62.5), 12);
  });

  test("A3.13 an unreliable reading alone is less certain than it says", () => {
    const alone = fuse([{ estimate: valence(0.2, 0.1), reliability: 0.25 }]);
    expect(alone.dimensions.valence).toEqual({ mean: 0.2, sd: 0.2 });
  });

  test("A3.14 one certain of it and one certain of the opposite leave it open", () => {
    const fused = fuse([{ estimate: said("text", { Anger: 1 }) }, { estimate: said("voice", { Anger: 0 }) }]);
    expect(fused.likelihood.Anger).toBeCloseTo(0.5, 9);
  });

  test("A3.15 no readings and reliabilities outside [0, 1] are refused", () => {
    expect(() => fuse([])).toThrow(RangeError);
    expect(() => fuse([{ estimate: valence(0, 1), reliability: 1.5 }])).toThrow(RangeError);
    expect(() => fuse([{ estimate: valence(0, 1), reliability: NaN }])).toThrow(RangeError);
  });
});

function spreads(list: readonly Reading[], dimension: string): readonly Spread[] {
  return list.flatMap(({ estimate }) => estimate.dimensions[dimension as Dimension] ?? []);
}
