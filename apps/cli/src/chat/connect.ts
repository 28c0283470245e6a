import { createClient } from "@openempathic/client";
import type { Client } from "@openempathic/client";
import { CommandFailure } from "../command-failure.ts";
import { cookieFetch } from "./cookie-fetch.ts";

/** Which server to talk to. */
export interface ConnectOptions {
  /** Its address; without one it is a server that already runs on this machine, else one of our own. */
  readonly server?: string;
  readonly key?: string;
  /** The data folder of a server of our own; with one no running server is looked for. */
  readonly dataDir?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A server that can be talked to. */
export interface Connection {
  readonly client: Client;
  /** Where it is. */
  readonly url: string;
  /** Ends a server of our own; leaves a running one alone. */
  close(): Promise<void>;
}

const ANSWER_WITHIN_MS = 1500;

/** Finds a server or starts one. @throws {CommandFailure} where nothing answers at the address that was given */
export async function connect(options: ConnectOptions): Promise<Connection> {
  const { server, key, dataDir, env } = options;
  const usual = `http://127.0.0.1:${env["OPEN_EMPATHIC_PORT"] ?? "4747"}`;
  const url = (server ?? usual).replace(/\/+$/u, "");
  if (server !== undefined || (dataDir === undefined && (await isServer(url)))) {
    if (server !== undefined && !(await isServer(url)))
      throw new CommandFailure(`no Open Empathic answers at ${url}`);
    return await join(url, key);
  }
  return await startOwn(options);
}

async function isServer(url: string): Promise<boolean> {
  const client = createClient({ baseUrl: url, fetch: globalThis.fetch });
  return await client.health({ signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).then(
    () => true,
    () => false,
  );
}

/** A running server: as the holder of the key, or else as a new participant without a name. */
async function join(url: string, key: string | undefined): Promise<Connection> {
  const close = (): Promise<void> => Promise.resolve();
  if (key !== undefined) {
    const headers = { authorization: `Bearer ${key}` };
    return { client: createClient({ baseUrl: url, fetch: globalThis.fetch, headers }), url, close };
  }
  const client = createClient({ baseUrl: url, fetch: cookieFetch(globalThis.fetch, url) });
  await client.me();
  return { client, url, close };
}

/** A server of our own, for as long as the conversation lasts, signed in as the owner of its data. */
async function startOwn({ dataDir, env }: ConnectOptions): Promise<Connection> {
  const { startServer } = await import("@openempathic/server");
  const server = await startServer({
    env,
    port: 0,
    // The server's log would stand between the lines of the conversation.
    log: () => undefined,
    ...(dataDir === undefined ? {} : { dataDir }),
  });
  const fetch = cookieFetch(globalThis.fetch, server.url);
  await (await fetch(server.signInUrl, { redirect: "manual" })).body?.cancel();
  return {
    client: createClient({ baseUrl: server.url, fetch }),
    url: server.url,
    close: () => server.close(),
  };
}
