import type { RiskLatch, Turn } from "@openempathic/govern";
import { expect, test } from "vitest";

import type { ReplyLanguage } from "../plan.ts";
import { planReply } from "../planning/plan-reply.ts";
import { CRISIS_WORDS_EN } from "../crisis/crisis-words-en.ts";
import { CRISIS_WORDS_DE } from "../crisis/crisis-words-de.ts";
import { checkSentence } from "../checking/check-sentence.ts";
import { listen } from "./listen.ts";
import { listenerWords } from "./listener-words.ts";

const NO_RISK: RiskLatch = { level: "none", about: null, reason: "", safeAnswers: 0 };
const UNKNOWN = { categories: {}, dimensions: {} };

function replies(lines: readonly string[], language: ReplyLanguage = "en"): readonly string[] {
  const turns: Turn[] = [];
  return lines.map((text) => {
    turns.push({ role: "person", text });
    const plan = planReply({ turns, state: UNKNOWN, risk: NO_RISK, language });
    const reply = listen({ plan, turns, state: UNKNOWN });
    turns.push({ role: "assistant", text: reply });
    return reply;
  });
}

function last(lines: readonly string[], language: ReplyLanguage = "en"): string {
  return replies(lines, language).at(-1) ?? "";
}

test.each([
  ["she said it was just a joke", "en"],
  ["My husband goes to work and just leaves", "en"],
  ["everyone says enjoy every moment", "en"],
  ["mathe schulaufgabe verhauen schon wieder", "de"],
] as const)("[P14] nothing is celebrated that was not said to be good: “%s”", (text, language) => {
  const pleasant = { categories: {}, dimensions: { valence: { mean: 0.9, sd: 0.05 } } };
  const turns: readonly Turn[] = [{ role: "person", text }];
  const plan = planReply({ turns, state: pleasant, risk: NO_RISK, language });
  expect(listen({ plan, turns, state: pleasant })).not.toMatch(
    /lovely|wonderful|congratulations|great|good news|wie schön|Glückwunsch|großartig/i,
  );
});

test("[L18] a person is answered in the language that they write in, whatever is set", () => {
  expect(last(["I lost my keys and my wallet today"], "de")).toMatch(/sorry|hard|rough|easy/i);
  expect(last(["ich hatte heute so einen doofen tag"], "en")).toMatch(/das|tut|nicht|schwer/i);
});

test("[L19] a correction is accepted, and a wish not to be repeated is kept", () => {
  expect(last(["My sister isn't talking to me", "that's not what I meant"])).toMatch(
    /sorry|wrong|isn’t helping|less/,
  );
  const after = replies([
    "my boss yelled at me",
    "can you stop repeating what I say",
    "he always does this to me",
    "I hate it there",
  ]);
  expect(after.slice(2).join(" ")).not.toMatch(/he always does|you hate it/i);
});

test("[L20] no three replies in a row give back the person's own words", () => {
  const talk = replies([
    "my roommate never does the dishes",
    "I've asked her three times",
    "we're both on the lease until June",
    "I put up a list on the fridge",
    "my phone is broken too",
  ]);
  const echoes = talk.map((reply) => /^(?:your? |you've|you're)/i.test(reply));
  expect(echoes.some((echo, index) => echo && echoes[index + 1] === true && echoes[index + 2] === true)).toBe(
    false,
  );
});

test("[L21] advice comes when asked for, and on what it was asked about", () => {
  expect(last(["I have an exam tomorrow and I can't stop panicking", "how do I calm down"])).toMatch(
    /breath/,
  );
  expect(last(["what should I cook tomorrow"])).not.toMatch(/friend|week|letter/);
  expect(last(["how do I lower my blood pressure"])).toMatch(/language model|guess/);
});

test("[L22] a name and a span of years are met", () => {
  expect(last(["my cat is asleep on my keyboard", "her name is Miso"])).toContain("Miso");
  expect(last(["We were married for 41 years"])).toContain("41 years");
});

test("[L23] questions about oneself, about what will be and about what could have been get no made-up answer", () => {
  expect(last(["Meine Freundin hat Schluss gemacht", "Meinst du sie kommt zurück?"], "de")).toMatch(
    /weiß|sagen/,
  );
  expect(last(["I had to put my dog to sleep", "should I have waited?"])).toMatch(/can’t|don’t know/);
});

test("[L24] our own words have typographic apostrophes, and the person's words keep theirs", () => {
  const own = [listenerWords("en"), listenerWords("de"), CRISIS_WORDS_EN, CRISIS_WORDS_DE];
  for (const words of own) expect(JSON.stringify(words)).not.toMatch(/\p{L}'\p{L}/u);
  expect(last(["I lost my job and my wife isn't talking to me"])).toContain("your wife isn't talking to you");
  expect(last(["I lost my job and my wife isn’t talking to me"])).toContain("your wife isn’t talking to you");
});

test("[L24] a sentence fails the check whichever apostrophe it is written with", () => {
  for (const text of ["You're angry.", "I'm a human being.", "Don't be sad."]) {
    const straight = checkSentence(text, { language: "en" });
    const typographic = checkSentence(text.replaceAll("'", "’"), { language: "en" });
    expect(straight).not.toEqual([]);
    expect(typographic.map(({ rule }) => rule)).toEqual(straight.map(({ rule }) => rule));
  }
});
