import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { onnxSessions, openTextMini, openTextNgram } from "@openempathic/perceive";
import type { Perceiver } from "@openempathic/perceive";
import { z } from "zod";
import type { TextPerceiverId } from "./text-perceiver-id.ts";

const CARD = z.object({ digest: z.string() });

/**
 * Opens a perceiver of text on this thread, from the folder of weights.
 * @throws {ModelDigestError} When the weights are not the ones that their card names.
 */
export async function openTextPerceiver(id: TextPerceiverId, modelsFolder: string): Promise<Perceiver> {
  const file = async (folder: TextPerceiverId, name: string): Promise<Uint8Array> =>
    new Uint8Array(await readFile(join(modelsFolder, folder, name)));
  const [card, ngrams] = await Promise.all([
    readFile(join(modelsFolder, id, "card.json"), "utf8"),
    file("text-ngram", "weights.bin"),
  ]);
  const { digest } = CARD.parse(JSON.parse(card));
  if (id === "text-ngram") return openTextNgram({ weights: ngrams, digest });
  const [network, vocabulary, combination] = await Promise.all([
    file(id, "model.onnx"),
    file(id, "vocabulary.json"),
    file(id, "combination.json"),
  ]);
  // Loaded when it is needed: the runtime takes a tenth of a second, and the n-gram model works without it.
  const runtime = await import("onnxruntime-node");
  return openTextMini({
    network,
    vocabulary,
    combination,
    ngrams,
    digest,
    openSession: onnxSessions(runtime, "cpu"),
  });
}
