import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assessClip,
  ineligibleFor,
  makeAcceptancePolicy,
  markGold,
  OPEN_TO_ALL,
  PRESENCE_POLICY,
  RATING_POLICY,
  scoreGold,
  standardSchema,
  standingAnnotations,
} from "../index.ts";
import type { Annotation, Answer, Assessment, Question, Worker } from "../index.ts";

const YES: Answer = { kind: "value", value: "yes" };
const NO: Answer = { kind: "not-present" };
const UNSURE: Answer = { kind: "cant-tell" };
const SKIP: Answer = { kind: "skipped", reason: "distressing" };
const step = (value: number): Answer => ({ kind: "value", value });

function questions(schema: "presence" | "intensity" | "grid", ...ids: string[]): readonly Question[] {
  return standardSchema(schema).questions.filter(({ id }) => ids.includes(id));
}

/** Annotations of raters r1, r2, …, each answering the questions in turn. */
function by(ids: readonly string[], ...rows: readonly (readonly Answer[])[]): Annotation[] {
  return rows.map((row, index) => ({
    id: `a${String(index + 1)}`,
    rater: `r${String(index + 1)}`,
    purpose: "label",
    atMs: index,
    supersedes: null,
    answers: Object.fromEntries(row.flatMap((answer, i) => (ids[i] === undefined ? [] : [[ids[i], answer]]))),
  }));
}

function presence(...answers: readonly Answer[]): Assessment {
  const annotations = by(["Awe"], ...answers.map((answer) => [answer]));
  return assessClip({
    contributor: "p1",
    questions: questions("presence", "Awe"),
    annotations,
    policy: PRESENCE_POLICY,
  });
}

function intensity(...answers: readonly Answer[]): Assessment {
  const annotations = by(["Awe"], ...answers.map((answer) => [answer]));
  return assessClip({
    contributor: "p1",
    questions: questions("intensity", "Awe"),
    annotations,
    policy: RATING_POLICY,
  });
}

