import { readFileSync } from "node:fs";
import { parseEstimate } from "@openempathic/affect";
import fc from "fast-check";
import * as node from "onnxruntime-node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { modelDigest } from "../model/model-digest.ts";
import { ModelDigestError } from "../model/model-digest-error.ts";
import { ModelFormatError } from "../model/model-format-error.ts";
import type { Perceiver, TextSignal } from "../perceiver.ts";
import { perceiverContract } from "../testing/perceiver-contract.ts";
import { onnxSessions } from "./onnx-session.ts";
import { openTextMini, type TextMiniFiles } from "./open-text-mini.ts";

const models = new URL("../../../../models/", import.meta.url);
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, models)));
const card = JSON.parse(readFileSync(new URL("text-mini/card.json", models), "utf8")) as {
  digest: string;
  files: { name: string; bytes: number }[];
};
const files: TextMiniFiles = {
  network: bytesOf("text-mini/model.onnx"),
  vocabulary: bytesOf("text-mini/vocabulary.json"),
  combination: bytesOf("text-mini/combination.json"),
  ngrams: bytesOf("text-ngram/weights.bin"),
  digest: card.digest,
  openSession: onnxSessions(node, "cpu"),
};

describe("openTextMini", { timeout: 60_000 }, () => {
  let perceiver: Perceiver;
  beforeAll(async () => {
    perceiver = await openTextMini(files);
  });
  afterAll(() => perceiver.close());
  const perceive = (text: string, rest: Partial<TextSignal> = {}): ReturnType<Perceiver["perceive"]> =>
    perceiver.perceive({ kind: "text", text, ...rest });

  for (const { title, check } of perceiverContract(() => openTextMini(files))) it(title, check);

  it("M6 opens the shipped files, of which its own are at most 9 MB", () => {
    const own = card.files.filter(({ name }) => !name.startsWith("../"));
    expect(own.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(9_000_000);
    expect(perceiver.nativeLabelSets).toEqual(["goemotions"]);
  });

  it.each(["network", "vocabulary", "combination", "ngrams"] as const)(
    "M7 refuses files of which the %s differs from the card in one bit",
    async (name) => {
      const changed = files[name].slice();
      changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
      await expect(openTextMini({ ...files, [name]: changed })).rejects.toBeInstanceOf(ModelDigestError);
    },
  );

  it.each([
    ["no JSON", "{"],
    ["another format", '{"format":"new"}'],
    ["without labels", '{"format":"open-empathic/text-mini/1","labels":[]}'],
  ])("M8 says so when the combination is %s", async (_, json) => {
    const combination = new TextEncoder().encode(json);
    const digest = await modelDigest(combination);
    await expect(openTextMini({ ...files, combination, digest })).rejects.toBeInstanceOf(ModelFormatError);
  });

  it("M8 says so when the network is none, or of other outputs", async () => {
    const text = new TextDecoder().decode(files.combination);
    const network = new TextEncoder().encode("no network");
    const swapped = text.replace(/"network": "sha256:[^"]*"/u, `"network": "${await modelDigest(network)}"`);
    const combination = new TextEncoder().encode(swapped);
    const digest = await modelDigest(combination);
    const opened = openTextMini({ ...files, network, combination, digest });
    await expect(opened).rejects.toBeInstanceOf(ModelFormatError);
  });

  it("M8 says so when the labels of the two models stand in another order", async () => {
    const value = JSON.parse(new TextDecoder().decode(files.combination)) as { labels: unknown[] };
    const combination = new TextEncoder().encode(
      JSON.stringify({ ...value, labels: value.labels.toReversed() }),
    );
    const opened = openTextMini({ ...files, combination, digest: await modelDigest(combination) });
    await expect(opened).rejects.toBeInstanceOf(ModelFormatError);
  });

  it("M9 hears what is plainly said, and names the words", async () => {
    const text = "Thank you so much, that is very kind of you!";
    const estimate = await perceive(text);
    expect(estimate.likelihood.Gratitude).toBeGreaterThan(0.9);
    expect(estimate.dimensions.valence?.mean).toBeGreaterThan(0.1);
    const [first] = estimate.evidence;
    expect(first?.category).toBe("Gratitude");
    expect(text.slice(first?.start, first?.end)).toMatch(/thank/i);
  });

  it("M10 reads the turns before a message with it", async () => {
    const alone = await perceive("It was fine.");
    const after = await perceive("It was fine.", {
      context: [
        { role: "person", text: "My grandmother was buried today." },
        { role: "assistant", text: "I am so sorry. How was the funeral?" },
      ],
    });
    expect(after.likelihood).not.toEqual(alone.likelihood);
    for (const { start, end } of after.evidence) {
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual("It was fine.".length);
    }
  });

  it("M10 keeps the most recent of a long conversation", async () => {
    const recent = { role: "assistant" as const, text: "So how was it in the end? ".repeat(20) };
    const old = Array.from({ length: 50 }, () => ({
      role: "person" as const,
      text: "I am so angry at you.",
    }));
    const text = "It was fine.";
    const short = await perceive(text, { context: [recent] });
    expect((await perceive(text, { context: [...old, recent] })).likelihood).toEqual(short.likelihood);
  });

  it("M11 reads a window of more pieces than the network takes in several parts", async () => {
    const text = "o_o ".repeat(120) + "thank you, thank you so much";
    expect((await perceive(text)).abstained).toBeNull();
    const end = "We talked about this and that, and so on. ".repeat(30);
    const plain = await perceive(end);
    const grateful = await perceive(`${end}${"Thank you so much! ".repeat(60)}`);
    expect(grateful.likelihood.Gratitude).toBeGreaterThan((plain.likelihood.Gratitude ?? 1) + 0.05);
  });

  it("P4 whatever the units and turns, it gives a valid estimate with evidence inside the text", async () => {
    const words = fc.constantFrom(
      "I",
      "love",
      "hate",
      "you",
      "sad",
      "😭",
      "\ud83d",
      "\u0000",
      "don’t",
      "ﬁ",
      "été",
    );
    const soup = fc
      .array(fc.oneof(words, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 80 })
      .map((parts) => parts.join(" "));
    const turns = fc.array(fc.record({ role: fc.constantFrom("person", "assistant"), text: soup }), {
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(soup, turns, async (text, context) => {
        const estimate = parseEstimate(await perceive(text, { context }));
        for (const { start, end } of estimate.evidence) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 30 },
    );
  });
});
