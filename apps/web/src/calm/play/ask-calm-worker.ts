import type { CalmJob, CalmJobNews } from "./calm-worker.ts";

type Result<Kind extends CalmJob["kind"]> = Extract<CalmJobNews, { kind: Kind }>;

/**
 * Has a job done by a worker of its own, which ends with it.
 *
 * @throws {Error} where the worker fails or cannot be started.
 */
export async function askCalmWorker<Kind extends CalmJob["kind"]>(
  job: Extract<CalmJob, { kind: Kind }>,
  onProgress?: (share: number) => void,
): Promise<Result<Kind>> {
  const worker = new Worker(new URL("./calm-worker.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise<Result<Kind>>((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<CalmJobNews>) => {
        if (data.kind === "progress") onProgress?.(data.share);
        else if (data.kind === "failed") reject(new Error("The worker could not do it"));
        // The cast is safe: a worker answers a job with news of its kind.
        else resolve(data as Result<Kind>);
      });
      worker.addEventListener("error", ({ message }) => reject(new Error(message)));
      worker.postMessage(job);
    });
  } finally {
    worker.terminate();
  }
}
