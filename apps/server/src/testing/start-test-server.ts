import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../start-server.ts";
import type { RunningServer, StartOptions } from "../start-server.ts";

/** How a test's server differs from the usual. */
export interface TestServerOptions extends StartOptions {
  /** A folder that outlives the server, for tests of restarts; without one all is in memory and gone at the end. */
  readonly dataDir?: string;
}

/** A running server and what it said. */
export interface TestServer extends RunningServer {
  /** The lines of its log so far. */
  readonly logLines: readonly string[];
}

/** Starts a whole server on a free port, with an environment of its own: settings of this machine do not reach it. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { dataDir, ...rest } = options;
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), "open-empathic-test-")));
  const logLines: string[] = [];
  const server = await startServer({
    env: {},
    port: 0,
    log: (line) => void logLines.push(line),
    ...(dataDir === undefined ? { databaseUrl: "memory://" } : {}),
    ...rest,
    dataDir: folder,
  });
  const close = async () => {
    await server.close();
    if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
  };
  return { ...server, close, logLines };
}
