import { expectedCalibrationError, seededRandom } from "@openempathic/measure";
import { describe, expect, it } from "vitest";
import { chooseThreshold } from "./choose-threshold.ts";
import { fitPlatt } from "./fit-platt.ts";

const random = seededRandom(5);
const scores = Array.from({ length: 6000 }, () => 8 * random() - 6);
const truth = scores.map((score) => 1 / (1 + Math.exp(-(0.5 * score - 0.7))));
const targets = truth.map((likelihood) => (random() < likelihood ? 1 : 0));

describe("fitPlatt", () => {
  it("finds the slope and offset that made the outcomes", () => {
    const { slope, offset } = fitPlatt(scores, targets);
    expect(slope).toBeCloseTo(0.5, 1);
    expect(offset).toBeCloseTo(-0.7, 1);
    const likelihoods = scores.map((score) => 1 / (1 + Math.exp(-(slope * score + offset))));
    expect(expectedCalibrationError(likelihoods, targets.map(Boolean))).toBeLessThan(0.02);
  });

  it("stays finite when no text, or every text, carries the label", () => {
    for (const target of [0, 1]) {
      const { slope, offset } = fitPlatt([-1, 0, 1, 2], [target, target, target, target]);
      expect(Number.isFinite(slope) && Number.isFinite(offset)).toBe(true);
    }
  });
});

describe("chooseThreshold", () => {
  it("comes close to half of the best F1, where the best threshold of calibrated likelihoods lies", () => {
    // Lipton, Elkan and Naryanaswamy 2014, arXiv 1402.1892, theorem 1: the optimal threshold is F*/2.
    const threshold = chooseThreshold(truth, targets);
    const named = truth.map((likelihood) => likelihood >= threshold);
    const hits = named.filter((isNamed, i) => isNamed && targets[i] === 1).length;
    const f1 = (2 * hits) / (named.filter(Boolean).length + targets.filter((target) => target === 1).length);
    expect(threshold).toBeCloseTo(f1 / 2, 1);
  });

  it("does not hang on one lucky text", () => {
    // The single positive at 0.95 alone would give F1 of 2/6 at 0.95; around 0.3 are the other four.
    const likelihoods = [0.95, 0.31, 0.32, 0.3, 0.33, ...Array.from({ length: 200 }, (_, i) => i / 1000)];
    const present = [1, 1, 1, 1, 1, ...Array.from({ length: 200 }, () => 0)];
    const threshold = chooseThreshold(likelihoods, present);
    expect(threshold).toBeGreaterThan(0.15);
    expect(threshold).toBeLessThan(0.31);
  });
});
