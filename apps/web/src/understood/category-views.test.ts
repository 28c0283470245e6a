import { expect, it } from "vitest";
import { saidIn, strengthOf, toPercent, viewsOfEstimate } from "./category-views.ts";

const estimate = {
  schema: "open-empathic/estimate/1",
  modality: "text",
  likelihood: { Sadness: 0.6, Hope: 0.02, Fear: 0.3, Anger: 0.13, Doubt: 0.2, Shame: 0.14, Pride: 0.9 },
  dimensions: {},
  abstained: null,
  evidence: [],
  source: { kind: "model", id: "x", version: "1" },
} as const;

it("shows the five likeliest categories of a message, likeliest first", () => {
  expect(viewsOfEstimate(estimate).map(({ id }) => id)).toEqual([
    "Pride",
    "Sadness",
    "Fear",
    "Doubt",
    "Shame",
  ]);
});

it("says nothing of categories that hardly anybody would name", () => {
  expect(viewsOfEstimate({ ...estimate, likelihood: { Hope: 0.09 } })).toEqual([]);
});

it("chooses rising words for rising likelihoods", () => {
  expect([0.2, 0.3, 0.5, 0.8].map(strengthOf)).toEqual(["hint", "maybe", "likely", "strong"]);
});

it("keeps what a person named apart from what they ruled out", () => {
  expect(saidIn({ Fatigue: 1, Sadness: 0 })).toEqual({ yes: ["Fatigue"], no: ["Sadness"] });
});

it("tells a share in whole percent and never claims certainty", () =>
  expect([0, 0.446, 0.989, 0.999, 1].map(toPercent)).toEqual([0, 45, 99, 99, 99]));
