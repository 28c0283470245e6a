import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BUILT_IN_COURSES } from "../courses/built-in-courses.ts";
import type { Course } from "../course/course.ts";
import { LEARNING_FEELINGS } from "../feeling/learning-feeling.ts";
import { groupView } from "./group-view.ts";
import type { LearnerRecord, ShownBefore } from "./group-view.ts";
import { simulateClass } from "./simulate-class.ts";
import { simulateSession } from "./simulate-session.ts";
import { smallestPart } from "./smallest-part.ts";

const NOTHING: ShownBefore = { groups: [], feelings: [] };
const group = (from: number, to: number, more: Partial<LearnerRecord> = {}): LearnerRecord[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({
    learner: `l${String(from + index)}`,
    mastery: { add: 0.5 },
    ...more,
  }));

describe("a teacher’s view", () => {
  it("TG6: is refused for fewer than five learners", () => {
    expect(groupView([], NOTHING)).toEqual({ kind: "refused", why: "too-few" });
    expect(groupView(group(1, 4), NOTHING)).toEqual({ kind: "refused", why: "too-few" });
    expect(groupView(group(1, 5), NOTHING)).toMatchObject({
      kind: "shown",
      view: { learners: 5, masteryPercent: { add: 50 } },
    });
  });

  it("TG6: is refused where one learner could be had by subtracting a group that was shown before", () => {
    const first = groupView(group(1, 9), NOTHING);
    const shown = first.kind === "shown" ? first.shown : NOTHING;
    expect(groupView(group(1, 8), shown)).toEqual({ kind: "refused", why: "could-be-subtracted" });
    expect(groupView(group(1, 10), shown)).toEqual({ kind: "refused", why: "could-be-subtracted" });
    expect(groupView(group(1, 14), shown).kind).toBe("shown");
    expect(groupView(group(1, 9), shown).kind).toBe("shown");
    expect(groupView(group(10, 14), shown).kind).toBe("shown");
  });

  it("TG6: is refused where several groups together would give a small one away, though no two do", () => {
    // Rows and columns of a square of 5 by 5 learners: any two overlap in one.
    const rows = [group(1, 5), group(6, 10), group(11, 15), group(16, 20), group(21, 25)];
    let shown = NOTHING;
    for (const row of rows) {
      const view = groupView(row, shown);
      expect(view.kind).toBe("shown");
      if (view.kind === "shown") ({ shown } = view);
    }
    const column = [1, 6, 11, 16, 21].flatMap((at) => group(at, at));
    expect(groupView(column, shown)).toEqual({ kind: "refused", why: "could-be-subtracted" });
  });

  it("TG6: tells feelings in bands, so that neither all nor none is to be told, and only of five who have them", () => {
    const bored = groupView(group(1, 5, { usualFeeling: "bored" }), NOTHING);
    const almost = groupView(
      [...group(1, 4, { usualFeeling: "bored" }), ...group(5, 5, { usualFeeling: "engaged" })],
      NOTHING,
    );
    const feelings = (view: typeof bored) => (view.kind === "shown" ? view.view.feelings : undefined);
    expect(feelings(bored)).toEqual(feelings(almost));
    expect(feelings(bored)).toMatchObject({ bored: "over three quarters", engaged: "under a quarter" });
    expect(feelings(groupView([...group(1, 4, { usualFeeling: "bored" }), ...group(5, 8)], NOTHING))).toBe(
      "too-few",
    );
  });

  it("TG6: never lets sums and differences of what was shown single out fewer than five, whatever is asked", () => {
    const asked = fc.array(fc.uniqueArray(fc.nat(19), { minLength: 1, maxLength: 20 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(asked, (groups) => {
        let shown = NOTHING;
        for (const members of groups) {
          const view = groupView(
            members.map((at) => ({ learner: String(at), mastery: {}, usualFeeling: "bored" as const })),
            shown,
          );
          if (view.kind === "shown") ({ shown } = view);
        }
        // By brute force: every learner must have four others who were in exactly the same groups.
        for (const learner of new Set(shown.groups.flat())) {
          const alike = [...new Set(shown.groups.flat())].filter((other) =>
            shown.groups.every((each) => each.includes(other) === each.includes(learner)),
          );
          expect(alike.length).toBeGreaterThanOrEqual(5);
        }
      }),
    );
    expect(smallestPart([])).toBe(Infinity);
  });

  it("TG6: names no learner", () => {
    const view = groupView(group(1, 6, { usualFeeling: "confused" }), NOTHING);
    if (view.kind === "shown") expect(JSON.stringify(view.view)).not.toMatch(/l\d/u);
    expect(view.kind).toBe("shown");
    expect(() => groupView([...group(1, 5), ...group(1, 1)], NOTHING)).toThrow(RangeError);
  });
});

const COURSE = BUILT_IN_COURSES["fractions"]?.en as Course;

describe("a simulated class", () => {
  const plan = { course: COURSE, learners: 40, fittedOn: 60, minutes: 20, resamples: 50, seed: 3 };

  it(
    "TS2: is the same for the same seed, has both arms, and intervals that hold their means",
    { timeout: 60_000 },
    () => {
      const simulated = simulateClass(plan);
      expect(simulateClass(plan)).toEqual(simulated);
      for (const arm of [simulated.on, simulated.off]) {
        expect(arm.knownShare).toHaveLength(21);
        for (const { low, mean, high } of [...arm.knownShare, arm.masteryPerMinute]) {
          expect(low).toBeLessThanOrEqual(mean);
          expect(mean).toBeLessThanOrEqual(high);
        }
        const shares = arm.knownShare.map(({ mean }) => mean);
        expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
        expect(shares.at(-1)).toBeGreaterThan(shares[0] ?? 1);
      }
      expect(Object.keys(simulated.fitted)).toContain("read");
    },
  );

  it("TS2: begins with the same learners in both arms", () => {
    const known = (usesFeelings: boolean) =>
      simulateSession({ course: COURSE, usesFeelings, mostMinutes: 0, seed: 12 }).knownAtMinute;
    expect(known(true)).toEqual(known(false));
    expect(LEARNING_FEELINGS).toHaveLength(4);
  });
});
