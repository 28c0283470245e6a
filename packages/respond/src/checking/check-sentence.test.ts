import { describe, expect, test } from "vitest";

import cases from "./check-cases.json" with { type: "json" };
import { checkSentence } from "./check-sentence.ts";
import { replacementFor } from "./replacement-for.ts";

const RULES = Object.keys(cases.rules) as (keyof typeof cases.rules)[];

describe.each(RULES)("[K1] the rule %s", (rule) => {
  const { fail, pass } = cases.rules[rule];

  test("is held against at least 20 failing and 20 passing sentences", () => {
    expect(fail.length).toBeGreaterThanOrEqual(20);
    expect(pass.length).toBeGreaterThanOrEqual(20);
  });

  test.each(fail)("finds: %s", (sentence) => {
    expect(checkSentence(sentence, { language: "en" }).map((broken) => broken.rule)).toContain(rule);
  });

  test.each(pass)("passes: %s", (sentence) => {
    expect(checkSentence(sentence, { language: "en", contacts: cases.contacts })).toEqual([]);
  });
});

test("[K2] at least 100 good empathic sentences pass every rule", () => {
  expect(cases.good.length).toBeGreaterThanOrEqual(100);
  const failing = cases.good.filter((sentence) => checkSentence(sentence, { language: "en" }).length > 0);
  expect(failing).toEqual([]);
});

test("[K3] a contact from the checked table passes word for word, and no other", () => {
  const contacts = ["116 123", "https://findahelpline.com", "jo@samaritans.org"];
  const check = (text: string) => checkSentence(text, { language: "en", contacts }).length;
  expect(check("You can call 116 123 at any hour.")).toBe(0);
  expect(check("There is a list at findahelpline.com.")).toBe(0);
  expect(check("Write to jo@samaritans.org.")).toBe(0);
  expect(check("You can call 116 124 at any hour.")).toBe(1);
  expect(check("There is a list at findahelpline.org.")).toBe(1);
  expect(check("There is a list at https://findahelpline.com/evil.")).toBe(1);
});

test("[K4] every replacement passes every rule itself", () => {
  for (const rule of RULES) {
    for (const language of ["en", "de"] as const) {
      expect(checkSentence(replacementFor(rule, language), { language })).toEqual([]);
    }
  }
});
