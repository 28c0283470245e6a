import { readFileSync } from "node:fs";
import fc from "fast-check";
import * as node from "onnxruntime-node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NgramReader } from "../text-ngram/ngram-reader.ts";
import { decodeNgramWeights } from "../text-ngram/ngram-weights.ts";
import { combineWindow, type ReadWindow } from "./combine-window.ts";
import { parseMiniCombination } from "./mini-combination.ts";
import { MiniNetwork } from "./mini-network.ts";
import { type MiniParts, MiniReader } from "./mini-reader.ts";
import { onnxSessions } from "./onnx-session.ts";
import { PieceVocabulary } from "./piece-vocabulary.ts";

const models = new URL("../../../../models/", import.meta.url);
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, models)));
const textOf = (name: string): string => new TextDecoder().decode(bytesOf(name));

describe("the contributions of a window", { timeout: 120_000 }, () => {
  let parts: MiniParts;
  let bias: Float64Array;
  const labels = 28;

  beforeAll(async () => {
    const openSession = onnxSessions(node, "cpu");
    parts = {
      network: await MiniNetwork.open(bytesOf("text-mini/model.onnx"), { labels, openSession }),
      vocabulary: new PieceVocabulary(textOf("text-mini/vocabulary.json")),
      ngrams: new NgramReader(decodeNgramWeights(bytesOf("text-ngram/weights.bin"))),
      combination: parseMiniCombination(textOf("text-mini/combination.json")),
    };
    const [window] = await read("A sentence to take the biases from.");
    bias = Float64Array.from({ length: labels }, (_, label) => restOf(window as ReadWindow, label));
  });
  afterAll(() => parts.network.close());

  async function read(text: string, context: { role: "person" | "assistant"; text: string }[] = []) {
    const [windows] = await new MiniReader(parts).readWindows([{ kind: "text", text, context }], {});
    return windows === undefined || "reason" in windows ? [] : windows;
  }

  /** What the network's log-odds are without all contributions: its bias, the same for every text. */
  function restOf({ readings, rows }: ReadWindow, label: number): number {
    const { logits, contributions } = readings[0] as ReadWindow["readings"][number];
    let rest = logits[label] as number;
    for (let piece = 0; piece < (rows[0]?.ids.length ?? 0); piece++) {
      rest -= contributions[piece * labels + label] as number;
    }
    return rest;
  }

  it("M12 add up, with the turns before and the biases, to each label's log-odds", async () => {
    const words = fc.constantFrom(
      "I",
      "love",
      "hate",
      "don’t",
      "you",
      "so",
      "sad",
      "😭",
      "!!!",
      "ﬁne",
      "the",
      "été",
      "\n",
    );
    const soup = fc.array(words, { minLength: 3, maxLength: 60 }).map((list) => `so ${list.join(" ")}`);
    const turns = fc.array(fc.record({ role: fc.constantFrom("person", "assistant"), text: soup }), {
      maxLength: 2,
    });
    let windowsSeen = 0;
    await fc.assert(
      fc.asyncProperty(soup, turns, async (text, context) => {
        for (const window of await read(text, context)) {
          windowsSeen += 1;
          for (let label = 0; label < labels; label++) expectSum(window, label);
        }
      }),
      { numRuns: 40 },
    );
    expect(windowsSeen).toBeGreaterThan(20);
  });

  function expectSum(window: ReadWindow, label: number): void {
    const { networkShare, slope, offset } = parts.combination.labels[label] ?? {
      networkShare: NaN,
      slope: NaN,
      offset: NaN,
    };
    const combined = combineWindow(parts, window);
    const { start, end } = window.window;
    const inText = new Float64Array(end - start);
    combined.contribute(label, inText);
    let context = 0;
    for (const [r, row] of window.rows.entries()) {
      const share = row.messagePieces / window.rows.reduce((sum, one) => sum + one.messagePieces, 0);
      for (let piece = row.messagePieces; piece < row.ids.length; piece++) {
        context += share * (window.readings[r]?.contributions[piece * labels + label] ?? NaN);
      }
    }
    const ngramBias = parts.ngrams.weights.header.bias[label] ?? NaN;
    const rest =
      slope * (networkShare * ((bias[label] ?? NaN) + context) + (1 - networkShare) * ngramBias) + offset;
    const sum = rest + inText.reduce((total, value) => total + value, 0);
    const likelihood = combined.likelihoods[label] as number;
    expect(sum).toBeCloseTo(Math.log(likelihood / (1 - likelihood)), 3);
  }
});
