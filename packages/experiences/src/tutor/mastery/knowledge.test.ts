import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterAnswer, knownAfter, predictRight } from "./knowledge.ts";
import { masteryAfter } from "./mastery.ts";
import { tracedKnowledge } from "./traced-knowledge.ts";

// Worked by hand in fractions, with p(L0) = 1/2, p(T) = 1/10, p(G) = 1/5, p(S) = 1/10.
// Right: (1/2 · 9/10) / (1/2 · 9/10 + 1/2 · 1/5) = 9/11, then 9/11 + 2/11 · 1/10 = 46/55.
// Wrong: (1/2 · 1/10) / (1/2 · 1/10 + 1/2 · 4/5) = 1/9, then 1/9 + 8/9 · 1/10 = 1/5.
const PARAMETERS = { known: 1 / 2, learn: 1 / 10, guess: 1 / 5, slip: 1 / 10 };

describe("knowledge tracing", () => {
  it("TM2: gives what the equations give by hand, after a right and after a wrong answer", () => {
    expect(afterAnswer(1 / 2, true, PARAMETERS)).toBeCloseTo(46 / 55, 12);
    expect(afterAnswer(1 / 2, false, PARAMETERS)).toBeCloseTo(1 / 5, 12);
    // From 1/5, right: (1/5 · 9/10) / (1/5 · 9/10 + 4/5 · 1/5) = 9/17, then 9/17 + 8/17 · 1/10 = 49/85.
    expect(knownAfter([false, true], PARAMETERS)).toBeCloseTo(49 / 85, 12);
  });

  it("predicts a right answer from knowing without a slip and guessing", () => {
    // 1/2 · 9/10 + 1/2 · 1/5
    expect(predictRight(1 / 2, PARAMETERS)).toBeCloseTo(11 / 20, 12);
  });

  it("TM2: stays a probability, and a right answer never speaks against knowing while guess is below 1 - slip", () => {
    const share = fc.double({ min: 0.01, max: 0.45, noNaN: true });
    const parameters = fc.record({ known: share, learn: share, guess: share, slip: share });
    fc.assert(
      fc.property(parameters, fc.array(fc.boolean(), { maxLength: 30 }), (given, answers) => {
        const now = knownAfter(answers, given);
        expect(now).toBeGreaterThanOrEqual(0);
        expect(now).toBeLessThanOrEqual(1);
        expect(afterAnswer(now, true, given)).toBeGreaterThanOrEqual(afterAnswer(now, false, given));
      }),
    );
  });

  it("TM3: tells a range that holds the figure, is wide for few answers and narrows when they agree", () => {
    const few = masteryAfter([true]);
    const many = masteryAfter(Array<boolean>(8).fill(true));
    for (const { low, known, high } of [few, many]) {
      expect(low).toBeLessThanOrEqual(known);
      expect(known).toBeLessThanOrEqual(high);
    }
    expect(many.high - many.low).toBeLessThan((few.high - few.low) / 4);
    expect(masteryAfter([])).toMatchObject({ answers: 0, known: 0.3 });
  });
});

describe("tracedKnowledge", () => {
  /** Every way in which the skill could have come to be known, one by one: before answer `from`, or never. */
  function byEnumeration(answers: readonly boolean[], parameters: typeof PARAMETERS) {
    const { known, learn, guess, slip } = parameters;
    const paths = Array.from({ length: answers.length + 1 }, (_, from) => {
      const arrives =
        from === 0 ? known : (1 - known) * (1 - learn) ** (from - 1) * (from < answers.length ? learn : 1);
      return answers.reduce(
        (product, isRight, at) =>
          product * (at >= from ? (isRight ? 1 - slip : slip) : isRight ? guess : 1 - guess),
        arrives,
      );
    });
    const whole = paths.reduce((sum, path) => sum + path, 0);
    return {
      logLikelihood: Math.log(whole),
      known: answers.map((_, at) => paths.slice(0, at + 1).reduce((sum, path) => sum + path, 0) / whole),
      learned: answers.slice(1).map((_, at) => (paths[at + 1] ?? 0) / whole),
    };
  }

  it("gives the same as adding up every path one by one", () => {
    const share = fc.double({ min: 0.02, max: 0.98, noNaN: true });
    const parameters = fc.record({ known: share, learn: share, guess: share, slip: share });
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }), parameters, (answers, given) => {
        const traced = tracedKnowledge(answers, given);
        const expected = byEnumeration(answers, given);
        expect(traced.logLikelihood).toBeCloseTo(expected.logLikelihood, 9);
        for (const [at, value] of expected.known.entries()) expect(traced.known[at]).toBeCloseTo(value, 9);
        for (const [at, value] of expected.learned.entries())
          expect(traced.learned[at]).toBeCloseTo(value, 9);
      }),
    );
  });
});
