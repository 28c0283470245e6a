import { Worker } from "node:worker_threads";
import type { TextSignal } from "@openempathic/perceive";
import type {
  PerceivedText,
  PerceiverAnswer,
  PerceiverFacts,
  PerceiverRequest,
  PerceiverWorkerData,
} from "./perceiver-worker.ts";

/** One thread that perceives, asked for one batch of texts at a time. */
export class PerceiverThread {
  readonly facts: PerceiverFacts;
  readonly #worker: Worker;
  readonly #exited: Promise<void>;
  #waiting:
    { resolve: (texts: readonly PerceivedText[]) => void; reject: (error: Error) => void } | undefined;
  #gone: Error | undefined;
  #lastId = 0;

  private constructor(worker: Worker, facts: PerceiverFacts) {
    this.#worker = worker;
    this.facts = facts;
    worker.on("message", (answer: PerceiverAnswer) => this.#settle(answer));
    worker.on("error", (error) => this.#end(error));
    this.#exited = new Promise((resolve) => {
      worker.once("exit", () => {
        this.#end(new Error("The perceiving thread has ended"));
        resolve();
      });
    });
  }

  /** @throws {Error} When the thread cannot start or the perceiver not open there; it has ended then. */
  static async start(data: PerceiverWorkerData): Promise<PerceiverThread> {
    const worker = startWorker(data);
    // A thread with nothing to do keeps no program alive; close() waits for its end.
    worker.unref();
    try {
      return new PerceiverThread(worker, await readiness(worker));
    } catch (error) {
      await worker.terminate();
      throw error;
    }
  }

  /** Whether the thread can still be asked. */
  get isAlive(): boolean {
    return this.#gone === undefined;
  }

  /** @throws {Error} What the perceiver threw, or that the thread has ended. */
  read(signals: readonly TextSignal[]): Promise<readonly PerceivedText[]> {
    if (this.#gone !== undefined) return Promise.reject(this.#gone);
    if (this.#waiting !== undefined) return Promise.reject(new Error("The perceiving thread is busy"));
    this.#lastId += 1;
    this.#worker.ref();
    this.#ask({ kind: "read", id: this.#lastId, signals });
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  /** Ends the thread after what it is reading. */
  async close(): Promise<void> {
    if (this.#gone === undefined) this.#ask({ kind: "close" });
    this.#worker.ref();
    await this.#exited;
  }

  #ask(request: PerceiverRequest): void {
    this.#worker.postMessage(request);
  }

  #settle(answer: PerceiverAnswer): void {
    const caller = this.#waiting;
    if (caller === undefined || !("id" in answer) || answer.id !== this.#lastId) return;
    this.#waiting = undefined;
    this.#worker.unref();
    if (answer.kind === "read") caller.resolve(answer.texts);
    else caller.reject(new Error(answer.message));
  }

  #end(error: Error): void {
    this.#gone ??= error;
    const caller = this.#waiting;
    this.#waiting = undefined;
    caller?.reject(this.#gone);
  }
}

/** The first thing that a thread says. */
function readiness(worker: Worker): Promise<PerceiverFacts> {
  worker.ref();
  return new Promise<PerceiverFacts>((resolve, reject) => {
    worker.once("message", (answer: PerceiverAnswer) => {
      worker.unref();
      if (answer.kind === "ready") resolve(answer.facts);
      else reject(new Error("message" in answer ? answer.message : "The thread spoke out of turn"));
    });
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("The perceiving thread ended before it was ready")));
  });
}

/** From source (tests, development) the thread first needs the loader that understands TypeScript. */
function startWorker(workerData: PerceiverWorkerData): Worker {
  if (!import.meta.url.endsWith(".ts")) {
    return new Worker(new URL("./perceiver-worker.js", import.meta.url), {
      workerData,
      execArgv: ["--disable-warning=ExperimentalWarning"],
    });
  }
  const loader = import.meta.resolve("tsx/esm/api");
  const file = new URL("./perceiver-worker.ts", import.meta.url).href;
  const bootstrap = `import("${loader}").then(({ register }) => { register(); return import("${file}"); })`;
  return new Worker(bootstrap, {
    workerData,
    execArgv: ["--conditions=workspace", "--disable-warning=ExperimentalWarning"],
    eval: true,
  });
}
