import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  abstain,
  CATEGORIES,
  InvalidEstimateError,
  makeEstimate,
  OpenEmpathicError,
  parseEstimate,
} from "./index.ts";
import type { CategoryId, Estimate } from "./index.ts";
import { arbitraryEstimate } from "./arbitrary-estimate.test.ts";

const source = { kind: "model", id: "m", version: "1" } as const;
const good = makeEstimate({
  modality: "voice",
  span: { startMs: 0, endMs: 1840 },
  likelihood: { Sadness: 0.81, Disappointment: 0.34 },
  dimensions: { valence: { mean: -0.62, sd: 0.21 } },
  evidence: [{ kind: "text-span", start: 8, end: 20, category: "Sadness", weight: 0.44 }],
  source: { ...source, digest: `sha256:${"0".repeat(64)}` },
});

describe("A1 an estimate is checked where it is made", () => {
  test("A1.1 every valid estimate survives the wire unchanged", () => {
    fc.assert(
      fc.property(arbitraryEstimate(), (estimate) => {
        expect(parseEstimate(JSON.parse(JSON.stringify(estimate)))).toEqual(
          JSON.parse(JSON.stringify(estimate)),
        );
      }),
    );
  });

  test.each<[string, unknown, string]>([
    ["is no object", "sad", ""],
    ["is null", null, ""],
    ["is a list", [], ""],
    ["has another schema", { ...good, schema: "open-empathic/estimate/2" }, "schema"],
    ["has an unknown modality", { ...good, modality: "smell" }, "modality"],
    ["has a span on text", { ...good, modality: "text" }, "span"],
    ["has a span that ends before it starts", { ...good, span: { startMs: 2, endMs: 1 } }, "span"],
    ["has a span that starts before 0", { ...good, span: { startMs: -1, endMs: 1 } }, "span"],
    ["has a likelihood above 1", { ...good, likelihood: { Sadness: 1.01 } }, "likelihood.Sadness"],
    ["has a likelihood below 0", { ...good, likelihood: { Sadness: -0.01 } }, "likelihood.Sadness"],
    ["has a likelihood that is no number", { ...good, likelihood: { Sadness: "1" } }, "likelihood.Sadness"],
    ["has a likelihood of NaN", { ...good, likelihood: { Sadness: NaN } }, "likelihood.Sadness"],
    ["has an unknown category", { ...good, likelihood: { Zest: 1 } }, "likelihood.Zest"],
    [
      "has __proto__ as a category",
      JSON.parse(JSON.stringify(good).replace('"Sadness":0.81', '"__proto__":1')),
      "likelihood.__proto__",
    ],
    ["has no likelihood field", { ...good, likelihood: undefined }, "likelihood"],
    [
      "has an unknown dimension",
      { ...good, dimensions: { potency: { mean: 0, sd: 1 } } },
      "dimensions.potency",
    ],
    [
      "has a mean outside [-1, 1]",
      { ...good, dimensions: { valence: { mean: 2, sd: 1 } } },
      "dimensions.valence.mean",
    ],
    [
      "has a standard deviation of 0",
      { ...good, dimensions: { valence: { mean: 0, sd: 0 } } },
      "dimensions.valence.sd",
    ],
    [
      "has an unknown reason to abstain",
      { ...good, abstained: { reason: "mood", detail: "x" } },
      "abstained.reason",
    ],
    [
      "abstains without a sentence",
      { ...good, abstained: { reason: "silence", detail: " " } },
      "abstained.detail",
    ],
    ["leaves out whether it abstains", { ...good, abstained: undefined }, "abstained"],
    ["has evidence that is no list", { ...good, evidence: {} }, "evidence"],
    ["has evidence of no length", { ...good, evidence: [{ ...good.evidence[0], end: 8 }] }, "evidence.0"],
    [
      "has evidence for an unknown category",
      { ...good, evidence: [{ ...good.evidence[0], category: "Zest" }] },
      "evidence.0.category",
    ],
    ["has an unnamed source", { ...good, source: { ...source, id: "" } }, "source.id"],
    ["has a digest that is no sha256", { ...good, source: { ...source, digest: "md5:1" } }, "source.digest"],
  ])("A1.2 a value that %s is refused with the path of the fault", (_, value, path) => {
    let caught: unknown;
    try {
      parseEstimate(value);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(InvalidEstimateError);
    expect(OpenEmpathicError.isInstance(caught)).toBe(true);
    expect(caught).toMatchObject({ code: "invalid-estimate", path });
  });

  test("A1.3 a message never repeats more than a little of what was sent", () => {
    expect(() => parseEstimate({ ...good, modality: "x".repeat(1e6) })).toThrow(/^.{0,200}$/);
  });

  test("A1.4 fields that the contract does not know are left out", () => {
    expect(parseEstimate({ ...good, mood: "blue" })).toEqual(good);
  });

  test("A1.5 nothing is rounded, clamped or filled in", () => {
    expect(good.likelihood).toEqual({ Sadness: 0.81, Disappointment: 0.34 });
    expect(good.dimensions).toEqual({ valence: { mean: -0.62, sd: 0.21 } });
  });
});

describe("A2 an abstention says why, and nothing else", () => {
  const silent = abstain({ modality: "voice", reason: "silence", detail: "Nothing was said.", source });

  test("A2.1 an abstention has no likelihood, dimension or evidence", () => {
    expect(silent).toMatchObject({ likelihood: {}, dimensions: {}, evidence: [] });
  });

  test.each(["likelihood", "dimensions", "evidence"] as const)(
    "A2.2 an abstention with %s is refused",
    (field) => {
      expect(() => parseEstimate({ ...silent, [field]: good[field] } satisfies Estimate)).toThrow(
        InvalidEstimateError,
      );
    },
  );
});

// The type checker refuses this object if the union lacks one of its keys or has one more.
const UNION: Readonly<Record<CategoryId, true>> = {
  Amusement: true,
  Elation: true,
  Pleasure: true,
  Hope: true,
  Triumph: true,
  Interest: true,
  Awe: true,
  Surprise: true,
  Teasing: true,
  Contentment: true,
  Gratitude: true,
  Affection: true,
  Relief: true,
  Contemplation: true,
  Pride: true,
  Fear: true,
  Anger: true,
  Malice: true,
  Disgust: true,
  Irritability: true,
  Distress: true,
  Sadness: true,
  Bitterness: true,
  Contempt: true,
  Disappointment: true,
  Shame: true,
  Numbness: true,
  Doubt: true,
  Jealousy: true,
  Embarrassment: true,
  Helplessness: true,
  Concentration: true,
  Confusion: true,
  Pain: true,
  Fatigue: true,
  Intoxication: true,
  Sourness: true,
  Longing: true,
  Lust: true,
  Infatuation: true,
};

test("A0 the taxonomy has 40 categories, each once, and the type names the same ones", () => {
  const ids = CATEGORIES.map(({ id }) => id);
  expect(ids).toHaveLength(40);
  expect([...new Set(ids)].sort()).toEqual(Object.keys(UNION).sort());
});

test("A1 an estimate knows no negative zero, which would not survive a trip through JSON", () => {
  const estimate = makeEstimate({
    modality: "text",
    dimensions: { valence: { mean: -0, sd: 0.2 } },
    source: { kind: "model", id: "m", version: "1" },
  });
  expect(Object.is(estimate.dimensions.valence?.mean, 0)).toBe(true);
});