describe("assessClip", () => {
  it("K4.2 asks one rater, and no other after a “no”", () => {
    expect(presence()).toMatchObject({ verdict: "annotatable", overlap: 1, needed: { raters: 1 } });
    expect(presence(NO)).toMatchObject({
      verdict: "consensus",
      overlap: 1,
      outcomes: [{ value: "not-present" }],
    });
  });

  it("K4.2 asks two more after a “yes”, to the question or to the contrasting one", () => {
    expect(presence(YES)).toMatchObject({ verdict: "annotatable", overlap: 3, needed: { raters: 2 } });
    const annotations = by(["Awe", "Fear"], [NO, YES]);
    expect(
      assessClip({
        contributor: "p1",
        questions: questions("presence", "Awe", "Fear"),
        annotations,
        policy: PRESENCE_POLICY,
      }),
    ).toMatchObject({ verdict: "annotatable", overlap: 3 });
  });

  it("K4.3 finds consensus, asks on, or finds the clip contested, as the answers go", () => {
    expect(presence(YES, YES, YES)).toMatchObject({ verdict: "consensus", outcomes: [{ value: "yes" }] });
    expect(presence(YES, YES, NO)).toMatchObject({ verdict: "annotatable", overlap: 4 });
    expect(presence(YES, YES, NO, YES)).toMatchObject({ verdict: "consensus", outcomes: [{ value: "yes" }] });
    expect(presence(YES, YES, NO, NO)).toMatchObject({ verdict: "annotatable", overlap: 5 });
    expect(presence(YES, YES, NO, NO, YES)).toMatchObject({
      verdict: "contested",
      contested: ["Awe"],
      needed: { raters: 0 },
    });
  });

  it("K4.3 holds numbers by how far apart they lie", () => {
    expect(intensity(step(4), step(5), step(5))).toMatchObject({
      verdict: "consensus",
      outcomes: [{ value: 5 }],
    });
    expect(intensity(NO, step(7), step(3))).toMatchObject({ verdict: "annotatable", overlap: 4 });
    expect(intensity(NO, step(7), step(3), step(6), NO)).toMatchObject({ verdict: "contested" });
    expect(intensity(NO, NO, step(1))).toMatchObject({
      verdict: "consensus",
      outcomes: [{ value: "not-present" }],
    });
  });

  it("K4.4 counts “can't tell” toward the most and not toward agreement, and a skip toward nothing", () => {
    expect(presence(UNSURE)).toMatchObject({ verdict: "annotatable", overlap: 2 });
    expect(presence(UNSURE, NO)).toMatchObject({
      verdict: "consensus",
      outcomes: [{ told: 1, cantTell: 1 }],
    });
    expect(presence(UNSURE, UNSURE, UNSURE, UNSURE, UNSURE)).toMatchObject({ verdict: "contested" });
    expect(presence(SKIP)).toMatchObject({ verdict: "annotatable", overlap: 1 });
    expect(presence(SKIP).needed.not).toContain("r1");
  });

  it("K4.4 leaves out gold, tutorials, superseded answers and the maker's own", () => {
    const [first] = by(["Awe"], [YES]) as [Annotation];
    const assess = (...annotations: Annotation[]) =>
      assessClip({
        contributor: "p1",
        questions: questions("presence", "Awe"),
        annotations,
        policy: PRESENCE_POLICY,
      });
    expect(assess({ ...first, purpose: "gold" }).outcomes[0]?.told).toBe(0);
    expect(assess({ ...first, purpose: "tutorial" }).outcomes[0]?.told).toBe(0);
    expect(assess({ ...first, rater: "p1" }).outcomes[0]?.told).toBe(0);
    const better: Annotation = { ...first, id: "a2", supersedes: "a1", atMs: 9, answers: { Awe: NO } };
    expect(assess(first, better).outcomes[0]).toMatchObject({ value: "not-present", told: 1 });
  });

  it("K4.5 keeps the spread of a contested clip", () => {
    expect(presence(YES, YES, NO, NO, UNSURE).outcomes[0]).toMatchObject({
      standing: "split",
      value: null,
      counts: { yes: 2, "not-present": 2 },
      cantTell: 1,
    });
    const [outcome] = intensity(NO, step(7), step(3), step(6), NO).outcomes;
    // (0 + 7 + 3 + 6 + 0) / 5
    expect(outcome?.mean).toBeCloseTo(3.2, 12);
  });

  const answers = fc.constantFrom(YES, NO, UNSURE, SKIP);
  const rows = fc.array(fc.tuple(answers, answers), { maxLength: 9 });

  it("K4.1 decides the same in whatever order the annotations come", () => {
    fc.assert(
      fc.property(rows, fc.integer(), (given, turn) => {
        const annotations = by(["Awe", "Fear"], ...given);
        const shift = annotations.length === 0 ? 0 : Math.abs(turn) % annotations.length;
        const turned = [...annotations.slice(shift), ...annotations.slice(0, shift)];
        const base = {
          contributor: "p1",
          questions: questions("presence", "Awe", "Fear"),
          policy: PRESENCE_POLICY,
        };
        const one = assessClip({ ...base, annotations });
        const other = assessClip({ ...base, annotations: turned.toReversed() });
        expect({ ...other, needed: other.needed.raters }).toEqual({ ...one, needed: one.needed.raters });
      }),
    );
  });

  it("K4.3 asked answer by answer, it ends, and never beyond the most nor twice of one rater", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(YES, NO, UNSURE), { minLength: 5, maxLength: 5 }), (draws) => {
        let asked = 0;
        let found = presence();
        while (found.verdict === "annotatable") {
          expect(found.overlap).toBeGreaterThan(asked);
          expect(found.overlap).toBeLessThanOrEqual(PRESENCE_POLICY.most);
          asked += 1;
          found = presence(...draws.slice(0, asked));
          expect(found.needed.not).toHaveLength(asked + 1);
        }
        expect(asked).toBeLessThanOrEqual(PRESENCE_POLICY.most);
      }),
    );
  });

  it("K4.7 finds consensus wherever enough say the same", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 3, max: 5 }), (value, raters) => {
        const found = intensity(...Array.from({ length: raters }, () => step(value)));
        expect(found).toMatchObject({ verdict: "consensus", outcomes: [{ value }] });
      }),
    );
  });

  it("K4.3 refuses a policy that can't be kept", () => {
    for (const wrong of [{ first: 0 }, { most: 2 }, { consensusShare: 0.5 }, { tolerance: 2 }, { full: 3.5 }])
      expect(() => makeAcceptancePolicy({ ...RATING_POLICY, ...wrong })).toThrow(RangeError);
  });
});

