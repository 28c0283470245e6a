import { Worker } from "node:worker_threads";
import type { PgliteAnswer, PgliteRequest } from "./pglite-worker.ts";

/** What one statement gave. */
export interface PgliteResult {
  readonly rows: readonly unknown[];
  readonly affectedRows?: number;
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
}

/** Runs statements: the database itself, or one open transaction of it. */
export interface PgliteClient {
  query(
    sql: string,
    params?: readonly unknown[],
    options?: { readonly rowMode?: "array" | "object" },
  ): Promise<PgliteResult>;
  exec(sql: string): Promise<void>;
}

// Leaves out `id`, which is counted here, and keeps the union apart.
type Unnumbered<T> = T extends unknown ? Omit<T, "id"> : never;

/**
 * PGlite in a worker thread, in the shape that Drizzle's PGlite driver calls. PostgreSQL's own session exists
 * once, so a transaction keeps every other statement waiting: awaiting the outer database inside one never ends.
 */
export class PgliteThread implements PgliteClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<
    number,
    { resolve: (result: unknown) => void; reject: (error: Error) => void }
  >();
  readonly #exited: Promise<void>;
  #lastId = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #gone: Error | undefined;

  private constructor(dataDir: string | undefined) {
    this.#worker = startThread(dataDir);
    this.#worker.on("message", (answer: PgliteAnswer) => this.#settle(answer));
    this.#worker.on("error", (error) => this.#fail(error));
    this.#exited = new Promise((resolve) => {
      this.#worker.once("exit", () => {
        this.#fail(new Error("The database thread has ended"));
        resolve();
      });
    });
  }

  /**
   * Opens the database in a folder, or in memory when none is given.
   * @throws {Error} What PGlite said when it could not open.
   */
  static async open(dataDir?: string): Promise<PgliteThread> {
    const thread = new PgliteThread(dataDir);
    try {
      await thread.exec("select 1");
      return thread;
    } catch (error) {
      await thread.#worker.terminate();
      throw error;
    }
  }

  query(
    sql: string,
    params: readonly unknown[] = [],
    options: { readonly rowMode?: "array" | "object" } = {},
  ): Promise<PgliteResult> {
    return this.#inTurn(() => this.#query(sql, params, options.rowMode));
  }

  exec(sql: string): Promise<void> {
    return this.#inTurn(() => this.#exec(sql));
  }

  /** Runs `work` in a transaction of its own: all of it is written, or nothing. */
  transaction<T>(work: (client: PgliteClient) => Promise<T>): Promise<T> {
    const client: PgliteClient = {
      query: (sql, params = [], options = {}) => this.#query(sql, params, options.rowMode),
      exec: (sql) => this.#exec(sql),
    };
    return this.#inTurn(async () => {
      await this.#exec("begin");
      try {
        const result = await work(client);
        await this.#exec("commit");
        return result;
      } catch (error) {
        await this.#exec("rollback");
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    if (this.#gone !== undefined) return;
    await this.#inTurn(() => this.#ask({ kind: "close" }));
    await this.#exited;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #query(
    sql: string,
    params: readonly unknown[],
    rowMode: "array" | "object" = "object",
  ): Promise<PgliteResult> {
    // The worker answers a query with exactly these fields.
    return (await this.#ask({ kind: "query", sql, params, rowMode })) as PgliteResult;
  }

  async #exec(sql: string): Promise<void> {
    await this.#ask({ kind: "exec", sql });
  }

  #ask(request: Unnumbered<PgliteRequest>): Promise<unknown> {
    if (this.#gone !== undefined) return Promise.reject(this.#gone);
    const id = (this.#lastId += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ ...request, id });
    });
  }

  #settle(answer: PgliteAnswer): void {
    const caller = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.ok) caller?.resolve(answer.result);
    else caller?.reject(Object.assign(new Error(answer.message), { code: answer.code }));
  }

  #fail(error: Error): void {
    this.#gone ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#gone);
    this.#waiting.clear();
  }
}

/** From source (tests, development) the thread first needs the loader that understands TypeScript. */
function startThread(dataDir: string | undefined): Worker {
  const options = { workerData: { dataDir }, execArgv: [] };
  if (!import.meta.url.endsWith(".ts")) {
    return new Worker(new URL("./pglite-worker.js", import.meta.url), options);
  }
  const loader = import.meta.resolve("tsx/esm/api");
  const file = new URL("./pglite-worker.ts", import.meta.url).href;
  const bootstrap = `import("${loader}").then(({ register }) => { register(); return import("${file}"); })`;
  return new Worker(bootstrap, { ...options, eval: true });
}
