import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";

import type { CheckRule } from "../check.ts";
import checkCases from "./check-cases.json" with { type: "json" };
import { checkSentence } from "./check-sentence.ts";
import { checkedStream, type CheckedStreamOptions } from "./checked-stream.ts";
import type { CheckedPart } from "./reply-check.ts";
import { replacementFor } from "./replacement-for.ts";

// The default of five seconds is too short for a machine that does much else.
vi.setConfig({ testTimeout: 60_000 });

const EN = { language: "en", replace: (rule: CheckRule) => replacementFor(rule, "en") } as const;

async function* chunked(chunks: readonly string[]): AsyncIterable<string> {
  for (const chunk of chunks) {
    await Promise.resolve();
    yield chunk;
  }
}

async function collect(chunks: readonly string[], options: Partial<CheckedStreamOptions> = {}) {
  const parts: CheckedPart[] = [];
  for await (const part of checkedStream(chunked(chunks), { ...EN, ...options })) parts.push(part);
  return {
    parts,
    text: parts.map((part) => (part.kind === "text" ? part.text : "")).join(""),
    findings: parts.flatMap((part) => (part.kind === "finding" ? [part.finding] : [])),
  };
}

function cut(text: string, lengths: readonly number[]): string[] {
  const chunks: string[] = [];
  let at = 0;
  for (let turn = 0; at < text.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1;
    chunks.push(text.slice(at, at + length));
    at += length;
  }
  return chunks;
}

const CLEAN = [
  "That sounds like a lot to carry.",
  "I'm here, and there's no hurry.",
  "What would help, even a little, tonight?",
  "It sounds like you feel sad.\n\n- One thing.\n- *Another* thing.\n",
  "```js\nconst you = 'You feel sad. Call 0800 1234567';\n```\n",
  "Das klingt schwer. Möchtest du mehr erzählen? 😊",
  "e.g. 3.14 or 1,000,000 people, 2024-11-23.",
  "“Quoted words” — and a dash…",
  "I",
  " ",
  "\n",
];
const FAILING = [
  "You feel sad.",
  "Just cheer up!",
  "At least you have a job.",
  "I'm a real person.",
  "Please call 0800 123 4567 now.",
  "See example.com for more.",
  "Don't go yet.",
  "You probably have depression.",
  "Du bist traurig.",
  "Stell dich nicht so an.",
  "You're angry, and that's that.",
  "I think, to be honest, that you feel lonely today.",
];
/** Failing sentences of every rule in both languages: those of the check's own cases. */
const CASES = Object.values(checkCases.rules).flatMap(({ fail, pass }) => [fail, pass]);
const everyCase = fc.constantFrom(...CASES.flat());
const texts = fc
  .array(fc.constantFrom(...CLEAN, ...FAILING), { maxLength: 8 })
  .map((pieces) => pieces.join("\n"));
const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });

