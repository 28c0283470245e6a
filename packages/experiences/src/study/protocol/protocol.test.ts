import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instrumentTemplates } from "../instrument/library.ts";
import { instrumentCalled, testProtocol } from "../testing/test-protocol.ts";
import { allocate, williamsSquare } from "./allocate.ts";
import { checkProtocol } from "./check-protocol.ts";
import { protocolHash } from "./freeze-protocol.ts";
import { PROTOCOL_FILE_MAX_LENGTH, readProtocol } from "./read-protocol.ts";
import type { StudyProtocol } from "./protocol.ts";

const whole = (fields: Partial<StudyProtocol> = {}): string => JSON.stringify(testProtocol(fields), null, 2);

/** The line of the first place with these words, from 1. */
const lineWith = (text: string, words: string): number =>
  text.slice(0, text.indexOf(words)).split("\n").length;

/** A change to the file's text, and what has to be said of it. */
type Broken = readonly [name: string, text: string, path: string, reason: RegExp, line?: number];

function broken(): readonly Broken[] {
  const text = whole();
  const change = (from: string, to: string): string => {
    if (!text.includes(from)) throw new Error(`The file has no ${from}`);
    return text.replace(from, to);
  };
  const made = (fields: Partial<StudyProtocol>): string => whole(fields);
  const { tasks, sampling } = testProtocol();
  const task = (index: number, fields: object) =>
    tasks.map((each, place) => (place === index ? { ...each, ...fields } : each)) as StudyProtocol["tasks"];
  const phq = instrumentCalled("phq-9");
  const mood = (fields: object) => made({ tasks: task(1, { instrument: { ...phq, ...fields } }) });
  if (sampling === undefined) throw new Error("The test’s protocol has sampling");
  const [scale] = phq.scales;
  return [
    ["nothing", "", "", /ends in the middle/u, 1],
    ["other words", "Dear all,", "", /not written as JSON/u, 1],
    ["a list", "[]", "", /expected object/u, 1],
    ["a number", "12", "", /expected object/u, 1],
    ["cut off", text.slice(0, 400), "", /not closed|ends in the middle/u],
    [
      "a comma too many",
      change('"version": "1.0",', '"version": "1.0",,'),
      "",
      /name in quotation marks/u,
      4,
    ],
    ["a comma at the end", `${text.slice(0, -2)},\n}`, "", /comma before the end/u],
    ["a comma too few", change('"version": "1.0",', '"version": "1.0"'), "", /comma is missing/u, 5],
    ["single quotes", change('"title"', "'title'"), "", /quotation marks/u, 3],
    ["a colon too few", change('"title":', '"title"'), "", /colon/u, 3],
    ["a comment", change('"title"', '// who\n"title"'), "", /quotation marks/u, 3],
    ["a text over two lines", change("Writing and", "Writing\nand"), "", /not closed/u, 3],
    ["a wrong escape", change("Writing and", "Writing \\x and"), "", /not written as JSON/u, 3],
    ["something after the end", `${text}x`, "", /after the end/u],
    ["two documents", `${text}${text}`, "", /after the end/u],
    ["NaN", change("20261", "NaN"), "", /not written as JSON/u],
    ["a name twice", change('"title"', '"title": "Another",\n"title"'), "", /“title” stands here twice/u, 4],
    ["endless depth", "[".repeat(200), "", /too deeply/u, 1],
    ["a huge file", " ".repeat(PROTOCOL_FILE_MAX_LENGTH + 1), "", /too large/u, 1],
    ["another format", change("study-protocol/1", "study-protocol/9"), "schema", /study-protocol\/1/u, 2],
    ["no title", change('"title": "Writing and feeling",', ""), "title", /missing/u],
    ["an empty title", change("Writing and feeling", " "), "title", /no title/u, 3],
    ["a title that is a number", change('"Writing and feeling"', "4"), "title", /must be text/u, 3],
    ["an unknown field", change('"version"', '"colour": "red",\n"version"'), "", /not known: “colour”/u],
    ["half a character", change("Writing and", "Writing \\ud83d and"), "title", /well-formed/u, 3],
    ["another language", change('"language": "en"', '"language": "fr"'), "language", /"en"\|"de"/u, 5],
    ["nobody to reach", made({ contact: "" }), "contact", /whom they can reach/u],
    ["no consent", made({ consents: [] }), "consents", /no text to consent/u],
    ["one version twice", change('"version": "2"', '"version": "1"'), "consents[1]", /same version/u],
    ["no arms", made({ arms: [] }), "arms", />=1/u],
    ["two arms of one id", change('"id": "reading"', '"id": "writing"'), "arms[1]", /same id/u],
    [
      "an uneven block",
      made({ allocation: { seed: 1, block: 3 } }),
      "allocation.block",
      /cannot be shared evenly/u,
    ],
    ["a seed with a fraction", change("20261", "1.5"), "allocation.seed", /whole number/u],
    ["an unknown order", change('"latin-square"', '"alphabetical"'), "order", /"fixed"/u],
    ["no tasks", made({ tasks: [] }), "tasks", /nothing to do/u],
    [
      "an unknown task",
      change('"kind": "affect-grid"', '"kind": "mind-reading"'),
      "tasks[3].kind",
      /expected|Invalid/u,
    ],
    ["two tasks of one id", change('"id": "grid"', '"id": "slider1"'), "tasks[3]", /same id/u],
    ["an id with a space", change('"id": "grid"', '"id": "my grid"'), "tasks[3].id", /small letters/u],
    [
      "a task for an unknown arm",
      made({ tasks: task(5, { arms: ["dreaming"] }) }),
      "tasks[5].arms",
      /no arm “dreaming”/u,
    ],
    ["a question without words", made({ tasks: task(2, { prompt: "" }) }), "tasks[2].prompt", /no question/u],
    [
      "a retest of nothing",
      made({ tasks: task(7, { retestOf: "yesterday" }) }),
      "tasks[7].retestOf",
      /no earlier task/u,
    ],
    [
      "a retest of something else",
      made({ tasks: task(7, { retestOf: "grid" }) }),
      "tasks[7].retestOf",
      /same measure/u,
    ],
    ["a page without words", made({ tasks: task(0, { text: "" }) }), "tasks[0].text", /no words/u],
    [
      "two items of one id",
      change('"id": "phq2"', '"id": "phq1"'),
      "tasks[1].instrument.items[1]",
      /same id/u,
    ],
    [
      "an item without words",
      change("Trouble falling or staying asleep, or sleeping too much", ""),
      "tasks[1].instrument.items[2].text",
      /no words yet/u,
    ],
    [
      "one answer only",
      mood({ responses: [{ value: 0, label: "No" }] }),
      "tasks[1].instrument.responses",
      />=2/u,
    ],
    [
      "two answers of one value",
      mood({
        responses: [
          { value: 0, label: "No" },
          { value: 0, label: "Yes" },
        ],
      }),
      "tasks[1].instrument.responses[1]",
      /same value/u,
    ],
    [
      "a score of an unknown item",
      mood({ scales: [{ ...scale, items: ["phq1", "phq99"], bands: [] }] }),
      "tasks[1].instrument.scales[0].items[1]",
      /no item “phq99”/u,
    ],
    [
      "a score of nothing",
      mood({ scales: [{ ...scale, mostMissing: 9 }] }),
      "tasks[1].instrument.scales[0].mostMissing",
      /rest on nothing/u,
    ],
    [
      "ranges that overlap",
      mood({
        scales: [
          {
            ...scale,
            bands: [
              { from: 0, to: 9, words: "a" },
              { from: 5, to: 27, words: "b" },
            ],
          },
        ],
      }),
      "tasks[1].instrument.scales[0].bands[1]",
      /overlap/u,
    ],
    [
      "a range outside",
      mood({ scales: [{ ...scale, bands: [{ from: 0, to: 99, words: "a" }] }] }),
      "tasks[1].instrument.scales[0].bands[0]",
      /from 0 to 27/u,
    ],
    [
      "care for an unknown item",
      mood({ safety: [{ itemId: "phq99", from: 1 }] }),
      "tasks[1].instrument.safety[0].itemId",
      /no item/u,
    ],
    [
      "a time that is none",
      change('"from": "09:00"', '"from": "25:00"'),
      "sampling.awake.from",
      /time of day/u,
    ],
    [
      "a day without length",
      made({ sampling: { ...sampling, awake: { from: "09:00", to: "09:00" } } }),
      "sampling.awake",
      /no length/u,
    ],
    [
      "more prompts than the day holds",
      made({ sampling: { ...sampling, perDay: 20, answerWithinMinutes: 60 } }),
      "sampling",
      /do not fit/u,
    ],
    [
      "a long task in a day",
      made({ sampling: { ...sampling, tasks: [{ ...tasks[6], id: "long" }] as never } }),
      "sampling.tasks[0].kind",
      /middle of a day/u,
    ],
    [
      "a prompt’s task of a known id",
      made({ sampling: { ...sampling, tasks: [{ ...sampling.tasks[0], id: "grid" }] as never } }),
      "sampling.tasks[0].id",
      /same id/u,
    ],
  ];
}

