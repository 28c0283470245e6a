import { CATEGORIES, isCategoryId } from "@openempathic/affect";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  codebookOf,
  contrastingCategory,
  digestOfSchema,
  makeQuestionSchema,
  readAnswer,
  readAnswers,
  STANDARD_SCHEMA_IDS,
  standardSchema,
} from "../index.ts";
import type { Answer, AnswerValue, Question } from "../index.ts";

const both = (text: string) => ({ en: text, de: text });
const base = { about: null, prompt: both("What?") };
const QUESTIONS = {
  presence: { ...base, kind: "presence", id: "presence" },
  intensity: { ...base, kind: "intensity", id: "intensity", most: 7, steps: null },
  choice: {
    ...base,
    kind: "choice",
    id: "choice",
    several: true,
    options: ["a", "b", "c"].map((id) => ({ id, words: both(id) })),
  },
  one: {
    ...base,
    kind: "choice",
    id: "one",
    several: false,
    options: ["a", "b"].map((id) => ({ id, words: both(id) })),
  },
  comparison: { ...base, kind: "comparison", id: "comparison" },
  position: { ...base, kind: "position", id: "position", low: both("low"), high: both("high") },
  description: { ...base, kind: "description", id: "description", leastWords: 10 },
  transcript: { ...base, kind: "transcript", id: "transcript" },
  regions: { ...base, kind: "regions", id: "regions", of: "text", labels: ["Awe", "Fear"] },
  trace: { ...base, kind: "trace", id: "trace", hz: 20, bounded: true },
  unbounded: { ...base, kind: "trace", id: "unbounded", hz: 20, bounded: false },
} as const satisfies Record<string, Question>;
type Name = keyof typeof QUESTIONS;

function read(name: Name, value: AnswerValue) {
  return readAnswer(QUESTIONS[name], { kind: "value", value });
}

describe("a schema", () => {
  it.each<[string, Question]>([
    ["no words in one language", { ...QUESTIONS.presence, prompt: { en: "What?", de: " " } }],
    ["an id with a space", { ...QUESTIONS.presence, id: "a b" }],
    ["a scale without steps", { ...QUESTIONS.intensity, most: 0 }],
    ["too few words for its steps", { ...QUESTIONS.intensity, steps: [both("not there")] }],
    ["a choice of one", { ...QUESTIONS.choice, options: [{ id: "a", words: both("a") }] }],
    ["a pole without words", { ...QUESTIONS.position, low: both("") }],
    ["no fewest words", { ...QUESTIONS.description, leastWords: 0 }],
    ["no labels", { ...QUESTIONS.regions, labels: [] }],
    ["no samples", { ...QUESTIONS.trace, hz: 0 }],
  ])("K2.1 is refused for %s", (_what, question) => {
    expect(() =>
      makeQuestionSchema({ id: "x", version: 1, title: both("T"), questions: [question] }),
    ).toThrow(RangeError);
  });

  it("K2.1 is refused for two questions of one id, a version of 0 and no title", () => {
    const whole = { id: "x", version: 1, title: both("T"), questions: [QUESTIONS.presence] };
    expect(makeQuestionSchema(whole).questions).toHaveLength(1);
    for (const wrong of [
      { questions: [QUESTIONS.presence, QUESTIONS.presence] },
      { version: 0 },
      { title: both("") },
    ])
      expect(() => makeQuestionSchema({ ...whole, ...wrong })).toThrow(/makeQuestionSchema needs/u);
  });

  it.each(STANDARD_SCHEMA_IDS)("K2.2 gives a codebook without gaps: %s", (id) => {
    const schema = standardSchema(id);
    const book = codebookOf(schema);
    expect(book.map((entry) => entry.id)).toEqual(schema.questions.map((question) => question.id));
    for (const { unit, values, level, missing } of book) {
      expect([unit, values, level, ...Object.values(missing)].every((text) => text !== "")).toBe(true);
      expect(new Set(Object.values(missing)).size).toBe(4);
    }
  });

  it("K2.2 knows which scales have a zero that means “not present”", () => {
    const zeros = Object.fromEntries(
      codebookOf(
        makeQuestionSchema({ id: "x", version: 1, title: both("T"), questions: Object.values(QUESTIONS) }),
      ).map(({ id, zero }) => [id, zero]),
    );
    expect(zeros).toEqual({
      presence: "not present",
      intensity: "not present",
      choice: "not present",
      one: "not present",
      comparison: null,
      position: "the middle between the poles",
      description: null,
      transcript: "not present",
      regions: "not present",
      trace: "the middle between the poles",
      unbounded: "where the trace began",
    });
  });

  it("K2.3 has another digest for another word of it", () => {
    const digests = STANDARD_SCHEMA_IDS.map((id) => digestOfSchema(standardSchema(id)));
    expect(new Set(digests).size).toBe(STANDARD_SCHEMA_IDS.length);
    const schema = standardSchema("grid");
    expect(digestOfSchema({ ...schema, title: { ...schema.title, en: "Where?" } })).not.toBe(
      digestOfSchema(schema),
    );
    expect(digestOfSchema(standardSchema("grid"))).toBe(digestOfSchema(schema));
  });

  it("K2.4 asks the 40 categories in the taxonomy's order, group by group", () => {
    for (const id of ["presence", "three-steps", "intensity", "comparison"] as const) {
      const asked = standardSchema(id).questions.map(({ about }) => about);
      expect(asked).toEqual(CATEGORIES.map((category) => category.id));
    }
    const groups = CATEGORIES.map(({ group }) => group);
    const runs = groups.filter((group, index) => group !== groups[index - 1]);
    expect(runs).toHaveLength(7);
  });

  it("K2.5 puts against each category one of another group and the other side", () => {
    for (const { id, group, valence } of CATEGORIES) {
      for (const chance of [0, 0.37, 0.999999]) {
        const found = CATEGORIES.find((one) => one.id === contrastingCategory(id, chance));
        expect(found?.group).not.toBe(group);
        if (valence === "positive") expect(found?.valence).toBe("negative");
        if (valence === "negative") expect(found?.valence).toBe("positive");
      }
      expect(isCategoryId(contrastingCategory(id, 0.5))).toBe(true);
    }
    expect(() => contrastingCategory("Awe", 1)).toThrow(RangeError);
  });
});

