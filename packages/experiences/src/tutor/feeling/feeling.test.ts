import { abstain, makeEstimate } from "@openempathic/affect";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerEvidence, paceOf, wishEvidence } from "./act-evidence.ts";
import { readFeeling } from "./feeling-reading.ts";
import { FIRST_TRACE, traceAct, traceSaid, traceWords } from "./feeling-trace.ts";
import { filterFeeling } from "./filter-feeling.ts";
import { byFeeling, FIRST_BELIEF, LEARNING_FEELINGS, TRANSITIONS } from "./learning-feeling.ts";
import { saysSomething, wordEvidence } from "./word-evidence.ts";

const sumOf = (weights: Readonly<Record<string, number>>) =>
  Object.values(weights).reduce((sum, each) => sum + each, 0);
const source = { kind: "model", id: "a", version: "1" } as const;

describe("the model of feelings", () => {
  it("TF1: has rows that sum to one, and the arrows of D'Mello and Graesser 2012 are the likeliest ways out", () => {
    for (const feeling of LEARNING_FEELINGS) expect(sumOf(TRANSITIONS[feeling])).toBeCloseTo(1, 12);
    expect(sumOf(FIRST_BELIEF)).toBeCloseTo(1, 12);
    const wayOut = (from: keyof typeof TRANSITIONS) =>
      LEARNING_FEELINGS.filter((each) => each !== from).toSorted(
        (a, b) => TRANSITIONS[from][b] - TRANSITIONS[from][a],
      );
    expect(wayOut("engaged")[0]).toBe("confused");
    expect(wayOut("confused").slice(0, 2)).toEqual(["engaged", "frustrated"]);
    expect(wayOut("frustrated")[0]).toBe("bored");
    expect(wayOut("bored")[0]).toBe("frustrated");
  });

  it("TF1: moves on, then weighs, as worked by hand for one step", () => {
    // From certain confusion: 0.30, 0.50, 0.18, 0.02; weighed 1 : 0 : 1 : 0 that is 0.30 / 0.48 and 0.18 / 0.48.
    const certain = { engaged: 0, confused: 1, frustrated: 0, bored: 0 };
    const after = filterFeeling(certain, { engaged: 1, confused: 0, frustrated: 1, bored: 0 }, true);
    expect(after.engaged).toBeCloseTo(0.625, 12);
    expect(after.frustrated).toBeCloseTo(0.375, 12);
  });

  it("TF1: stays a distribution whatever is seen", () => {
    const seen = fc.oneof(
      fc
        .tuple(fc.boolean(), fc.constantFrom("quick", "steady", "slow", "unknown" as const))
        .map(([isRight, pace]) => answerEvidence(isRight, pace)),
      fc.constantFrom("hint", "skip" as const).map(wishEvidence),
    );
    fc.assert(
      fc.property(fc.array(seen, { maxLength: 40 }), (all) => {
        const { belief } = all.reduce((trace, evidence) => traceAct(trace, evidence), FIRST_TRACE);
        expect(sumOf(belief)).toBeCloseTo(1, 9);
        for (const feeling of LEARNING_FEELINGS) expect(belief[feeling]).toBeGreaterThan(0);
      }),
    );
  });

  it("comes to frustration by wrong answers and wishes to leave, and to boredom by quick careless ones", () => {
    let trace = FIRST_TRACE;
    for (let time = 0; time < 4; time += 1) trace = traceAct(trace, answerEvidence(false, "steady"));
    trace = traceAct(trace, wishEvidence("hint"));
    trace = traceAct(trace, answerEvidence(false, "quick"));
    expect(readFeeling(trace)).toMatchObject({ kind: "guessed", feeling: "frustrated" });
    let other = FIRST_TRACE;
    for (const isRight of [true, false, true, false, true])
      other = traceAct(other, answerEvidence(isRight, "quick"));
    expect(readFeeling(other)).toMatchObject({ kind: "guessed", feeling: "bored" });
  });
});

describe("what is told of a feeling", () => {
  it("TF2: is nothing early on, however plain it looks, and nothing where no feeling stands out", () => {
    expect(readFeeling(FIRST_TRACE)).toEqual({ kind: "unknown", why: "early" });
    const two = traceAct(traceAct(FIRST_TRACE, wishEvidence("skip")), wishEvidence("skip"));
    expect(readFeeling(two)).toEqual({ kind: "unknown", why: "early" });
    const even = { belief: byFeeling(() => 0.25), seen: 9 };
    expect(readFeeling(even)).toEqual({ kind: "unknown", why: "unclear" });
  });

  it("TF3: is the person's own word at once and for three acts, against everything that is seen", () => {
    let trace = traceSaid(FIRST_TRACE, "engaged");
    expect(readFeeling(trace)).toEqual({ kind: "said", feeling: "engaged" });
    for (let act = 0; act < 2; act += 1) {
      trace = traceAct(trace, wishEvidence("skip"));
      expect(readFeeling(trace)).toEqual({ kind: "said", feeling: "engaged" });
    }
    expect(readFeeling(traceAct(trace, wishEvidence("skip"))).kind).not.toBe("said");
  });
});

describe("evidence", () => {
  it("TF4: of time is relative to the task's words, and none after a break", () => {
    expect(paceOf(2_000, 20)).toBe("quick");
    expect(paceOf(20_000, 20)).toBe("steady");
    expect(paceOf(90_000, 20)).toBe("slow");
    expect(paceOf(90_000, 150)).toBe("steady");
    expect(paceOf(3_600_000, 20)).toBe("unknown");
    expect(paceOf(-5, 20)).toBe("unknown");
  });

  it.each([
    ["This is so boring", "en", "bored"],
    ["I don’t understand what the 6 is for.", "en", "confused"],
    ["Das ist mir zu schwer, ich gebe auf!", "de", "frustrated"],
    ["Ach so! Macht Spaß.", "de", "engaged"],
  ] as const)("of words: “%s” speaks for %s, %s", (text, language, feeling) => {
    const evidence = wordEvidence(text, language, undefined);
    expect(saysSomething(evidence)).toBe(true);
    expect(LEARNING_FEELINGS.toSorted((a, b) => evidence[b] - evidence[a])[0]).toBe(feeling);
  });

  it("TF4: of words comes from the estimate as well; what was not assessed or abstained says nothing", () => {
    const estimate = makeEstimate({
      modality: "text",
      likelihood: { Anger: 0.8, Confusion: 0.1 },
      dimensions: {},
      source,
    });
    const evidence = wordEvidence("The dog again.", "en", estimate);
    expect(evidence.frustrated).toBeCloseTo(4.2, 12);
    expect(evidence.bored).toBe(1);
    const none = abstain({ modality: "text", reason: "too-short", detail: "Three words.", source });
    expect(saysSomething(wordEvidence("The dog again.", "en", none))).toBe(false);
    const trace = traceWords(FIRST_TRACE, evidence);
    expect(trace.belief.frustrated).toBeGreaterThan(FIRST_TRACE.belief.frustrated);
  });
});
