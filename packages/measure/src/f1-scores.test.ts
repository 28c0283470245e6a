import { describe, expect, it } from "vitest";
import { f1Score, f1Scores, macroF1, microF1 } from "./f1-scores.ts";

// scikit-learn's documentation of f1_score: y_true = [0, 1, 2, 0, 1, 2], y_pred = [0, 2, 1, 0, 0, 1];
// average="macro" gives 0.26…, average="micro" 0.33…, average=None [0.8, 0, 0].
const present = [0, 1, 2, 0, 1, 2].map((label) => [0, 1, 2].map((l) => l === label));
const named = [0, 2, 1, 0, 0, 1].map((label) => [0, 1, 2].map((l) => l === label));

describe("f1Scores", () => {
  it("gives the values of scikit-learn's own example", () => {
    const scores = f1Scores(named, present);
    expect(scores.map((score) => Number(score.f1.toFixed(10)))).toEqual([0.8, 0, 0]);
    expect(macroF1(scores)).toBeCloseTo(0.8 / 3, 12);
    expect(microF1(scores)).toBeCloseTo(1 / 3, 12);
  });

  it("gives 0, not NaN, for a label that is neither present nor named", () => {
    expect(f1Score({ truePositives: 0, falsePositives: 0, falseNegatives: 0 })).toMatchObject({
      precision: 0,
      recall: 0,
      f1: 0,
    });
  });

  it("refuses tables of different shape and none", () => {
    expect(() => f1Scores([[true]], [[true], [false]])).toThrow(RangeError);
    expect(() => f1Scores([[true]], [[true, false]])).toThrow(RangeError);
    expect(() => f1Scores([], [])).toThrow(RangeError);
    expect(() => macroF1([])).toThrow(RangeError);
  });
});
