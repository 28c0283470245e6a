import { seededRandom } from "@openempathic/measure";
import { describe, expect, it } from "vitest";
import { fitKnowledge } from "./fit-knowledge.ts";
import type { KnowledgeParameters } from "./knowledge.ts";

/** Answers of learners who follow the model exactly. */
function answersOf(truth: KnowledgeParameters, learners: number, length: number): boolean[][] {
  const random = seededRandom(11);
  return Array.from({ length: learners }, () => {
    let knows = random() < truth.known;
    return Array.from({ length }, () => {
      const isRight = random() < (knows ? 1 - truth.slip : truth.guess);
      knows ||= random() < truth.learn;
      return isRight;
    });
  });
}

describe("fitKnowledge", () => {
  it.each<KnowledgeParameters>([
    { known: 0.3, learn: 0.15, guess: 0.2, slip: 0.08 },
    { known: 0.5, learn: 0.3, guess: 0.1, slip: 0.05 },
    { known: 0.1, learn: 0.08, guess: 0.28, slip: 0.03 },
  ])("TM4: finds the parameters that answers were made with: %o", (truth) => {
    const from = { known: 0.45, learn: 0.4, guess: 0.05, slip: 0.02 };
    const { parameters, hasConverged } = fitKnowledge(answersOf(truth, 4000, 12), { from });
    expect(hasConverged).toBe(true);
    for (const name of ["known", "learn", "guess", "slip"] as const) {
      expect(Math.abs(parameters[name] - truth[name]), name).toBeLessThan(0.03);
    }
  });

  it("makes the answers more probable with every round", () => {
    const answers = answersOf({ known: 0.2, learn: 0.2, guess: 0.25, slip: 0.1 }, 300, 8);
    const { logLikelihoods } = fitKnowledge(answers, {
      from: { known: 0.6, learn: 0.5, guess: 0.1, slip: 0.02 },
    });
    expect(logLikelihoods.length).toBeGreaterThan(3);
    for (const [at, now] of logLikelihoods.slice(1).entries())
      expect(now).toBeGreaterThanOrEqual((logLikelihoods[at] ?? 0) - 1e-9);
  });

  it("TM4: keeps guess and slip below their bounds where the answers would want more", () => {
    const answers = answersOf({ known: 0.4, learn: 0.1, guess: 0.48, slip: 0.3 }, 200, 8);
    const { parameters } = fitKnowledge(answers);
    expect(parameters.guess).toBeLessThanOrEqual(0.3);
    expect(parameters.slip).toBeLessThanOrEqual(0.1);
    const free = fitKnowledge(answers, { mostGuess: 0.5, mostSlip: 0.5, mostIterations: 100 }).parameters;
    expect(free.slip).toBeGreaterThan(0.1);
  });

  it("takes learners with one answer or none, all right or all wrong, without leaving [0, 1]", () => {
    for (const answers of [[[true]], [[], [false]], [[true, true, true]], [[false, false]]]) {
      const { parameters } = fitKnowledge(answers);
      for (const value of Object.values(parameters)) expect(value > 0 && value < 1).toBe(true);
    }
  });

  it("refuses to fit to nothing", () => {
    expect(() => fitKnowledge([[], []])).toThrow(RangeError);
    expect(() => fitKnowledge([[true]], { mostGuess: 0.7 })).toThrow(RangeError);
  });
});