describe.each(["phrase", "sentence"] as const)("checkedStream holding by %s", (hold) => {
  test("[C1] passes clean text byte for byte, markdown, code and unicode included", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...CLEAN), { maxLength: 8 }),
        cuts,
        async (pieces, lengths) => {
          const text = pieces.join("\n");
          const result = await collect(cut(text, lengths), { hold });
          expect(result.text).toBe(text);
          expect(result.findings).toEqual([]);
        },
      ),
    );
  });

  test("[C2] releases the same text however the reply is cut into chunks", async () => {
    await fc.assert(
      fc.asyncProperty(texts, cuts, async (text, lengths) => {
        const whole = await collect([text], { hold });
        const pieces = await collect(cut(text, lengths), { hold });
        expect(pieces.text).toBe(whole.text);
        expect(pieces.findings).toEqual(whole.findings);
      }),
      { numRuns: 300 },
    );
  });

  test("[C3] never releases a failing phrase, not even for a moment", async () => {
    await fc.assert(
      fc.asyncProperty(texts, cuts, async (text, lengths) => {
        let shown = "";
        for await (const part of checkedStream(chunked(cut(text, lengths)), { ...EN, hold })) {
          if (part.kind === "text") shown += part.text;
          expect(checkSentence(shown, { language: "en" })).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("[C2, C3] holds for the sentences of every rule, in any order and cut anywhere", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(everyCase, { minLength: 1, maxLength: 3 }),
        cuts,
        async (sentences, lengths) => {
          const text = sentences.join(" ");
          let shown = "";
          for await (const part of checkedStream(chunked(cut(text, lengths)), { ...EN, hold })) {
            if (part.kind === "text") shown += part.text;
            // The reply goes on: what only fails at the end of a sentence has not failed yet.
            expect(checkSentence(`${shown} xyz`, { language: "en" })).toEqual([]);
          }
          expect(checkSentence(shown, { language: "en" })).toEqual([]);
          expect(shown).toBe((await collect([text], { hold })).text);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("[C2] holds for any text at all, unicode and lone surrogates included", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 80 }), cuts, async (text, lengths) => {
        const whole = await collect([text], { hold });
        expect((await collect(cut(text, lengths), { hold })).text).toBe(whole.text);
      }),
    );
  });

  test("[C4] asks for another wording once and takes it when it passes", async () => {
    const asked: string[] = [];
    const regenerate = (failed: string) => {
      asked.push(failed);
      return Promise.resolve("It sounds as though today was hard.");
    };
    const { text, findings } = await collect(["Okay. You feel", " sad. Go on."], { hold, regenerate });
    expect(text).toBe("Okay. It sounds as though today was hard. Go on.");
    expect(asked).toEqual(["You feel sad."]);
    expect(findings).toEqual([{ rule: "feeling-as-fact", text: "You feel sad", outcome: "regenerated" }]);
  });

  test("[C4] replaces a sentence whose new wording fails, is missing or throws", async () => {
    for (const regenerate of [
      () => Promise.resolve("You are so sad."),
      () => Promise.resolve(undefined),
      () => Promise.reject(new Error("gone")),
    ]) {
      const { text, findings } = await collect(["Okay. You feel sad."], { hold, regenerate });
      expect(text).toBe(`Okay. ${replacementFor("feeling-as-fact", "en")}`);
      expect(findings[0]?.outcome).toBe("replaced");
    }
  });

  test("[C5] shows the same replacement only once", async () => {
    const { text, findings } = await collect(["You feel sad. You are angry. It sounds hard."], { hold });
    expect(text.split(replacementFor("feeling-as-fact", "en")).length - 1).toBe(1);
    expect(text.endsWith("It sounds hard.")).toBe(true);
    expect(findings).toHaveLength(2);
  });

  test("[C7] leaves code fences and JSON alone and checks the prose around them", async () => {
    const json = '{"note": "You feel sad. Call 0800 1234567."}';
    expect((await collect(cut(json, [3]), { hold })).text).toBe(json);
    const fenced = "Here:\n```\nYou feel sad.\n```\nYou feel sad.";
    const { text } = await collect(cut(fenced, [2]), { hold });
    expect(text.startsWith("Here:\n```\nYou feel sad.\n```\n")).toBe(true);
    expect(text.endsWith("You feel sad.")).toBe(false);
  });

  test("[C8] throws the signal's reason at once while the source hangs, and closes the source", async () => {
    const controller = new AbortController();
    let closed = false;
    const hanging: AsyncIterable<string> = {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise<never>(() => undefined),
        return: () => {
          closed = true;
          return Promise.resolve({ done: true, value: undefined });
        },
      }),
    };
    const reading = (async () => {
      const parts: CheckedPart[] = [];
      for await (const part of checkedStream(hanging, { ...EN, hold, signal: controller.signal }))
        parts.push(part);
    })();
    controller.abort(new Error("stop"));
    await expect(reading).rejects.toThrow("stop");
    expect(closed).toBe(true);
  });

  test("[C8] passes the source's own error on", async () => {
    async function* breaking() {
      await Promise.resolve();
      yield "Hello. ";
      throw new Error("dropped");
    }
    await expect(async () => {
      const parts: CheckedPart[] = [];
      for await (const part of checkedStream(breaking(), { ...EN, hold })) parts.push(part);
    }).rejects.toThrow("dropped");
  });

  test("[C9] takes time in proportion to the length of the text", async () => {
    const run = async (text: string) => {
      const start = performance.now();
      await collect(cut(text, [4]), { hold });
      return performance.now() - start;
    };
    const endless = "a".repeat(20_000);
    const prose = "and so it went on ".repeat(1_000);
    await run(prose);
    for (const text of [endless, prose, ".".repeat(20_000), "1 ".repeat(10_000), "`".repeat(20_000)]) {
      const once = await run(text);
      const fourfold = await run(text.repeat(4));
      // Quadratic time would be 16-fold; 10 leaves room for a busy machine.
      expect(fourfold).toBeLessThan(Math.max(once, 25) * 10);
    }
  });
});

