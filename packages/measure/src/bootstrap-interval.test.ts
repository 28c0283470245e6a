import { describe, expect, it } from "vitest";
import { bootstrapInterval } from "./bootstrap-interval.ts";

const values = Array.from({ length: 400 }, (_, i) => (i * 7919) % 100);
const meanOf = (indices: Int32Array): number =>
  indices.reduce((sum, index) => sum + (values[index] ?? 0), 0) / indices.length;

describe("bootstrapInterval", () => {
  it("comes close to the normal interval of a mean", () => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    const halfWidth = (1.96 * sd) / Math.sqrt(values.length);
    const interval = bootstrapInterval(meanOf, { cases: values.length, resamples: 2000, seed: 3 });
    expect(interval?.low).toBeCloseTo(mean - halfWidth, 0);
    expect(interval?.high).toBeCloseTo(mean + halfWidth, 0);
  });

  it("is the same for the same seed and another for another", () => {
    const of = (seed: number): unknown => bootstrapInterval(meanOf, { cases: 400, resamples: 50, seed });
    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
  });

  it("leaves out resamples without a figure and is undefined where none has one", () => {
    expect(bootstrapInterval(() => undefined, { cases: 3, resamples: 5, seed: 1 })).toBeUndefined();
    expect(() => bootstrapInterval(() => 1, { cases: 0, resamples: 5, seed: 1 })).toThrow(RangeError);
  });
});
