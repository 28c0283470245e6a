import fc from "fast-check";
import { expect, test } from "vitest";

import { CATEGORIES } from "./category.ts";
import type { Estimate, Modality } from "./estimate.ts";
import { abstain, makeEstimate } from "./make-estimate.ts";
import { parseEstimate } from "./parse-estimate.ts";

const spread = fc.record({
  // JSON and XML write -0 as 0.
  mean: fc.double({ min: -1, max: 1, noNaN: true }).map((mean) => mean + 0),
  sd: fc.double({ min: 0.01, max: 1, noNaN: true }),
});
const share = fc.double({ min: 0, max: 1, noNaN: true });
const modality = fc.constantFrom<Modality>("text", "voice", "face", "fused");
const source = fc.record({
  kind: fc.constantFrom("model" as const, "person" as const, "service" as const),
  id: fc.constantFrom("text-ngram", "a <b> & \"c\" 'd'", "é 😂"),
  version: fc.constant("1.0.0"),
});

/** Any valid inferred estimate, abstentions among them: for property tests. */
export function arbitraryEstimate(): fc.Arbitrary<Estimate> {
  const abstention = fc
    .record({ modality, source, reason: fc.constantFrom("silence" as const, "language" as const) })
    .map((fields) => abstain({ ...fields, detail: "Cannot tell." }));
  return fc.oneof({ arbitrary: arbitraryReading(), weight: 4 }, abstention);
}

/** Any valid inferred estimate that does not abstain. */
export function arbitraryReading(): fc.Arbitrary<Estimate> {
  return fc
    .record({
      modality,
      source,
      likelihood: fc.dictionary(fc.constantFrom(...CATEGORIES.map(({ id }) => id)), share, { maxKeys: 6 }),
      dimensions: fc.record({ valence: spread, arousal: spread, dominance: spread }, { requiredKeys: [] }),
    })
    .map((fields) => makeEstimate(fields));
}

test("A0.1 every estimate that the property tests make up is valid", () => {
  fc.assert(
    fc.property(arbitraryEstimate(), (estimate) => {
      expect(parseEstimate(estimate)).toEqual(estimate);
    }),
  );
});
