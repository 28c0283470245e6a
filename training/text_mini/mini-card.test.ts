import { existsSync, readFileSync } from "node:fs";
import { evaluateDeletion, parseGoEmotions } from "@openempathic/learn";
import { modelDigest, onnxSessions, openTextMini, parseMiniCombination } from "@openempathic/perceive";
import * as runtime from "onnxruntime-node";
import { describe, expect, it } from "vitest";
import { makeVocabulary } from "./make-vocabulary.ts";
import { LICENCES, type MiniCard } from "./mini-card.ts";
import { miniCardPage } from "./mini-card-page.ts";

const models = new URL("../../models/", import.meta.url);
const dev = new URL("../../../shared/data/goemotions/dev.tsv", import.meta.url);
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, models)));
const textOf = (name: string): string => readFileSync(new URL(name, models), "utf8");
// The cast is safe: combine.ts writes the file from this type.
const card = JSON.parse(textOf("text-mini/card.json")) as MiniCard;

describe("the shipped card of text-mini", () => {
  it("its page says what card.json says", () => {
    expect(textOf("text-mini/README.md")).toBe(miniCardPage(card));
  });

  it("tells the licences that the code tells", () => {
    expect(card.licences).toEqual(LICENCES);
  });

  it("names the files that ship, by their sizes and digests", async () => {
    for (const { name, bytes, digest } of card.files) {
      const file = bytesOf(`text-mini/${name}`);
      expect([name, file.length, await modelDigest(file)]).toEqual([name, bytes, digest]);
    }
  });

  it("holds the combination that ships", () => {
    const { digests, ...combination } = parseMiniCombination(textOf("text-mini/combination.json"));
    expect(card.combination).toEqual(combination);
    expect(Object.keys(digests)).toHaveLength(3);
  });
});

describe("makeVocabulary", () => {
  it("gives pieces whose log-probability was lost the mean of their neighbours'", () => {
    const packaged = [["a", -1], [":", null], [":30", 30], ["b", -2]] as const; // prettier-ignore
    expect(makeVocabulary(packaged)).toEqual([
      ["a", -1],
      [":", -1.5],
      [":30", -1.5],
      ["b", -2],
    ]);
  });

  it("made what ships: 8,000 pieces in the order of their probability, after those of no text", () => {
    const shipped = JSON.parse(textOf("text-mini/vocabulary.json")) as [string, number][];
    expect(shipped).toHaveLength(8_000);
    // ":00" has the log-probability 0 in the packaged file, too.
    const values = shipped.slice(6).flatMap(([, value]) => (value === 0 ? [] : [value]));
    expect(values).toEqual([...values].sort((a, b) => b - a));
  });
});

describe.runIf(existsSync(dev))("on the dev part of GoEmotions", () => {
  it(
    "M14 deleting the strongest span lowers its likelihood more than deleting as many words at random",
    { timeout: 300_000 },
    async () => {
      const perceiver = await openTextMini({
        network: bytesOf("text-mini/model.onnx"),
        vocabulary: bytesOf("text-mini/vocabulary.json"),
        combination: bytesOf("text-mini/combination.json"),
        ngrams: bytesOf("text-ngram/weights.bin"),
        digest: card.digest,
        openSession: onnxSessions(runtime, "cpu"),
      });
      const texts = parseGoEmotions(readFileSync(dev, "utf8"))
        .slice(0, 300)
        .map(({ text }) => text);
      const figures = await evaluateDeletion(perceiver, texts, { bootstrap: 500, seed: 1 });
      await perceiver.close();
      expect(figures?.texts).toBeGreaterThan(100);
      expect(figures?.difference.interval?.low).toBeGreaterThan(0);
      expect(figures?.topTakesMore.interval?.low).toBeGreaterThan(0.5);
    },
  );
});
