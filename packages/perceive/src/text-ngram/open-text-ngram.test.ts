import { readFileSync } from "node:fs";
import { parseEstimate } from "@openempathic/affect";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Perceiver } from "../perceiver.ts";
import { perceiverContract } from "../testing/perceiver-contract.ts";
import { ModelDigestError } from "../model/model-digest-error.ts";
import { ModelFormatError } from "../model/model-format-error.ts";
import { openTextNgram } from "./open-text-ngram.ts";

const folder = new URL("../../../../models/text-ngram/", import.meta.url);
const weights = new Uint8Array(readFileSync(new URL("weights.bin", folder)));
const { digest } = JSON.parse(readFileSync(new URL("card.json", folder), "utf8")) as { digest: string };

async function digestOf(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new Uint8Array(bytes));
  return `sha256:${Buffer.from(hash).toString("hex")}`;
}

describe("openTextNgram", () => {
  let perceiver: Perceiver;
  beforeAll(async () => {
    perceiver = await openTextNgram({ weights, digest });
  });
  const perceive = (text: string, language?: string): ReturnType<Perceiver["perceive"]> =>
    perceiver.perceive({ kind: "text", text, ...(language === undefined ? {} : { language }) });

  for (const { title, check } of perceiverContract(() => openTextNgram({ weights, digest })))
    it(title, check);

  it("N1 opens the shipped weights, which are at most 8 MB and have the digest of their card", async () => {
    expect(weights.length).toBeLessThanOrEqual(8_000_000);
    expect(await digestOf(weights)).toBe(digest);
    expect(perceiver.nativeLabelSets).toEqual(["goemotions"]);
  });

  it("N2 refuses weights that differ from their card in one bit", async () => {
    const changed = weights.slice();
    changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
    await expect(openTextNgram({ weights: changed, digest })).rejects.toBeInstanceOf(ModelDigestError);
  });

  it.each([
    ["nothing", new Uint8Array(0)],
    ["noise", Uint8Array.from({ length: 64 }, (_, i) => i * 37)],
    ["half of them", weights.slice(0, weights.length / 2)],
    ["another format", new TextEncoder().encode('\u0010\u0000\u0000\u0000{"format":"new"}')],
  ])("N3 says so when the weights are %s", async (_, bytes) => {
    const opened = openTextNgram({ weights: bytes, digest: await digestOf(bytes) });
    await expect(opened).rejects.toBeInstanceOf(ModelFormatError);
  });

  it("N4 hears what is plainly said, and names the words", async () => {
    const text = "Thank you so much, that is very kind of you!";
    const estimate = await perceive(text);
    expect(estimate.likelihood.Gratitude).toBeGreaterThan(0.9);
    expect(estimate.dimensions.valence?.mean).toBeGreaterThan(0.1);
    const [first] = estimate.evidence;
    expect(first?.category).toBe("Gratitude");
    expect(text.slice(first?.start, first?.end)).toMatch(/thank/i);
    expect(
      (await perceive("I am so sad, I miss my dog and I cry all day")).likelihood.Sadness,
    ).toBeGreaterThan(0.5);
  });

  it("N5 evidence is at most eight spans, the strongest first, on whole characters", async () => {
    const text =
      "😡😡 I hate this, I am so angry and sad and afraid, but thank you, I love you! 😭 Sorry, wow, amazing…";
    const { evidence } = await perceive(text);
    expect(evidence.length).toBeGreaterThan(2);
    expect(evidence.length).toBeLessThanOrEqual(8);
    const weightsInOrder = evidence.map(({ weight }) => weight);
    expect(weightsInOrder).toEqual([...weightsInOrder].sort((a, b) => b - a));
    for (const { start, end } of evidence) {
      // Throws URIError for half a surrogate pair.
      expect(() => encodeURIComponent(text.slice(start, end))).not.toThrow();
    }
  });

  it.each([
    ["Ich bin so traurig heute."],
    ["Mir geht es nicht gut."],
    ["Je suis très heureux aujourd'hui"],
    ["Estoy muy cansada de todo"],
    ["Non ce la faccio più, sono stanco"],
    ["Ik ben zo boos op mijn moeder"],
    ["Estou com muita saudade de você"],
    ["Jestem dzisiaj bardzo zły"],
    ["Bugün çok mutluyum"],
    ["Jag är så ledsen idag"],
    ["Мне очень грустно"],
    ["今日はとても悲しいです"],
    ["我今天很难过"],
    ["أنا حزين جدا اليوم"],
    ["मैं बहुत खुश हूँ"],
    ["오늘 너무 슬퍼요"],
  ])("N6 abstains from another language: %s", async (text) => {
    expect((await perceive(text)).abstained?.reason).toBe("language");
  });

  it.each([
    ["I wanna die"],
    ["lol ur so mean"],
    ["omg yesss"],
    ["idk tbh im just tired"],
    ["I hate u..."],
    ["Excuse me?"],
    ["Happy birthday!"],
    ["I miss Müller and the café"],
    ["ugh. mondays."],
    ["haha nice"],
  ])("N7 reads short and slangy English: %s", async (text) => {
    expect((await perceive(text)).abstained).toBeNull();
  });

  it("N8 believes the caller about the language", async () => {
    expect((await perceive("I am so happy today", "de")).abstained?.reason).toBe("language");
    expect((await perceive("Danke", "en-GB")).abstained?.reason).not.toBe("language");
  });

  it("reads a signal anew when somebody changed its text in spite of its type", async () => {
    const signal = { kind: "text" as const, text: "Thank you so much!" };
    const before = await perceiver.perceive(signal);
    signal.text = "I am so sad and I cry";
    expect((await perceiver.perceive(signal)).likelihood).not.toEqual(before.likelihood);
    expect(await perceiver.perceiveLabels([signal], "goemotions")).toEqual(
      await perceiver.perceiveLabels([{ ...signal }], "goemotions"),
    );
  });

  it("N9 abstains from letters that are no words", async () => {
    expect((await perceive("xqzv wqkkj zzpfx qqwv")).abstained).not.toBeNull();
  });

  it("N10 reads the end of a long text as well as its beginning", async () => {
    const filler = "The meeting is in the second room on the left side of the hall. ".repeat(100);
    const plain = await perceive(filler);
    const grateful = await perceive(`${filler}${"Thank you so much! ".repeat(60)}`);
    expect(grateful.likelihood.Gratitude).toBeGreaterThan((plain.likelihood.Gratitude ?? 1) + 0.05);
    expect(grateful.evidence.some(({ start }) => start >= filler.length)).toBe(true);
  });

  it("P4 whatever the units, it gives a valid estimate with evidence inside the text", async () => {
    const words = fc.constantFrom(
      "I",
      "love",
      "hate",
      "you",
      "so",
      "sad",
      "😭",
      "\ud83d",
      "\u0000",
      "don’t",
      "!!!",
      "ß",
      "été",
    );
    const soup = fc.array(fc.oneof(words, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 150 });
    await fc.assert(
      fc.asyncProperty(soup, async (pieces) => {
        const text = pieces.join(" ");
        const estimate = parseEstimate(await perceive(text));
        for (const { start, end } of estimate.evidence) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 40 },
    );
  }, 30_000);

  it("N10 takes ten million characters as easily as a long letter", async () => {
    const text = "I am so tired of all this. ".repeat(400_000);
    const estimate = await perceive(text);
    expect(estimate.abstained).toBeNull();
    expect(estimate.evidence.every(({ start, end }) => /\w/.test(text.slice(start, end)))).toBe(true);
  });
});
