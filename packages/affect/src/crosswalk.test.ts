import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  CATEGORIES,
  fromLabelSet,
  GOEMOTIONS_EKMAN_GROUPS,
  groupGoEmotions,
  isCategoryId,
  LABEL_SETS,
  labelSetById,
  noisyOr,
  toLabelSet,
} from "./index.ts";
import type { LabelSet, Likelihoods, Mapping } from "./index.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const categories = fc.dictionary(fc.constantFrom(...CATEGORIES.map(({ id }) => id)), share);
const labelsOf = (set: LabelSet) => set.labels.map((row) => row.label);

function total(row: Mapping<string>): number {
  return "weights" in row
    ? Object.values(row.weights).reduce<number>((sum, weight) => sum + (weight ?? 0), 0)
    : 1;
}

describe.each(LABEL_SETS.map((set) => [set.id, set] as const))(
  "A4 the crosswalk of %s is whole",
  (id, set) => {
    test("A4.1 no weight is lost in either direction: a row sums to 1 or says why it is unmapped", () => {
      for (const row of [...set.labels, ...set.categories]) {
        expect(total(row)).toBeCloseTo(1, 12);
        expect("weights" in row ? row.because : row.unmapped).toMatch(/^[A-Z0-9].{7,}\.$/);
      }
    });

    test("A4.2 every id exists, and every category and label has exactly one row", () => {
      expect(set.categories.map((row) => row.category)).toEqual(CATEGORIES.map((category) => category.id));
      expect(new Set(labelsOf(set)).size).toBe(set.labels.length);
      for (const row of set.labels) {
        for (const category of Object.keys("weights" in row ? row.weights : {})) {
          expect(isCategoryId(category)).toBe(true);
        }
      }
      for (const row of set.categories) {
        for (const label of Object.keys("weights" in row ? row.weights : {})) {
          expect(labelsOf(set)).toContain(label);
        }
      }
    });

    test("A4.3 weights are above 0 and at most 1", () => {
      for (const row of [...set.labels, ...set.categories]) {
        for (const weight of Object.values("weights" in row ? row.weights : {})) {
          expect(weight).toBeGreaterThan(0);
          expect(weight).toBeLessThanOrEqual(1);
        }
      }
    });

    test("A4.4 the set names its source and the rule of its weights", () => {
      expect(set.source).toMatch(/doi:|arXiv|openempathic\/|hume\.ai/);
      expect(set.argument.length).toBeGreaterThan(10);
    });

    test("A4.5 what nobody speaks for stays missing, and what is said stays in [0, 1]", () => {
      fc.assert(
        fc.property(categories, (likelihoods) => {
          const labels = toLabelSet(likelihoods, id);
          for (const row of set.labels) {
            const spokenFor = set.categories.some(
              (category) =>
                category.category in likelihoods && "weights" in category && row.label in category.weights,
            );
            expect(row.label in labels).toBe(spokenFor);
          }
          for (const value of Object.values(labels)) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1);
          }
        }),
      );
    });

    test("A4.6 raising one likelihood never lowers another name's", () => {
      fc.assert(
        fc.property(fc.constantFrom(...labelsOf(set)), share, share, (label, a, b) => {
          const others = Object.fromEntries(labelsOf(set).map((name) => [name, 0.3]));
          const low = fromLabelSet({ ...others, [label]: Math.min(a, b) }, id);
          const high = fromLabelSet({ ...others, [label]: Math.max(a, b) }, id);
          for (const [category, value] of Object.entries(low)) {
            expect(high[category as keyof Likelihoods]).toBeGreaterThanOrEqual(value - 1e-12);
          }
        }),
      );
    });
  },
);

describe("A4 label sets", () => {
  // Sizes as their publications count them.
  test.each([
    ["emonet", 40],
    ["goemotions", 28],
    ["ekman", 6],
    ["plutchik", 8],
    ["fer", 7],
    ["dct16", 16],
    ["hume", 53],
  ])("A4.7 %s has %i labels", (id, size) => {
    expect(labelSetById(id).labels).toHaveLength(size);
  });

  test("A4.8 neutral speaks for no category and against none", () => {
    expect(fromLabelSet({ neutral: 1 }, "goemotions")).toEqual({});
    expect(fromLabelSet({ neutral: 1 }, "fer")).toEqual({});
    expect(fromLabelSet({ neutral: 1, anger: 0.5 }, "goemotions")).toEqual(
      fromLabelSet({ anger: 0.5 }, "goemotions"),
    );
  });

  test("A4.9 the 40 categories are themselves", () => {
    fc.assert(
      fc.property(categories, (likelihoods) => {
        expect(toLabelSet(likelihoods, "emonet")).toEqual({ ...likelihoods });
        expect(fromLabelSet({ ...likelihoods }, "emonet")).toEqual({ ...likelihoods });
      }),
    );
  });

  test("A4.10 the order of the keys does not matter, to the last bit", () => {
    fc.assert(
      fc.property(categories, (likelihoods) => {
        const turned = Object.fromEntries(Object.entries(likelihoods).reverse());
        expect(toLabelSet(turned, "ekman")).toEqual(toLabelSet(likelihoods, "ekman"));
      }),
    );
  });

  test("A4.11 the categories that 28 GoEmotions labels speak for are these 21", () => {
    const all = Object.fromEntries(labelsOf(labelSetById("goemotions")).map((label) => [label, 0.5]));
    expect(Object.keys(fromLabelSet(all, "goemotions"))).toHaveLength(21);
  });

  test("A4.12 unknown sets, labels and categories and numbers outside [0, 1] are refused", () => {
    expect(() => labelSetById("zodiac")).toThrow(RangeError);
    expect(() => toLabelSet({ Zest: 1 } as Likelihoods, "ekman")).toThrow(RangeError);
    expect(() => toLabelSet({ Sadness: NaN }, "ekman")).toThrow(RangeError);
    expect(() => fromLabelSet({ zest: 1 }, "ekman")).toThrow(RangeError);
    expect(() => fromLabelSet({ joy: 1.1 }, "ekman")).toThrow(RangeError);
    expect(() => fromLabelSet({ joy: "1" as never }, "ekman")).toThrow(RangeError);
  });

  test("A4.13 the authors' Ekman grouping holds each of the 28 labels once", () => {
    const grouped = Object.values(GOEMOTIONS_EKMAN_GROUPS).flat();
    expect([...grouped].sort()).toEqual([...labelsOf(labelSetById("goemotions"))].sort());
    expect(Object.keys(GOEMOTIONS_EKMAN_GROUPS)).toHaveLength(7);
    expect(() => groupGoEmotions({ zest: 1 })).toThrow(RangeError);
  });

  test("A4.14 a combined likelihood lies between the largest part and the sum (Fréchet's bounds)", () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 8 }), (parts) => {
        const combined = noisyOr(parts);
        expect(combined).toBeGreaterThanOrEqual(Math.max(...parts) - 1e-12);
        expect(combined).toBeLessThanOrEqual(
          Math.min(
            1,
            parts.reduce((a, b) => a + b),
          ) + 1e-12,
        );
      }),
    );
  });
});
