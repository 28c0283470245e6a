/**
 * The thread that PGlite lives in. It runs SQL on the thread that calls it, and a long query would otherwise
 * stop every request and every open stream until it is done.
 */
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";

/** What the thread is asked to do. */
export type PgliteRequest =
  | {
      readonly id: number;
      readonly kind: "query";
      readonly sql: string;
      readonly params: readonly unknown[];
      readonly rowMode: "array" | "object";
    }
  | { readonly id: number; readonly kind: "exec"; readonly sql: string }
  | { readonly id: number; readonly kind: "close" };

/** What it answers; a failure carries PostgreSQL's code, for callers that tell one failure from another. */
export type PgliteAnswer =
  | { readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string; readonly code?: string | undefined };

const port = parentPort;
if (port === null) throw new Error("pglite-worker runs as a worker thread only");

// The folder is passed by PgliteThread, the only one who starts this file.
const { dataDir } = workerData as { readonly dataDir: string | undefined };
const opening = PGlite.create(dataDir === undefined ? {} : { dataDir });
opening.catch(() => undefined);

port.on("message", (request: PgliteRequest) => {
  void answer(request).then((reply) => {
    port.postMessage(reply);
    if (request.kind === "close") port.close();
  });
});

async function answer(request: PgliteRequest): Promise<PgliteAnswer> {
  try {
    const database = await opening;
    return { id: request.id, ok: true, result: await run(database, request) };
  } catch (error) {
    const message = error instanceof Error ? error.message : "unknown failure";
    const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
    return { id: request.id, ok: false, message, code };
  }
}

async function run(database: PGlite, request: PgliteRequest): Promise<unknown> {
  switch (request.kind) {
    case "query": {
      const { rows, affectedRows, fields } = await database.query(request.sql, [...request.params], {
        rowMode: request.rowMode,
      });
      return { rows, affectedRows, fields };
    }
    case "exec":
      await database.exec(request.sql);
      return undefined;
    case "close":
      await database.close();
      return undefined;
  }
}
