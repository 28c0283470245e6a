import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brierScore, expectedCalibrationError } from "./calibration-error.ts";

describe("expectedCalibrationError", () => {
  it("averages the gaps of equal-mass bins, by hand", () => {
    // Two bins of two: {0.1, 0.3} with no case true, gap 0.2; {0.6, 0.8} with one of two, gap 0.2.
    expect(expectedCalibrationError([0.8, 0.1, 0.6, 0.3], [true, false, false, false], 2)).toBeCloseTo(
      0.2,
      12,
    );
  });

  it("with one bin is the distance between mean likelihood and share", () => {
    const cases = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), {
      minLength: 1,
    });
    fc.assert(
      fc.property(cases, (rows) => {
        const likelihoods = rows.map(([likelihood]) => likelihood);
        const outcomes = rows.map(([, outcome]) => outcome);
        const gap =
          likelihoods.reduce((sum, p, i) => sum + p - (outcomes[i] === true ? 1 : 0), 0) / rows.length;
        expect(expectedCalibrationError(likelihoods, outcomes, 1)).toBeCloseTo(Math.abs(gap), 9);
        expect(expectedCalibrationError(likelihoods, outcomes)).toBeGreaterThanOrEqual(Math.abs(gap) - 1e-9);
      }),
    );
  });

  it("refuses likelihoods outside [0, 1], other lengths, no cases and no bins", () => {
    expect(() => expectedCalibrationError([1.2], [true])).toThrow("got 1.2");
    expect(() => expectedCalibrationError([Number.NaN], [true])).toThrow(RangeError);
    expect(() => expectedCalibrationError([0.5], [])).toThrow(RangeError);
    expect(() => expectedCalibrationError([], [])).toThrow(RangeError);
    expect(() => expectedCalibrationError([0.5], [true], 0)).toThrow(RangeError);
  });
});

describe("brierScore", () => {
  it("gives the value of scikit-learn's own example", () => {
    // brier_score_loss([0, 1, 1, 0], [0.1, 0.9, 0.8, 0.3]) = 0.0375 (scikit-learn documentation).
    expect(brierScore([0.1, 0.9, 0.8, 0.3], [false, true, true, false])).toBeCloseTo(0.0375, 12);
  });
});
