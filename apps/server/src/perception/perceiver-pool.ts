import type { Estimate } from "@openempathic/affect";
import type { Coverage, PerceiveOptions, Perceiver, TextSignal } from "@openempathic/perceive";
import { PerceiverThread } from "./perceiver-thread.ts";
import type { PerceivedText, PerceiverWorkerData } from "./perceiver-worker.ts";

/** So many texts of a batch go to a thread at once: enough to be read together, few enough not to keep others waiting. */
const TEXTS_AT_ONCE = 64;

/** A few texts that wait for a thread. */
interface Job {
  readonly signals: readonly TextSignal[];
  readonly abort: AbortSignal | undefined;
  readonly resolve: (texts: readonly PerceivedText[]) => void;
  readonly reject: (error: unknown) => void;
  /** Threads that ended while they had it. */
  losses: number;
}

/** A thread that ended unbidden is replaced, so many times in the life of a pool: what kills each would kill for ever. */
const MOST_REPLACEMENTS = 5;

/**
 * A perceiver that lives in threads of its own. Whoever calls it keeps their thread; batches are shared out among the
 * threads. A thread that ends unbidden is replaced, and what it was reading is read again, once.
 */
export class PerceiverPool implements Perceiver {
  readonly id: string;
  readonly version: string;
  readonly modality = "text";
  readonly coverage: Coverage;
  readonly nativeLabelSets: readonly string[];
  readonly #data: PerceiverWorkerData;
  readonly #threads: Set<PerceiverThread>;
  readonly #idle: PerceiverThread[];
  readonly #queue: Job[] = [];
  /** Labels came with the estimate: they are kept as long as the signal. */
  readonly #perceived = new WeakMap<TextSignal, { of: TextSignal; perceived: PerceivedText }>();
  #closing: Promise<void> | undefined;
  #replacing = 0;
  #replaced = 0;

  private constructor(
    data: PerceiverWorkerData,
    first: PerceiverThread,
    threads: readonly PerceiverThread[],
  ) {
    const { id, version, coverage, nativeLabelSets } = first.facts;
    this.id = id;
    this.version = version;
    this.coverage = coverage;
    this.nativeLabelSets = nativeLabelSets;
    this.#data = data;
    this.#threads = new Set(threads);
    this.#idle = [...threads];
  }

  /** @throws {Error} When a thread cannot start or the perceiver not open there. */
  static async start(data: PerceiverWorkerData, threads: number): Promise<PerceiverPool> {
    const starting = Array.from({ length: Math.max(1, threads) }, () => PerceiverThread.start(data));
    const started = await Promise.allSettled(starting);
    const alive = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    const failed = started.find((one) => one.status === "rejected");
    const [first] = alive;
    if (failed === undefined && first !== undefined) return new PerceiverPool(data, first, alive);
    await Promise.all(alive.map((thread) => thread.close()));
    throw failed?.reason;
  }

  async perceive(signal: TextSignal, options?: PerceiveOptions): Promise<Estimate> {
    const [estimate] = await this.perceiveBatch([signal], options);
    // The cast is safe: one signal gives one estimate.
    return estimate as Estimate;
  }

