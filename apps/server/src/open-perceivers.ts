import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { openTextNgram } from "@openempathic/perceive";
import type { Perceiver } from "@openempathic/perceive";
import { z } from "zod";
import { MODELS_FOLDER } from "./repository-paths.ts";

/** The perceivers that are open, by modality. */
export interface Perceivers {
  readonly text: Perceiver;
  close(): Promise<void>;
}

const CARD = z.object({ digest: z.string() });

/**
 * Opens the perceivers that ship with the project, from the folder of weights.
 * @throws {ModelDigestError} When the weights are not the ones that their card names.
 */
export async function openPerceivers({ modelsFolder = MODELS_FOLDER } = {}): Promise<Perceivers> {
  const folder = join(modelsFolder, "text-ngram");
  const [weights, card] = await Promise.all([
    readFile(join(folder, "weights.bin")),
    readFile(join(folder, "card.json"), "utf8"),
  ]);
  const { digest } = CARD.parse(JSON.parse(card));
  const text = await openTextNgram({ weights: new Uint8Array(weights), digest });
  return { text, close: () => text.close() };
}
