// Runs in the browser: the same perceiver from the same files as in Node, over ONNX Runtime's WebAssembly build.
import { onnxSessions, openTextMini } from "@openempathic/perceive";
import * as runtime from "onnxruntime-web/wasm";

/** What the page is asked: a sentence to read again and again, and where the models are. */
export interface BrowserBenchRequest {
  readonly text: string;
  readonly rounds: number;
}

async function bytesOf(path: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(`/models/${path}`)).arrayBuffer());
}

/** How long each reading took, in milliseconds; the first ones warm up and are not among them. */
async function readInBrowser({ text, rounds }: BrowserBenchRequest): Promise<readonly number[]> {
  runtime.env.wasm.numThreads = 1;
  runtime.env.wasm.wasmPaths = "/runtime/";
  const card = JSON.parse(new TextDecoder().decode(await bytesOf("text-mini/card.json"))) as {
    readonly digest: string;
  };
  const perceiver = await openTextMini({
    network: await bytesOf("text-mini/model.onnx"),
    vocabulary: await bytesOf("text-mini/vocabulary.json"),
    combination: await bytesOf("text-mini/combination.json"),
    ngrams: await bytesOf("text-ngram/weights.bin"),
    digest: card.digest,
    openSession: onnxSessions(runtime, "wasm"),
  });
  const times: number[] = [];
  for (let round = -10; round < rounds; round++) {
    const start = performance.now();
    await perceiver.perceive({ kind: "text", text });
    if (round >= 0) times.push(performance.now() - start);
  }
  await perceiver.close();
  return times;
}

Object.assign(globalThis, { readInBrowser });