describe("readAnswer", () => {
  it("K3.1 keeps four ways of having no value apart", () => {
    const kept = (given: Answer) => readAnswer(QUESTIONS.intensity, given);
    expect(kept({ kind: "not-present" })).toEqual({ kind: "answer", answer: { kind: "not-present" } });
    expect(kept({ kind: "cant-tell" })).toEqual({ kind: "answer", answer: { kind: "cant-tell" } });
    expect(kept({ kind: "skipped", reason: "distressing" })).toEqual({
      kind: "answer",
      answer: { kind: "skipped", reason: "distressing" },
    });
    expect(kept({ kind: "not-asked" }).kind).toBe("wrong");
  });

  it("K3.1 takes “not present” only where there is something to look for", () => {
    const kinds = Object.keys(QUESTIONS) as Name[];
    const able = kinds.filter(
      (name) => readAnswer(QUESTIONS[name], { kind: "not-present" }).kind === "answer",
    );
    expect(able).toEqual(["presence", "intensity", "choice", "one", "transcript", "regions"]);
  });

  it("K3.2 reads a step of 0, a “no”, an empty choice and no regions as “not present”", () => {
    const absent = { kind: "answer", answer: { kind: "not-present" } };
    expect(read("intensity", 0)).toEqual(absent);
    expect(read("presence", "no")).toEqual(absent);
    expect(read("choice", [])).toEqual(absent);
    expect(read("regions", [])).toEqual(absent);
  });

  it.each<[Name, AnswerValue]>([
    ["presence", "yes"],
    ["intensity", 7],
    ["one", "b"],
    ["comparison", "equal"],
    ["position", -1],
    ["description", "somebody who laughs and then quietly begins to cry a little"],
    ["description", "她在笑然后她开始小声地哭泣好像很难过的样子"],
    ["transcript", "Hello."],
    ["trace", [0, 0.5, -1]],
    ["unbounded", [0, 12, -40]],
  ])("K3.3 takes what is on the scale of %s: %j", (name, value) => {
    expect(read(name, value)).toEqual({ kind: "answer", answer: { kind: "value", value } });
  });

  it.each<[Name, AnswerValue]>([
    ["presence", "maybe"],
    ["presence", 1],
    ["intensity", 8],
    ["intensity", 2.5],
    ["intensity", -1],
    ["intensity", Number.NaN],
    ["choice", ["a", "a"]],
    ["choice", ["d"]],
    ["one", "c"],
    ["comparison", "third"],
    ["position", 1.01],
    ["position", Number.NaN],
    ["description", "too few words"],
    ["description", "x ".repeat(5001)],
    ["transcript", "  "],
    ["regions", [{ start: 3, end: 3, label: "Awe" }]],
    ["regions", [{ start: -1, end: 3, label: "Awe" }]],
    ["regions", [{ start: 0, end: 3, label: "Sadness" }]],
    ["regions", "Awe"],
    ["trace", [2]],
    ["trace", []],
    ["unbounded", [Number.POSITIVE_INFINITY]],
  ])("K3.3 refuses what is off the scale of %s without repeating it", (name, value) => {
    const result = read(name, value);
    expect(result.kind).toBe("wrong");
    if (result.kind === "wrong" && typeof value === "string" && value.length < 20)
      expect(result.why).not.toContain(`“${value}”`);
  });

  it("K3.2 reads a choice in the schema's order and regions in the text's, whatever order they came in", () => {
    expect(read("choice", ["c", "a"])).toEqual(read("choice", ["a", "c"]));
    const one = { start: 0, end: 4, label: "Awe" };
    const two = { start: 2, end: 9, label: "Fear" };
    expect(read("regions", [two, one])).toEqual(read("regions", [one, two]));
  });

  it("K3.3 reads its own answers again as they are", () => {
    const values = fc.oneof(
      fc.integer({ min: -2, max: 9 }),
      fc.constantFrom("yes", "no", "first", "a", "b"),
      fc.subarray(["a", "b", "c", "d"]),
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(QUESTIONS) as Name[])), values, (name, value) => {
        const once = read(name, value);
        if (once.kind === "answer") expect(readAnswer(QUESTIONS[name], once.answer)).toEqual(once);
      }),
    );
  });
});

describe("readAnswers", () => {
  const schema = standardSchema("presence");
  const yes = { kind: "value", value: "yes" } as const;

  it("K3.4 needs an answer to all that was asked and takes none to anything else", () => {
    const asked = ["Awe", "Fear"];
    expect(readAnswers(schema, { asked, given: { Awe: yes, Fear: { kind: "cant-tell" } } }).kind).toBe(
      "answers",
    );
    expect(readAnswers(schema, { asked, given: { Awe: yes } })).toEqual({
      kind: "wrong",
      problems: { Fear: "was asked and has no answer" },
    });
    const strange = readAnswers(schema, { asked: ["Awe"], given: { Awe: yes, secret: yes } });
    expect(strange.kind).toBe("wrong");
    expect(JSON.stringify(strange)).not.toContain("secret");
  });

  it("K3.4 is not taken in by names that every object has", () => {
    expect(readAnswers(schema, { asked: ["Awe"], given: { constructor: yes } }).kind).toBe("wrong");
  });
});
