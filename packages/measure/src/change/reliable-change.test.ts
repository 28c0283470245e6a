import { describe, expect, it } from "vitest";
import { reliableChange, smallestDetectableChange, standardErrorOfMeasurement } from "./reliable-change.ts";

describe("change of one person", () => {
  it("M7.1 is Jacobson and Truax' worked example", () => {
    // Jacobson and Truax 1991, p. 14: SD 7.48, test–retest reliability .80, from 32.50 to 47.50: S_E = 3.35,
    // S_diff = 4.74, RC = 3.16.
    const error = standardErrorOfMeasurement(7.48, 0.8);
    expect(error).toBeCloseTo(3.35, 2);
    expect(Math.SQRT2 * 3.35).toBeCloseTo(4.74, 2);
    const { change, index, direction } = reliableChange({ before: 32.5, after: 47.5, error: 3.35 });
    expect(change).toBe(15);
    expect(index).toBeCloseTo(3.16, 1);
    expect(direction).toBe("up");
  });

  it("M7.2 has an interval that holds 0 exactly where the change is not reliable", () => {
    for (const after of [20, 26, 29, 31, 35, 44]) {
      const { interval, direction, index } = reliableChange({ before: 30, after, error: 3.35 });
      expect(interval.low <= 0 && interval.high >= 0).toBe(direction === "none");
      expect(Math.abs(index) > 1.959964).toBe(direction !== "none");
    }
  });

  it("M7.3 detects a change from 1.96 · √2 errors on", () => {
    // The factor 2.77 of Bland and Altman's coefficient of repeatability (1999, doi:10.1177/096228029900800204).
    expect(smallestDetectableChange(1)).toBeCloseTo(2.77, 2);
    expect(reliableChange({ before: 0, after: 2.78, error: 1 }).direction).toBe("up");
    expect(reliableChange({ before: 0, after: -2.76, error: 1 }).direction).toBe("none");
  });

  it("M0.6 refuses what no score could be", () => {
    expect(() => standardErrorOfMeasurement(-1, 0.5)).toThrow(/deviation/u);
    expect(() => standardErrorOfMeasurement(1, 1.5)).toThrow(/reliability/u);
    expect(() => smallestDetectableChange(-1)).toThrow(/at least 0/u);
    expect(() => reliableChange({ before: 1, after: NaN, error: 1 })).toThrow(/finite/u);
    expect(() => reliableChange({ before: 1, after: 2, error: 0 })).toThrow(/above 0/u);
  });
});
