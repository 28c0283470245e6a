import { readFileSync } from "node:fs";
import type { Estimate } from "@openempathic/affect";
import * as node from "onnxruntime-node";
import * as web from "onnxruntime-web";
import { expect, it } from "vitest";
import type { TextSignal } from "../perceiver.ts";
import { onnxSessions, type OpenOnnxSession } from "./onnx-session.ts";
import { openTextMini } from "./open-text-mini.ts";

const models = new URL("../../../../models/", import.meta.url);
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, models)));
const { digest } = JSON.parse(readFileSync(new URL("text-mini/card.json", models), "utf8")) as {
  digest: string;
};

const SIGNALS: readonly TextSignal[] = [
  "I lost my grandmother last week and I can't stop crying.",
  "Thank you so much, you made my day!",
  "What time does the train to the city leave tomorrow?",
  "I was furious, then ashamed of it, and in the end we laughed. ".repeat(6),
  "ok",
  "😭😭 why me",
].map((text) => ({ kind: "text", text }));
const IN_CONTEXT: TextSignal = {
  kind: "text",
  text: "Just great.",
  context: [
    { role: "person", text: "They lost my luggage again." },
    { role: "assistant", text: "Oh no, what happened?" },
  ],
};

async function estimatesBy(openSession: OpenOnnxSession): Promise<readonly Estimate[]> {
  const perceiver = await openTextMini({
    network: bytesOf("text-mini/model.onnx"),
    vocabulary: bytesOf("text-mini/vocabulary.json"),
    combination: bytesOf("text-mini/combination.json"),
    ngrams: bytesOf("text-ngram/weights.bin"),
    digest,
    openSession,
  });
  const estimates = await perceiver.perceiveBatch([...SIGNALS, IN_CONTEXT]);
  await perceiver.close();
  return estimates;
}

it(
  "M13 the native runtime and the one for browsers give the same to three decimals",
  { timeout: 120_000 },
  async () => {
    web.env.wasm.numThreads = 1;
    const native = await estimatesBy(onnxSessions(node, "cpu"));
    const wasm = await estimatesBy(onnxSessions(web, "wasm"));
    let compared = 0;
    for (const [i, { likelihood, dimensions, abstained }] of native.entries()) {
      expect(abstained).toBeNull();
      for (const [category, value] of Object.entries(likelihood)) {
        const other = Object.entries(wasm[i]?.likelihood ?? {}).find(([name]) => name === category)?.[1];
        expect(Math.abs((other ?? NaN) - value)).toBeLessThan(1e-3);
        compared += 1;
      }
      for (const name of ["valence", "arousal", "dominance"] as const) {
        const [a, b] = [dimensions[name], wasm[i]?.dimensions[name]];
        expect(Math.abs((a?.mean ?? NaN) - (b?.mean ?? NaN))).toBeLessThan(1e-3);
        expect(Math.abs((a?.sd ?? NaN) - (b?.sd ?? NaN))).toBeLessThan(1e-3);
      }
    }
    expect(compared).toBeGreaterThan(100);
  },
);