describe("a protocol’s file", () => {
  it("SY1 is read as it was written", () => {
    const reading = readProtocol(`\ufeff${whole()}\n`);
    expect(reading).toEqual({ kind: "read", protocol: testProtocol() });
  });

  it("SY1 is refused whole with line, place and reason, in more than fifty ways", () => {
    const all = broken();
    expect(all.length).toBeGreaterThanOrEqual(50);
    for (const [name, text, path, reason, line] of all) {
      const reading = readProtocol(text);
      if (reading.kind === "read") throw new Error(`“${name}” was read`);
      const fault = reading.faults.find((each) => each.path === path);
      expect(fault?.reason, `${name}: ${JSON.stringify(reading.faults.slice(0, 3))}`).toMatch(reason);
      expect(fault?.line, name).toBeGreaterThan(0);
      if (line !== undefined) expect(fault?.line, name).toBe(line);
    }
  });

  it("SY1 names the line of a fault deep inside", () => {
    const text = whole().replace("Trouble falling or staying asleep, or sleeping too much", "");
    const reading = readProtocol(text);
    const expected = lineWith(text, '"text": ""');
    expect(reading.kind === "faulty" && reading.faults[0]?.line).toBe(expected);
  });

  it("SY1 never throws, whatever is done to it", () => {
    const text = whole();
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.string({ unit: "binary", maxLength: 3 }),
        fc.nat(4),
        (at, put, cut) => {
          const reading = readProtocol(text.slice(0, at) + put + text.slice(at + cut));
          expect(["read", "faulty"]).toContain(reading.kind);
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  it("SY2 cannot be frozen with an item that has no words, as in a template", () => {
    const [template] = instrumentTemplates("en");
    if (template === undefined) throw new Error("There are templates");
    const tasks = [{ kind: "questionnaire", id: "who", title: "Well-being", instrument: template }] as const;
    expect(checkProtocol(testProtocol({ tasks })).map(({ reason }) => reason)).toEqual(
      template.items.map(() => "this item has no words yet"),
    );
  });
});

describe("the hash of a protocol", () => {
  it("SY3 does not care for the order of fields, and tells every change of a word, a seed or an order", () => {
    const protocol = testProtocol();
    const turned = Object.fromEntries(Object.entries(protocol).reverse()) as unknown as StudyProtocol;
    expect(protocolHash(turned)).toBe(protocolHash(protocol));
    const text = JSON.stringify(protocol);
    const others = [
      testProtocol({ allocation: { seed: 20_262, block: 4 } }),
      testProtocol({ order: "fixed" }),
      testProtocol({ tasks: protocol.tasks.toReversed() }),
      JSON.parse(text.replace("how you feel.", "how you feel!")) as StudyProtocol,
    ];
    expect(new Set([protocol, ...others].map(protocolHash)).size).toBe(5);
  });
});

describe("chance", () => {
  it("SY4 shares every block evenly among the arms, in an order that the seed decides", () => {
    const protocol = testProtocol();
    const arms = Array.from({ length: 400 }, (_, index) => allocate(protocol, index + 1).armId);
    for (let from = 0; from < 400; from += 4) {
      expect(arms.slice(from, from + 4).filter((arm) => arm === "writing").length).toBe(2);
    }
    const other = testProtocol({ allocation: { seed: 5, block: 4 } });
    expect(Array.from({ length: 400 }, (_, index) => allocate(other, index + 1).armId)).not.toEqual(arms);
    // Six orders of a block of four in two arms are possible; all of them come.
    expect(
      new Set(Array.from({ length: 100 }, (_, block) => arms.slice(4 * block, 4 * block + 4).join())).size,
    ).toBe(6);
  });

  it("SY5 gives each task each place, and each other task before it, equally often within an arm", () => {
    const protocol = testProtocol();
    const orders = Array.from({ length: 240 }, (_, index) => allocate(protocol, index + 1))
      .filter(({ armId }) => armId === "reading")
      .map(({ order }) => order.filter((id) => ["slider1", "grid", "label"].includes(id)));
    expect(orders.length).toBe(120);
    for (const id of ["slider1", "grid", "label"]) {
      for (const place of [0, 1, 2]) expect(orders.filter((order) => order[place] === id).length).toBe(40);
    }
    const before = orders.flatMap((order) => [
      `${order[0] ?? ""}>${order[1] ?? ""}`,
      `${order[1] ?? ""}>${order[2] ?? ""}`,
    ]);
    for (const pair of new Set(before)) expect(before.filter((each) => each === pair).length).toBe(40);
    expect(new Set(before).size).toBe(6);
  });

  it("SY5 leaves tasks that may not move where they are, and those of other arms away", () => {
    const { order, armId } = allocate(testProtocol({ order: "shuffled" }), 3);
    expect(order.slice(0, 2)).toEqual(["welcome", "mood"]);
    expect(order.includes("story")).toBe(armId === "writing");
    expect(order.at(-1)).toBe("slider2");
  });

  it("SY5 uses Williams’ squares", () => {
    // Williams 1949; the square for four treatments as printed in Jones and Kenward, Design and Analysis of Cross-Over
    // Trials: 0 1 3 2 / 1 2 0 3 / 2 3 1 0 / 3 0 2 1.
    expect(williamsSquare(4)).toEqual([
      [0, 1, 3, 2],
      [1, 2, 0, 3],
      [2, 3, 1, 0],
      [3, 0, 2, 1],
    ]);
    for (const n of [1, 2, 3, 5, 6, 7]) {
      const rows = williamsSquare(n);
      const pairs = rows.flatMap((row) =>
        row.slice(1).map((each, index) => `${String(row[index])} ${String(each)}`),
      );
      const counts = new Set([...new Set(pairs)].map((pair) => pairs.filter((each) => each === pair).length));
      expect(counts.size, String(n)).toBeLessThanOrEqual(1);
      expect(new Set(pairs).size).toBe(n * (n - 1));
    }
  });
});
