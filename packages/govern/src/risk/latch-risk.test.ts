import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { INITIAL_RISK_LATCH, RISK_DECAY, RISK_LEVELS, latchRisk, raiseRisk } from "../index.ts";
import type { RiskJudgement, RiskLatch, RiskLevel } from "../index.ts";

const HOUR_MS = 3_600_000;
const SAFE: RiskJudgement = { level: "none", about: null, reason: "answered no", safeAnswer: true };

const level = fc.constantFrom(...RISK_LEVELS);
const judgement: fc.Arbitrary<RiskJudgement> = fc
  .record({
    level,
    about: fc.constantFrom("self" as const, "others" as const),
    reason: fc.string(),
    safe: fc.boolean(),
  })
  .map(({ level, about, reason, safe }) =>
    level === "none"
      ? { level, about: null, reason, ...(safe ? { safeAnswer: true as const } : {}) }
      : { level, about, reason, topic: "suicide" },
  );
const latch: fc.Arbitrary<RiskLatch> = fc
  .array(fc.tuple(judgement, fc.integer({ min: 0, max: 100 * HOUR_MS })), { maxLength: 8 })
  .map((events) => events.reduce((held, [said, atMs]) => latchRisk(held, said, atMs), INITIAL_RISK_LATCH));
const time = fc.integer({ min: 0, max: 200 * HOUR_MS });

const rank = (of: { level: RiskLevel }) => RISK_LEVELS.indexOf(of.level);

describe("latchRisk", () => {
  it("L1: takes a higher level at once", () => {
    fc.assert(
      fc.property(latch, judgement, time, (held, said, atMs) => {
        if (rank(said) > rank(held)) expect(latchRisk(held, said, atMs).level).toBe(said.level);
      }),
    );
  });

  it("L2: comes down by at most one level, and never without a safe answer", () => {
    fc.assert(
      fc.property(latch, judgement, time, (held, said, atMs) => {
        const fall = rank(held) - rank(latchRisk(held, said, atMs));
        expect(fall).toBeLessThanOrEqual(said.safeAnswer === true ? 1 : 0);
      }),
    );
  });

  it("L3: does not come down by time alone", () => {
    const held = latchRisk(INITIAL_RISK_LATCH, { level: "active", about: "self", reason: "" }, 0);
    expect(latchRisk(held, { level: "none", about: null, reason: "" }, 1000 * HOUR_MS).level).toBe("active");
  });

  it("L3: does not come down by safe answers alone", () => {
    const held = latchRisk(INITIAL_RISK_LATCH, { level: "active", about: "self", reason: "" }, 0);
    const after = [1, 2, 3, 4, 5].reduce((before, minute) => latchRisk(before, SAFE, minute * 60_000), held);
    expect(after).toMatchObject({ level: "active", safeAnswers: 5 });
  });

  it("L3: comes down one step with the time and the answers of the table, and then waits anew", () => {
    const { afterMs, safeAnswers } = RISK_DECAY.imminent;
    const held = latchRisk(INITIAL_RISK_LATCH, { level: "imminent", about: "self", reason: "" }, 0);
    const once = latchRisk(held, SAFE, afterMs - 1);
    expect([safeAnswers, once.level]).toEqual([2, "imminent"]);
    const twice = latchRisk(once, SAFE, afterMs);
    expect(twice).toMatchObject({ level: "active", safeAnswers: 0, sinceMs: afterMs });
    expect(latchRisk(twice, SAFE, afterMs + 1).level).toBe("active");
  });

  it("L3: takes at least 66 hours and six safe answers from imminent to none", () => {
    let held = latchRisk(INITIAL_RISK_LATCH, { level: "imminent", about: "self", reason: "" }, 0);
    let hours = 0;
    let answers = 0;
    while (held.level !== "none" && hours < 1000) {
      hours += 1;
      answers += 1;
      held = latchRisk(held, SAFE, hours * HOUR_MS);
    }
    expect(hours).toBe(66);
    expect(answers).toBeGreaterThanOrEqual(6);
    expect(held).toEqual(INITIAL_RISK_LATCH);
  });

  it("L4: starts the wait anew when the same level shows again", () => {
    const held = latchRisk(INITIAL_RISK_LATCH, { level: "passive", about: "self", reason: "a" }, 0);
    const calmer = latchRisk(
      latchRisk(held, SAFE, HOUR_MS),
      { level: "passive", about: "self", reason: "b" },
      2 * HOUR_MS,
    );
    expect(calmer).toMatchObject({ safeAnswers: 0, sinceMs: 2 * HOUR_MS, reason: "b" });
  });

  it("L5: gives the same for two signs of one time in either order", () => {
    const sign = judgement.filter((said) => said.level !== "none");
    fc.assert(
      fc.property(sign, sign, time, (a, b, atMs) => {
        const ab = latchRisk(latchRisk(INITIAL_RISK_LATCH, a, atMs), b, atMs);
        const ba = latchRisk(latchRisk(INITIAL_RISK_LATCH, b, atMs), a, atMs);
        expect(ab).toEqual(ba);
      }),
    );
  });

  it("L6: survives JSON and goes on the same", () => {
    fc.assert(
      fc.property(latch, judgement, time, (held, said, atMs) => {
        // JSON gives back what was put in: the latch holds nothing but plain values.
        const revived = JSON.parse(JSON.stringify(held)) as RiskLatch;
        expect(revived).toEqual(held);
        expect(latchRisk(revived, said, atMs)).toEqual(latchRisk(held, said, atMs));
      }),
    );
  });

  it("L8: refuses a time that is no number and a level that is none of the five", () => {
    expect(() => latchRisk(INITIAL_RISK_LATCH, SAFE, Number.NaN)).toThrow(RangeError);
    // A caller without types can pass anything.
    expect(() =>
      raiseRisk(INITIAL_RISK_LATCH, { level: "severe" as RiskLevel, about: null, reason: "" }, 0),
    ).toThrow(/severe/);
  });
});

describe("raiseRisk", () => {
  it("L7: can raise the latch and do nothing else", () => {
    fc.assert(
      fc.property(latch, judgement, time, (held, opinion, atMs) => {
        const after = raiseRisk(held, opinion, atMs);
        if (rank(opinion) > rank(held)) expect(after.level).toBe(opinion.level);
        else expect(after).toEqual(held);
      }),
    );
  });

  it("L7: cannot hand in a safe answer", () => {
    const held = latchRisk(INITIAL_RISK_LATCH, { level: "concern", about: "self", reason: "" }, 0);
    expect(raiseRisk(held, SAFE, 100 * HOUR_MS)).toEqual(held);
  });
});