/** What is shown after each chunk, while the next has not come. */
async function shownAfterEach(chunks: readonly string[], hold: "phrase" | "sentence"): Promise<string[]> {
  let shown = "";
  const after: string[] = [];
  async function* source() {
    for (const [index, chunk] of chunks.entries()) {
      if (index > 0) after.push(shown);
      await Promise.resolve();
      yield chunk;
    }
    after.push(shown);
  }
  for await (const part of checkedStream(source(), { ...EN, hold }))
    if (part.kind === "text") shown += part.text;
  return after;
}

describe("what is held back", () => {
  test("[C6] by phrase, words that begin no failing phrase pass at once", async () => {
    expect(await shownAfterEach(["Hello", " friend,", " lovely", " quiet", " evening"], "phrase")).toEqual([
      "Hello",
      "Hello friend,",
      "Hello friend, lovely",
      "Hello friend, lovely quiet",
      "Hello friend, lovely quiet evening",
    ]);
  });

  test("[C6] by phrase, text is held from the first word that may begin a failing phrase until that is settled", async () => {
    expect(await shownAfterEach(["Well, you", " fe", "el", " free", " to roam"], "phrase")).toEqual([
      "Well, ",
      "Well, ",
      "Well, ",
      "Well, you feel free",
      "Well, you feel free to roam",
    ]);
  });

  test.each([
    "That It I I'm I’m It's What You Your There Thank Hmm Oh How Where When Who If At Don't Just Please Everything",
    "Nobody People My We Go Then Take Do Did Would Could Let's Congratulations Sorry Yes No Hello Hey Good",
    "Das Es Ich Du Was Wie Danke Mir Dein Alles Jeder Wenn Manchmal Magst Möchtest Bleib Komm Ja Nein Hallo",
  ])("[C6] by phrase, the first word of a reply is shown as it comes: %s", async (words) => {
    for (const word of words.split(" ")) {
      expect([word, await shownAfterEach([word, " would", " rather", " not"], "phrase")]).toEqual([
        word,
        expect.arrayContaining([word]),
      ]);
      expect((await shownAfterEach([word, " would"], "phrase"))[0]).toBe(word);
    }
  });

  test("[C6] by phrase, not even the first word is shown where it may be all of the phrase or does harm by itself", async () => {
    expect(await shownAfterEach(["Suicide", " is", " a", " topic"], "phrase")).toEqual([
      "",
      "Suicide ",
      "Suicide ",
      "Suicide is a topic",
    ]);
    expect((await shownAfterEach(["Relax", "."], "phrase"))[0]).toBe("");
    expect((await shownAfterEach(["Call", " 0800", " 123", " 4567", " now"], "phrase")).join("")).not.toMatch(
      /\d/,
    );
    const { text } = await collect(["Hang yourself. Go on."], { hold: "phrase" });
    expect(text).toBe(`${replacementFor("method-details", "en")} Go on.`);
  });

  test("[C6] by phrase, of a failing phrase no more than the first word of the reply is ever shown", async () => {
    expect(await shownAfterEach(["You", " fe", "el", " so", " sad", " today", "."], "phrase")).toEqual([
      "You",
      "You ",
      "You ",
      "You ",
      "You ",
      "You ",
      "You ",
    ]);
    const { text } = await collect(["You feel so sad today. Go on."], { hold: "phrase" });
    expect(text).toBe(
      "You — let me say that differently. " +
        "I may be wrong about how this is for you, so your own words count most. Go on.",
    );
    const german = { language: "de", replace: (rule: CheckRule) => replacementFor(rule, "de") } as const;
    expect((await collect(["Du bist traurig. Sag mehr."], { hold: "phrase", ...german })).text).toBe(
      "Du — lass mich das anders sagen. " +
        "Ich kann mich irren, wie das für dich ist; deine eigenen Worte zählen am meisten. Sag mehr.",
    );
  });

  test("[C6] by sentence, nothing of a sentence is shown before all of it has passed", async () => {
    expect(await shownAfterEach(["That sounds", " hard.", " And", " now?"], "sentence")).toEqual([
      "",
      "",
      "That sounds hard. ",
      "That sounds hard. ",
    ]);
  });

  test("[C6] a sentence that was half shown is corrected as a speaker would", async () => {
    const { text } = await collect(["Today it looks to me that you feel sad. Go on."], { hold: "phrase" });
    expect(text).toBe(
      "Today it looks to me that — let me say that differently. " +
        "I may be wrong about how this is for you, so your own words count most. Go on.",
    );
  });
});
