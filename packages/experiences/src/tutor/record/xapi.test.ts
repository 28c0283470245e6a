import { describe, expect, it } from "vitest";
import type { TutorEvent } from "../tutor-event.ts";
import type { XapiStatement } from "./xapi-statement.ts";
import { xapiStatements } from "./xapi-statements.ts";

const ACTS = [
  { kind: "session-started", language: "de" },
  { kind: "notices-shown", notices: ["not-a-person", "emotion-analysis"] },
  { kind: "course-chosen", courseId: "fractions" },
  { kind: "task-asked" },
  { kind: "answered", itemId: "read-1", answer: "?" },
  { kind: "answered", itemId: "read-1", answer: "1/5" },
  { kind: "felt", feeling: "frustrated" },
  { kind: "said", text: "Das ist geheim" },
  { kind: "answered", itemId: "read-1", answer: "2/5" },
  { kind: "task-asked" },
  { kind: "answered", itemId: "read-2", answer: "3/8" },
  { kind: "task-asked" },
  { kind: "answered", itemId: "read-3", answer: "1" },
  { kind: "task-asked" },
  { kind: "answered", itemId: "read-4", answer: "3/10" },
];
// The cast is the test's own: acts with their stamps.
const EVENTS = ACTS.map((act, index) => ({
  ...act,
  seq: index + 1,
  atMs: Date.UTC(2026, 0, 5) + 12_350 * index,
})) as readonly TutorEvent[];
const OPTIONS = {
  account: { homePage: "https://learn.example", name: "p-17" },
  root: "https://learn.example/courses/",
};

const statements = xapiStatements(EVENTS, {
  ...OPTIONS,
  newId: () => "6690e6c9-3ef0-4ed3-8b37-7f3964730bee",
});

/** Absolute IRIs, as xAPI 1.0.3 part 2, section 2.2 asks for. */
const isIri = (text: unknown) => typeof text === "string" && /^[a-z][a-z0-9+.-]*:\/\/\S+$/u.test(text);
/** Language tags of RFC 5646. */
const isLanguageMap = (map: object) =>
  Object.keys(map).every((tag) => /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/u.test(tag));

describe("xAPI statements", () => {
  it("tell the lesson, each answer that could be read, and the skill when it is mastered", () => {
    const told = statements.map(
      ({ verb, object }) => `${verb.display["en"] ?? ""} ${object.id.split("/").slice(4).join("/")}`,
    );
    expect(told).toEqual([
      "experienced fractions/units/parts",
      "answered fractions/items/read-1",
      "answered fractions/items/read-1",
      "answered fractions/items/read-2",
      "answered fractions/items/read-3",
      "answered fractions/items/read-4",
      "mastered fractions/skills/read",
    ]);
    expect(statements[2]).toMatchObject({
      result: { success: true, response: "2/5", duration: "PT37.05S" },
      timestamp: "2026-01-05T00:01:38.800Z",
    });
  });

  it("TX2: never tell what somebody wrote in place of an answer, only that it was not right", () => {
    const course = {
      id: "own",
      language: "en",
      title: "Capitals",
      lead: "",
      authors: "",
      licence: "",
      skills: [{ id: "fr", name: "France" }],
      units: [{ id: "u", title: "France", skills: ["fr"], lesson: "" }],
      items: [
        { id: "q", skill: "fr", prompt: "Which?", hints: [], solution: "", kind: "text", answers: ["Paris"] },
      ],
    };
    const acts = [
      { kind: "session-started", language: "en" },
      { kind: "course-brought", course },
      { kind: "task-asked" },
      { kind: "answered", itemId: "q", answer: "I am so sad" },
      { kind: "answered", itemId: "q", answer: "paris" },
    ];
    // The cast is the test's own: acts with their stamps.
    const events = acts.map((act, index) => ({ ...act, seq: index + 1, atMs: 1000 * index }));
    const told = xapiStatements(events as unknown as readonly TutorEvent[], OPTIONS);
    const answers = told.filter(({ verb }) => verb.display["en"] === "answered").map(({ result }) => result);
    expect(answers).toEqual([
      { success: false, duration: "PT1.00S" },
      { success: true, response: "paris", duration: "PT1.00S" },
    ]);
  });

  it("TX1: never tell how it felt, nor what was said", () => {
    expect(JSON.stringify(statements)).not.toMatch(/frustr|geheim|felt|feeling/iu);
  });

  it.each(statements.map((statement) => [statement.verb.id, statement] as const))(
    "%s: keep the rules of xAPI 1.0.3, part 2",
    (_, statement) => {
      // 2.4: only these properties; 2.4.1: a UUID; 4.4: a timestamp of ISO 8601.
      const known = ["id", "actor", "verb", "object", "result", "context", "timestamp"];
      for (const name of Object.keys(statement)) expect(known).toContain(name);
      expect(statement.id).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u,
      );
      expect(statement.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u);
      // 2.4.2.3: exactly one inverse functional identifier; an account has a homePage and a name.
      expect(Object.keys(statement.actor)).toEqual(["objectType", "account"]);
      expect(isIri(statement.actor.account.homePage)).toBe(true);
      expect(isIri(statement.verb.id) && isLanguageMap(statement.verb.display)).toBe(true);
      for (const activity of [statement.object, ...statement.context.contextActivities.parent])
        expectActivity(activity);
      // 2.4.5: success and completion are booleans, score.scaled from -1 to 1; 4.6: durations of ISO 8601.
      const { result } = statement;
      if (result?.duration !== undefined) expect(result.duration).toMatch(/^PT\d+(\.\d{1,2})?S$/u);
      if (result?.score !== undefined) expect(Math.abs(result.score.scaled)).toBeLessThanOrEqual(1);
      // No null anywhere (2.2).
      expect(JSON.stringify(statement)).not.toContain("null");
    },
  );

  function expectActivity({ objectType, id, definition }: XapiStatement["object"]): void {
    expect(objectType).toBe("Activity");
    expect(isIri(id) && isIri(definition.type) && isLanguageMap(definition.name)).toBe(true);
    if (definition.interactionType === undefined) return;
    expect(definition.type).toBe("http://adlnet.gov/expapi/activities/cmi.interaction");
    expect(definition.correctResponsesPattern?.length).toBeGreaterThan(0);
    const ids = definition.choices?.map((choice) => choice.id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    if (definition.interactionType === "choice") {
      for (const pattern of definition.correctResponsesPattern ?? []) expect(ids).toContain(pattern);
    }
  }
});
