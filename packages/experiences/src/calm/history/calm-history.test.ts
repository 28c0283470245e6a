import { describe, expect, it } from "vitest";
import { calmHistory } from "./calm-history.ts";
import type { PastSitting } from "./calm-history.ts";
import { meanChange } from "./mean-change.ts";

describe("meanChange", () => {
  it("CH1: tells no mean from fewer than five, and says how many are missing", () => {
    expect(meanChange([])).toEqual({ known: false, count: 0, missing: 5 });
    expect(meanChange([0.1, 0.2, 0.3, 0.4])).toEqual({ known: false, count: 4, missing: 1 });
    expect(meanChange([0, 0, 0, 0, 0]).known).toBe(true);
  });

  it("gives the interval that R gives for Student's sleep data", () => {
    // Student 1908; R 4.2: t.test(extra ~ group, data = sleep, paired = TRUE) gives -1.58, -2.4598858, -0.7001142.
    const sleep = [-1.2, -2.4, -1.3, -1.3, 0, -1, -1.8, -0.8, -4.6, -1.4];
    const change = meanChange(sleep);
    if (!change.known) throw new Error("ten values are enough");
    expect(change.mean).toBeCloseTo(-1.58, 10);
    expect(change.interval.low).toBeCloseTo(-2.4598858, 6);
    expect(change.interval.high).toBeCloseTo(-0.7001142, 6);
  });
});

const sitting = (change: { valence: number; arousal: number } | undefined, i: number): PastSitting => ({
  sitting: i,
  technique: "grounding",
  startedAtMs: i,
  plannedSeconds: 60,
  practisedSeconds: 50,
  how: "finished",
  before: { valence: 0.5, arousal: 0.5 },
  ...(change === undefined
    ? {}
    : { after: { valence: 0.5 + change.valence, arousal: 0.5 + change.arousal } }),
});

describe("calmHistory", () => {
  it("counts practice without ratings as practice, and not as no change", () => {
    const past = [undefined, undefined, { valence: 0.3, arousal: -0.3 }].map(sitting);
    const { sittings, practisedSeconds, all, byTechnique } = calmHistory(past);
    expect({ sittings, practisedSeconds }).toEqual({ sittings: 3, practisedSeconds: 150 });
    expect(all.valence).toEqual({ known: false, count: 1, missing: 4 });
    expect(Object.keys(byTechnique)).toEqual(["grounding"]);
  });

  it("calls a change better or worse only where an interval leaves out zero and nothing points the other way", () => {
    const verdict = (changes: readonly [number, number][]): string =>
      calmHistory(changes.map(([valence, arousal], i) => sitting({ valence, arousal }, i))).all.verdict;
    const calmer: [number, number][] = [0.1, 0.12, 0.08, 0.1, 0.11].map((size) => [0, -size]);
    expect(verdict(calmer)).toBe("better");
    expect(verdict(calmer.map(([, arousal]) => [0, -arousal]))).toBe("worse");
    // Calmer and more unpleasant at once: no verdict.
    expect(verdict(calmer.map(([, arousal]) => [arousal, arousal]))).toBe("unclear");
    expect(verdict([0.4, -0.4, 0.3, -0.3, 0.05].map((size) => [size, size]))).toBe("unclear");
    expect(verdict(calmer.slice(0, 4))).toBe("unclear");
  });
});
