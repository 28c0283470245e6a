import { availableParallelism } from "node:os";
import type { Perceiver } from "@openempathic/perceive";
import { MODELS_FOLDER } from "../repository-paths.ts";
import { openTextPerceiver } from "./open-text-perceiver.ts";
import { PerceiverPool } from "./perceiver-pool.ts";
import type { PerceiverWorkerData } from "./perceiver-worker.ts";
import { TEXT_PERCEIVERS, type TextPerceiverId } from "./text-perceiver-id.ts";

/** The perceivers that are open, by modality. */
export interface Perceivers {
  readonly text: Perceiver;
  /**
   * text-ngram, on the caller's own thread: for the gateway, where every millisecond stands before somebody's first
   * word. The same as `text` where that is text-ngram.
   */
  readonly quick: Perceiver;
  close(): Promise<void>;
}

/** Which perceivers are opened, and where they work. */
export interface PerceiversOptions {
  readonly modelsFolder?: string;
  /** `text-mini` unless told. */
  readonly text?: TextPerceiverId;
  /**
   * Threads that read texts; 0 is the caller's own thread, which is busy meanwhile. Unless told, text-mini has one less
   * than the machine has cores, one at least and two at most, and text-ngram, which takes a tenth of a millisecond,
   * stays on the caller's.
   */
  readonly threads?: number;
  /** Starts threads; for tests of what happens when it cannot. */
  readonly startThreads?: typeof PerceiverPool.start;
  /** Told why, when threads could not start and the caller's thread has to do. */
  readonly onTrouble?: (error: unknown) => void;
}

/**
 * Opens the perceivers that ship with the project, from the folder of weights.
 * @throws {ModelDigestError} When the weights are not the ones that their card names.
 */
export async function openPerceivers(options: PerceiversOptions = {}): Promise<Perceivers> {
  const { modelsFolder = MODELS_FOLDER, text: perceiver = TEXT_PERCEIVERS[0] } = options;
  const text = await openText({ perceiver, modelsFolder }, options);
  const quick = perceiver === "text-ngram" ? text : await openTextPerceiver("text-ngram", modelsFolder);
  return {
    text,
    quick,
    close: async () => {
      await Promise.all([text.close(), quick.close()]);
    },
  };
}

async function openText(data: PerceiverWorkerData, options: PerceiversOptions): Promise<Perceiver> {
  const { startThreads = PerceiverPool.start.bind(PerceiverPool), onTrouble } = options;
  const threads = options.threads ?? usualThreads(data.perceiver);
  if (threads === 0) return openTextPerceiver(data.perceiver, data.modelsFolder);
  try {
    return await startThreads(data, threads);
  } catch (error) {
    // What is wrong with the weights is wrong here, too, and thrown as itself.
    const here = await openTextPerceiver(data.perceiver, data.modelsFolder);
    onTrouble?.(error);
    return here;
  }
}

function usualThreads(perceiver: TextPerceiverId): number {
  if (perceiver === "text-ngram") return 0;
  return Math.max(1, Math.min(2, availableParallelism() - 1));
}
