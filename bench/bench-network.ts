import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseEmoBank } from "@openempathic/learn";
import { openTextMiniPieces, type Perceiver } from "@openempathic/perceive";
import { openPerceivers } from "@openempathic/server";
import * as runtime from "onnxruntime-node";
import type { BenchTable } from "./bench-table.ts";
import { timeInChromium } from "./browser/time-in-chromium.ts";
import { writeBertBase } from "./onnx/write-bert-base.ts";
import { median } from "./median.ts";

const MODELS = fileURLToPath(new URL("../models/", import.meta.url));
const EMOBANK = fileURLToPath(new URL("../../shared/data/emobank/dev.csv", import.meta.url));

/** Twenty pieces of the vocabulary, which is about the mean of GoEmotions' comments. */
const SENTENCE = "I was so happy to see you again after all this time, and now I miss you already.";
const PIECES = 20;
const BLOCKS = 6;
const CALLS_A_BLOCK = 20;
/** Calls at the beginning of a block that are not timed: the other model has pushed this one from the processor's cache. */
const WARM_UP_CALLS = 3;
const BATCH_ROUNDS = 3;
const OWN_FILES = ["model.onnx", "vocabulary.json", "combination.json"];

/**
 * How fast the transformer reads, one core each: a sentence of 20 pieces in Node and in headless Chromium, everything
 * included (pieces, both models, evidence); many sentences in batch; and beside it a model with the shape of BERT-base
 * and weights at random in the same runtime, the network alone. The two take turns, block by block: nobody runs both.
 */
export async function benchNetwork(): Promise<BenchTable> {
  const pieces = openTextMiniPieces(await readFile(join(MODELS, "text-mini/vocabulary.json"), "utf8"));
  const count = pieces({ text: SENTENCE }).pieces.length;
  if (count !== PIECES) throw new Error(`The sentence has ${count} pieces and not ${PIECES}`);
  const perceivers = await openPerceivers({ text: "text-mini", threads: 0 });
  const bert = await openBert();
  const [own, theirs] = await timeInTurn(
    () => perceivers.text.perceive({ kind: "text", text: SENTENCE }),
    () => bert.run(),
  );
  await bert.close();
  const perSecond = await sentencesPerSecond(perceivers.text);
  await perceivers.close();
  const inBrowser = median(await timeInChromium({ text: SENTENCE, rounds: BLOCKS * CALLS_A_BLOCK }));
  const sizes = await Promise.all(OWN_FILES.map((name) => stat(join(MODELS, "text-mini", name))));
  const megabytes = sizes.reduce((sum, { size }) => sum + size, 0) / 1e6;
  return {
    title: "Reading text with a network",
    columns: ["", "measured", "bar"],
    rows: [
      ["text-mini, 20 pieces in Node: median ms", own.toFixed(2), "at most 8"],
      ["text-mini, 20 pieces in Chromium: median ms", inBrowser.toFixed(2), "at most 25"],
      [
        "text-mini in batch: sentences a second",
        perSecond === undefined ? "no data" : Math.round(perSecond).toLocaleString("en"),
        "at least 150",
      ],
      ["BERT-base's shape, 20 pieces in Node: median ms", theirs.toFixed(2), ""],
      ["of that, text-mini takes one in", (theirs / own).toFixed(1), "at least 10"],
      ["text-mini's own files, beside text-ngram's: MB", megabytes.toFixed(2), "at most 9"],
    ],
    notes: [
      `One core each, ONNX Runtime ${runtime.env.versions.common}; text-mini and BERT-base's shape take turns in ${BLOCKS} blocks of ${CALLS_A_BLOCK} calls each. text-mini's times are ` +
        "of the whole perceiver (pieces, transformer, n-gram model, evidence), BERT's of the network alone, with weights at random. " +
        "In batch: EmoBank's dev sentences.",
    ],
  };
}

async function openBert(): Promise<{ run(): Promise<unknown>; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "open-empathic-bench-"));
  const path = join(folder, "bert-base.onnx");
  writeBertBase(path);
  const session = await runtime.InferenceSession.create(path, {
    graphOptimizationLevel: "all",
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });
  await rm(folder, { recursive: true, force: true });
  const row = (value: (place: number) => number) =>
    new runtime.Tensor(
      "int32",
      Int32Array.from({ length: PIECES }, (_, place) => value(place)),
      [1, PIECES],
    );
  const feeds = { ids: row((place) => 1_000 + 37 * place), mask: row(() => 1) };
  return { run: () => session.run(feeds), close: () => session.release() };
}

async function timeInTurn(
  own: () => Promise<unknown>,
  theirs: () => Promise<unknown>,
): Promise<readonly [own: number, theirs: number]> {
  const times: [number[], number[]] = [[], []];
  for (let block = 0; block < BLOCKS; block++) {
    for (const [index, run] of [own, theirs].entries()) {
      for (let call = -WARM_UP_CALLS; call < CALLS_A_BLOCK; call++) {
        const start = performance.now();
        await run();
        if (call >= 0) times[index]?.push(performance.now() - start);
      }
    }
  }
  return [median(times[0]), median(times[1])];
}

async function sentencesPerSecond(perceiver: Perceiver): Promise<number | undefined> {
  const csv = await readFile(EMOBANK, "utf8").catch(() => undefined);
  if (csv === undefined) return undefined;
  const texts = parseEmoBank(csv).map(({ text }) => text);
  const rates: number[] = [];
  for (let round = 0; round < BATCH_ROUNDS; round++) {
    const start = performance.now();
    await perceiver.perceiveBatch(texts.map((text) => ({ kind: "text", text })));
    rates.push((1_000 * texts.length) / (performance.now() - start));
  }
  return median(rates);
}
