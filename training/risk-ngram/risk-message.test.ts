import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { evaluationSet } from "./evaluation-sets.ts";
import { nearDuplicates } from "./near-duplicates.ts";
import { faultOf, parseRiskMessages } from "./risk-message.ts";

const data = join(import.meta.dirname, "data");
const files = readdirSync(data).filter((name) => name.endsWith(".jsonl"));

it("a line without a level that fits is named, a sound one is read", () => {
  const line = '{"id":"x","text":"tea?","level":"none","about":null,"kind":"everyday"}';
  expect(faultOf(line)).toBeUndefined();
  expect(faultOf(line.replace("none", "calm"))).toBe("a level");
  expect(faultOf(line.replace("null", '"self"'))).toBe("an about that fits the level");
  expect(parseRiskMessages(line)[0]).toMatchObject({
    language: "en",
    turns: [{ role: "person", text: "tea?" }],
  });
  expect(() => parseRiskMessages("{}")).toThrow(RangeError);
});

it("two messages that differ in a mark are near duplicates, two of one length are not", () => {
  const say = (text: string) =>
    ({ ...parseRiskMessages(LINE)[0], turns: [{ role: "person", text }] }) as never;
  const [one, same, other] = [
    say("I am so tired today"),
    say("i am SO tired today!!"),
    say("the bus is late again"),
  ];
  expect(nearDuplicates([one, same, other], [])).toEqual(new Set([same]));
});

it("a message of another level in the same words stays, unless the judge is measured on it", () => {
  const line = LINE.replace('"text":""', '"text":"I am so tired today"');
  const [calm] = parseRiskMessages(line);
  const [grave] = parseRiskMessages(line.replace('"none","about":null', '"passive","about":"self"'));
  if (calm === undefined || grave === undefined) throw new Error("two messages are missing");
  expect(nearDuplicates([calm, grave], []).size).toBe(0);
  expect(nearDuplicates([grave], [calm])).toEqual(new Set([grave]));
});

const LINE = '{"id":"x","text":"","level":"none","about":null,"kind":"everyday"}';

it("every training message is well formed, and none nearly repeats a message that the judge is measured on", () => {
  expect(files.length).toBeGreaterThan(0);
  const cases = files.flatMap((name) => parseRiskMessages(readFileSync(join(data, name), "utf8")));
  expect(cases.length).toBeGreaterThan(3000);
  const judged = (["held-out", "blind", "blind-2"] as const).flatMap((name) => evaluationSet(name));
  expect(nearDuplicates(cases, judged).size).toBe(0);
}, 60_000);
