import type { RiskLatch, Turn } from "@openempathic/govern";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { checkSentence } from "../checking/check-sentence.ts";
import type { ReplyLanguage } from "../plan.ts";
import { planReply } from "../planning/plan-reply.ts";
import { listen } from "./listen.ts";
import conversations from "./listening-conversations.json" with { type: "json" };

const NO_RISK: RiskLatch = { level: "none", about: null, reason: "", safeAnswers: 0 };
const UNKNOWN = { categories: {}, dimensions: {} };

interface Exchange {
  readonly said: string;
  readonly reply: string;
}

function converse(lines: readonly string[], language: ReplyLanguage, seed = 0): readonly Exchange[] {
  const turns: Turn[] = [];
  return lines.map((said) => {
    turns.push({ role: "person", text: said });
    const plan = planReply({ turns, state: UNKNOWN, risk: NO_RISK, language });
    const reply = listen({ plan, turns, state: UNKNOWN, seed });
    turns.push({ role: "assistant", text: reply });
    return { said, reply };
  });
}

function reply(text: string, language: ReplyLanguage = "en"): string {
  return converse([text], language)[0]?.reply ?? "";
}

describe.each(Object.entries(conversations))("in the conversation %s", (_, { language, lines }) => {
  const talk = converse(lines, language as ReplyLanguage);

  test("[L1] no reply is repeated", () => {
    expect(new Set(talk.map((exchange) => exchange.reply)).size).toBe(lines.length);
  });

  test("[L2] no two replies in a row begin alike", () => {
    const openings = talk.map((exchange) =>
      exchange.reply
        .toLowerCase()
        .split(/[\s,.!?;:]+/)
        .slice(0, 2)
        .join(" "),
    );
    expect(openings.filter((opening, index) => opening === openings[index - 1])).toEqual([]);
  });

  test("[L3] one question at most, and none right after a question", () => {
    const marks = talk.map((exchange) => exchange.reply.split("?").length - 1);
    expect(marks.filter((count) => count > 1)).toEqual([]);
    expect(marks.filter((count, index) => count > 0 && (marks[index - 1] ?? 0) > 0)).toEqual([]);
  });

  test("[L4] every reply passes every rule of the check", () => {
    const failing = talk.flatMap((exchange) => checkSentence(exchange.reply, { language: "en" }));
    expect(failing).toEqual([]);
  });

  test("[L5] replies are short: at most four sentences and 60 words besides the note", () => {
    for (const { reply: text } of talk) {
      const spoken = text.split("\n\n")[0] ?? "";
      expect(spoken.split(/[.!?…]+(?:\s|$)/).filter(Boolean).length).toBeLessThanOrEqual(4);
      expect(spoken.split(/\s+/).length).toBeLessThanOrEqual(60);
    }
  });

  test("[L6] says once, with the first reply, that no language model is connected", () => {
    // A first answer may say it in its own words; then no note follows.
    expect(talk[0]?.reply).toMatch(/no language model is connected|kein Sprachmodell verbunden/);
    expect(talk.slice(1).filter((exchange) => exchange.reply.includes("\n\n("))).toEqual([]);
  });
});

test("[L7] gives back what was said, turned around", () => {
  expect(reply("I lost my job and my wife isn't talking to me")).toMatch(
    /you lost your job, and your wife isn't talking to you\./i,
  );
  expect(reply("My sister died in May and I was with her")).toMatch(
    /your sister died in May, and you were with her/i,
  );
  expect(reply("Mein Mann hat mich verlassen und ich schlafe nicht mehr", "de")).toMatch(
    /dein Mann hat dich verlassen, und du schläfst nicht mehr/i,
  );
});

test("[L8] never gives back a judgement that people pass on themselves", () => {
  for (const text of [
    "I am such a failure",
    "I'm worthless and everyone knows it",
    "I hate myself so much today",
  ]) {
    expect(reply(text)).not.toMatch(/failure|worthless|hate yourself/i);
  }
});

test("[L9] parrots no garbage", () => {
  for (const text of [
    "asdkjh qwlkrj zxcmnv",
    "😂😂😂",
    "http://x.y/z <b>hi</b>",
    "…",
    "%%%% ####",
    "\ud800",
  ]) {
    const answer = reply(text);
    for (const word of text.split(/\s+/)) if (word.length > 3) expect(answer).not.toContain(word);
  }
});

test("[L10] says plainly which languages it understands", () => {
  expect(reply("Je suis tellement fatigué et je ne sais pas pourquoi")).toContain("English and German");
  expect(reply("Мне очень грустно сегодня")).toContain("English and German");
});

test("[L11] says plainly that it has no facts without a language model", () => {
  expect(reply("What is the capital of Peru?")).toMatch(/language model/);
  expect(reply("Wie hoch ist der Eiffelturm?", "de")).toMatch(/Sprachmodell/);
});

test("[L12] says that it is a program when asked", () => {
  for (const text of ["are you real?", "Are you a human?", "am I talking to a bot?"]) {
    expect(reply(text)).toMatch(/program|software/i);
  }
  expect(reply("Bist du ein Mensch?", "de")).toMatch(/Programm|Software/);
});

test("[L13] lets a person go in one turn, without a question", () => {
  for (const [text, language] of [
    ["Okay, bye", "en"],
    ["I have to go now", "en"],
    ["Gute Nacht", "de"],
  ] as const) {
    const talk = converse(["I had a long day at work today", text], language);
    expect(talk[1]?.reply).not.toContain("?");
    expect(checkSentence(talk[1]?.reply ?? "", { language })).toEqual([]);
  }
});

test("[L14] asks nothing of a person who wants to be left alone", () => {
  expect(reply("Leave me alone")).not.toContain("?");
  expect(reply("Lass mich in Ruhe", "de")).not.toContain("?");
});

test("[L15] asks once, gently and directly, when something worrying was said", () => {
  const turns: Turn[] = [{ role: "person", text: "Nothing has any point anymore these days" }];
  const risk: RiskLatch = { level: "concern", about: "self", reason: "", safeAnswers: 0, sinceMs: 0 };
  const plan = planReply({ turns, state: UNKNOWN, risk, language: "en" });
  const first = listen({ plan, turns, state: UNKNOWN });
  expect(first).toContain("are there thoughts of not wanting to be alive?");
  const later: Turn[] = [
    ...turns,
    { role: "assistant", text: first },
    { role: "person", text: "No, I'm only so tired of it all" },
  ];
  expect(listen({ plan, turns: later, state: UNKNOWN })).not.toContain("not wanting to be alive");
});

test("[L16] the same conversation and seed give the same reply, another seed other words", () => {
  const lines = ["I had a fight with my sister", "She never listens to me"];
  expect(converse(lines, "en", 3)).toEqual(converse(lines, "en", 3));
  const variants = new Set([1, 2, 3, 4, 5, 6].map((seed) => converse(lines, "en", seed)[1]?.reply));
  expect(variants.size).toBeGreaterThan(2);
});

test("[L17] answers anything at all, in both languages, without failing", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.constantFrom("en", "de"),
      (text, language) => {
        expect(reply(text, language).length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 60 },
  );
});

test("[L17] answers ten megabytes in under a second", () => {
  const start = performance.now();
  expect(reply("I am so tired of all of this. ".repeat(350_000)).length).toBeGreaterThan(0);
  expect(performance.now() - start).toBeLessThan(1000);
});