  async perceiveBatch(
    signals: readonly TextSignal[],
    options?: PerceiveOptions,
  ): Promise<readonly Estimate[]> {
    return (await this.#read(signals, options)).map(({ estimate }) => estimate);
  }

  async perceiveLabels(
    signals: readonly TextSignal[],
    labelSet: string,
    options?: PerceiveOptions,
  ): Promise<readonly (Readonly<Record<string, number>> | undefined)[]> {
    if (!this.nativeLabelSets.includes(labelSet)) {
      throw new RangeError(
        `perceiveLabels of ${this.id} needs one of ${this.nativeLabelSets.join(", ")}, got "${labelSet}"`,
      );
    }
    return (await this.#read(signals, options)).map(({ labels }) => labels[labelSet]);
  }

  /** Ends the threads after what they are reading; what still waits is refused. */
  close(): Promise<void> {
    this.#closing ??= Promise.all(Array.from(this.#threads, (thread) => thread.close())).then(
      () => undefined,
    );
    for (const job of this.#queue.splice(0)) job.reject(new Error("The perceiver was closed"));
    return this.#closing;
  }

  async #read(
    signals: readonly TextSignal[],
    { signal: abort }: PerceiveOptions = {},
  ): Promise<readonly PerceivedText[]> {
    abort?.throwIfAborted();
    const known = signals.map((signal) => this.#known(signal));
    const unread = signals.filter((_, index) => known[index] === undefined);
    const parts: (readonly TextSignal[])[] = [];
    for (let from = 0; from < unread.length; from += TEXTS_AT_ONCE) {
      parts.push(unread.slice(from, from + TEXTS_AT_ONCE));
    }
    const reading = Promise.all(parts.map((part) => this.#enqueue(part, abort)));
    const fresh = (await orAborted(reading, abort)).flat().values();
    return signals.map((signal, index) => {
      const perceived = known[index] ?? fresh.next().value;
      if (perceived === undefined) throw new Error("A thread gave fewer estimates than texts");
      this.#perceived.set(signal, { of: { ...signal }, perceived });
      return perceived;
    });
  }

  /** Whoever changes a signal in spite of its type still gets an estimate of what it says now. */
  #known(signal: TextSignal): PerceivedText | undefined {
    const known = this.#perceived.get(signal);
    const isSame =
      known?.of.text === signal.text &&
      known.of.language === signal.language &&
      known.of.context === signal.context;
    return isSame ? known.perceived : undefined;
  }

  #enqueue(
    signals: readonly TextSignal[],
    abort: AbortSignal | undefined,
  ): Promise<readonly PerceivedText[]> {
    return new Promise((resolve, reject) => {
      const job: Job = { signals, abort, resolve, reject, losses: 0 };
      // Somebody waits for a single text; a batch can wait.
      if (signals.length === 1) this.#queue.unshift(job);
      else this.#queue.push(job);
      this.#dispatch();
    });
  }

  #dispatch(): void {
    while (this.#queue.length > 0) {
      if (this.#closing !== undefined || this.#threads.size + this.#replacing === 0) {
        for (const job of this.#queue.splice(0)) job.reject(new Error("No perceiving thread is left"));
        return;
      }
      const thread = this.#idle.shift();
      if (thread === undefined) return;
      if (!thread.isAlive) {
        this.#replace(thread);
        continue;
      }
      // The cast is safe: the queue was not empty.
      void this.#run(this.#queue.shift() as Job, thread);
    }
  }

  async #run(job: Job, thread: PerceiverThread): Promise<void> {
    try {
      job.abort?.throwIfAborted();
      job.resolve(await thread.read(job.signals));
    } catch (error) {
      // A thread that ended takes nothing with it: another one reads the texts, unless they ended that one, too.
      if (!thread.isAlive && job.losses === 0 && this.#closing === undefined) {
        job.losses += 1;
        this.#queue.unshift(job);
      } else job.reject(error);
    }
    if (thread.isAlive) this.#idle.push(thread);
    else this.#replace(thread);
    this.#dispatch();
  }

  #replace(dead: PerceiverThread): void {
    this.#threads.delete(dead);
    if (this.#closing !== undefined || this.#replaced >= MOST_REPLACEMENTS) return;
    this.#replaced += 1;
    this.#replacing += 1;
    const started = PerceiverThread.start(this.#data).then(
      (thread) => {
        this.#threads.add(thread);
        this.#idle.push(thread);
        return this.#closing === undefined ? undefined : thread.close();
      },
      // One thread less; with none left, those who wait are told.
      () => undefined,
    );
    void started.then(() => {
      this.#replacing -= 1;
      this.#dispatch();
    });
  }
}

/** The result, or the reason of the abort if that comes first. */
async function orAborted<Result>(work: Promise<Result>, abort: AbortSignal | undefined): Promise<Result> {
  if (abort === undefined) return await work;
  let onAbort: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(abort.reason as Error);
    abort.addEventListener("abort", onAbort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (onAbort !== undefined) abort.removeEventListener("abort", onAbort);
  }
}
