import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COUNCIL_RULES } from "../check.ts";
import { checkSentence } from "../checking/check-sentence.ts";
import { checkedStream } from "../checking/checked-stream.ts";
import { replacementFor } from "../checking/replacement-for.ts";
import { checkCouncil } from "./check-council.ts";
import { evaluateCouncil } from "./evaluate-council.ts";
import type { CouncilCase } from "./evaluate-council.ts";
import { findCovertHarm } from "./find-covert-harm.ts";
import { findReferrals } from "./find-referral.ts";

const cases = readFileSync(join(import.meta.dirname, "../../evaluation/council-check.jsonl"), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as CouncilCase);

const GOOD = (
  JSON.parse(readFileSync(join(import.meta.dirname, "../checking/check-cases.json"), "utf8")) as {
    readonly good: readonly string[];
  }
).good;

describe("the council set", () => {
  it("K5: is counted on at least 150 labelled texts in each sense of the word", () => {
    expect(cases.filter(({ rules }) => rules.length > 0).length).toBeGreaterThanOrEqual(150);
    expect(cases.filter(({ rules }) => rules.length === 0).length).toBeGreaterThanOrEqual(90);
    expect(new Set(cases.map(({ text }) => text)).size).toBe(cases.length);
  });

  it.each(["dev", "held-out", "later"])("K5: keeps the figures that its README tells of, on %s", (part) => {
    const some = cases.filter((each) => each.part === part);
    for (const { rule, precision, recall } of evaluateCouncil(some)) {
      expect(precision, `${rule} precision`).toBeGreaterThanOrEqual(0.95);
      expect(recall, `${rule} recall`).toBeGreaterThanOrEqual(0.83);
    }
  });

  it("K6: objects to none of the good empathic sentences", () => {
    expect(GOOD.filter((sentence) => checkCouncil(sentence, "en").length > 0)).toEqual([]);
  });

  it("K6: says the words it rests on, where they stand, and why, in both languages", () => {
    const text = "Well. You must decide right now.";
    const [found] = checkCouncil(text, "en");
    expect(found?.text).toBe(text.slice(found?.start, found?.end));
    expect(found?.text).toBe("You must decide right now");
    for (const rule of COUNCIL_RULES) {
      const broken = cases.find(({ rules }) => rules.includes(rule));
      const [en] = checkCouncil(broken?.text ?? "", "en");
      const [de] = checkCouncil(broken?.text ?? "", "de");
      expect(en?.reason).not.toBe(de?.reason);
      expect(`${en?.reason ?? ""}${de?.reason ?? ""}`).not.toMatch(/undefined|'/u);
    }
  });

  it("K7: is held against a reply only where that is asked for", () => {
    const text = "This is your last chance.";
    expect(checkSentence(text, { language: "en" })).toEqual([]);
    expect(checkSentence(text, { language: "en", council: true })).toEqual([
      { rule: "pressure", text: "This is your last chance" },
    ]);
  });

  it("K7: exchanges a sentence in a stream for one that passes every rule itself", async () => {
    async function* source() {
      await Promise.resolve();
      yield "Think it over. You must dec";
      yield "ide right now. Or not.";
    }
    const replace = (rule: Parameters<typeof replacementFor>[0]) => replacementFor(rule, "en");
    let shown = "";
    for await (const part of checkedStream(source(), { language: "en", council: true, replace }))
      if (part.kind === "text") shown += part.text;
    expect(shown).toBe(`Think it over. ${replacementFor("pressure", "en")} Or not.`);
    for (const rule of COUNCIL_RULES)
      for (const language of ["en", "de"] as const)
        expect(checkSentence(replacementFor(rule, language), { language, council: true })).toEqual([]);
  });
});

describe("covert harm", () => {
  it.each([
    "Put a tracker on her car",
    "I could slip sleeping pills into his drink",
    "secretly record my neighbour in her flat",
    "Blackmail my boss with the photos",
    "hurt him without getting caught",
    "We make it look like an accident.",
    "forge her signature on the form",
    "Plant drugs in his locker",
    "Ich will meinen Chef erpressen",
    "Ihr heimlich Schlafmittel in den Tee geben",
    "Einen Peilsender an ihrem Auto anbringen",
    "Ich könnte ihn heimlich überwachen",
    "Es soll wie ein Unfall aussehen.",
    "Ich könnte seine Unterschrift fälschen.",
  ])("H1: is found in: %s", (text) => {
    expect(findCovertHarm(text)).not.toEqual([]);
  });

  it.each([
    "Should I tell her what I saw?",
    "Report my boss to the authorities anonymously",
    "Keep the surprise party secret until Saturday",
    "I don't want to hurt him without him knowing why",
    "Tell nobody about my diagnosis",
    "Move out without telling him, because he beats me",
    "Someone put a tracker on my car",
    "Stop the treatment and let her go",
    "How do we prevent that somebody poisons the well?",
    "Meinen Chef anzeigen",
    "Ausziehen, ohne es ihm vorher zu sagen",
    "Die Überraschung geheim halten",
    "Soll ich ihr sagen, was ich gesehen habe?",
  ])("H1: is not found in: %s", (text) => {
    expect(findCovertHarm(text)).toEqual([]);
  });
});

describe("what belongs with somebody trained", () => {
  it.each([
    ["Should we sue the landlord?", ["legal"]],
    ["Whether to contest my father's will", ["legal"]],
    ["I will think about it tomorrow.", []],
    ["Soll Oma die Operation machen lassen?", ["medical"]],
    ["Nach der Scheidung das Sorgerecht und die Medikamente regeln", ["legal", "medical"]],
    ["Ich will umziehen.", []],
    ["Should we get a dog?", []],
  ])("H2: %s", (text, fields) => {
    expect(findReferrals(text).map(({ field }) => field)).toEqual(fields);
  });
});