describe("standingAnnotations", () => {
  it("K4.6 lets nobody supersede another's annotation", () => {
    const [one, two] = by(["Awe"], [YES], [NO]) as [Annotation, Annotation];
    expect(standingAnnotations([one, { ...two, supersedes: "a1" }])).toHaveLength(2);
    expect(standingAnnotations([one, { ...two, rater: "r1", supersedes: "a1" }]).map(({ id }) => id)).toEqual(
      ["a2"],
    );
  });
});

describe("ineligibleFor", () => {
  const worker: Worker = {
    id: "r1",
    languages: ["en"],
    expertise: ["music"],
    hasPassedTutorial: true,
    today: 3,
    dailyLimit: 10,
    gold: scoreGold([]),
  };
  const clip = { contributor: "p1", language: "en", raters: ["r9"] };

  it("K5.1 keeps everybody from their own clip, and its raters from judging it", () => {
    for (const work of ["label", "review", "settle"] as const) {
      expect(
        ineligibleFor(work, { worker, clip: { ...clip, contributor: "r1" }, policy: OPEN_TO_ALL }),
      ).toEqual(["own-clip"]);
      expect(ineligibleFor(work, { worker, clip: { ...clip, raters: ["r1"] }, policy: OPEN_TO_ALL })).toEqual(
        ["answered-before"],
      );
      expect(ineligibleFor(work, { worker, clip, policy: OPEN_TO_ALL })).toEqual([]);
    }
  });

  it("K5.2 goes by the languages and the expertise that the person chose", () => {
    const may = (language: string | null, expertise: readonly string[]) =>
      ineligibleFor("label", { worker, clip: { ...clip, language }, policy: { ...OPEN_TO_ALL, expertise } });
    expect(may("de", [])).toEqual(["language"]);
    expect(may(null, [])).toEqual([]);
    expect(may("en", ["medicine", "music"])).toEqual([]);
    expect(may("en", ["medicine"])).toEqual(["expertise"]);
  });

  it("K5.2 stops at the daily limit and before the tutorial, for labelling alone", () => {
    const tired = { ...worker, today: 10, hasPassedTutorial: false };
    const policy = { ...OPEN_TO_ALL, needsTutorial: true };
    expect(ineligibleFor("label", { worker: tired, clip, policy })).toEqual(["tutorial", "daily-limit"]);
    expect(ineligibleFor("review", { worker: tired, clip, policy })).toEqual([]);
  });

  it("K5.3 keeps somebody out for gold only where the interval says so", () => {
    const marks = (right: number, wrong: number) => [
      ...Array.from({ length: right }, () => "right" as const),
      ...Array.from({ length: wrong }, () => "wrong" as const),
    ];
    const isOut = (right: number, wrong: number) =>
      ineligibleFor("label", {
        worker: { ...worker, gold: scoreGold(marks(right, wrong)) },
        clip,
        policy: OPEN_TO_ALL,
      }).includes("gold");
    expect(isOut(0, 9)).toBe(false);
    // Wilson 1927 for 4 of 10: 0.168 to 0.687, which reaches 0.6; for 2 of 10: 0.057 to 0.510, which does not.
    expect(isOut(4, 6)).toBe(false);
    expect(isOut(2, 8)).toBe(true);
  });
});

describe("markGold", () => {
  const [awe] = questions("intensity", "Awe") as [Question];
  const [valence] = questions("grid", "valence") as [Question];

  it("K5.3 marks a step beside as near, a step across the zero as wrong, and nothing where nothing was told", () => {
    expect(markGold(awe, { key: step(5), given: step(5) })).toBe("right");
    expect(markGold(awe, { key: step(5), given: step(4) })).toBe("near");
    expect(markGold(awe, { key: step(5), given: step(3) })).toBe("wrong");
    expect(markGold(awe, { key: NO, given: step(1) })).toBe("wrong");
    expect(markGold(awe, { key: NO, given: NO })).toBe("right");
    expect(markGold(awe, { key: step(5), given: UNSURE })).toBe("open");
    expect(markGold(awe, { key: UNSURE, given: UNSURE })).toBe("right");
    expect(markGold(valence, { key: step(0.5), given: step(0.1) })).toBe("right");
    expect(markGold(valence, { key: step(0.5), given: step(-0.2) })).toBe("wrong");
    expect(scoreGold(["open", "open"])).toEqual({ marked: 0, share: undefined });
  });
});
