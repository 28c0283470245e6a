import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";

/** A PostgreSQL of a test's own, gone with it. */
export interface TestPostgresql {
  readonly url: string;
  close(): Promise<void>;
}

/** Where packages put the programs of the server itself, newest version first. */
function binaryFolders(): string[] {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  return [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env["PATH"] ?? "").split(delimiter),
    "/opt/homebrew/opt/postgresql/bin",
    "/usr/pgsql/bin",
  ];
}

/** The folder with PostgreSQL's own programs; `undefined` where it is not installed. */
export function findPostgresql(): string | undefined {
  return binaryFolders().find((folder) =>
    ["initdb", "postgres"].every((name) => existsSync(join(folder, name))),
  );
}

/**
 * Starts a cluster in a temporary folder, on a free port of loopback. PostgreSQL refuses to run as root, so root
 * lends it the user "postgres", or "nobody".
 * @param folder From {@link findPostgresql}.
 */
export async function startPostgresql(
  folder: string,
  { maxConnections = 40 }: { readonly maxConnections?: number } = {},
): Promise<TestPostgresql> {
  const home = await mkdtemp(join(tmpdir(), "open-empathic-cluster-"));
  const owner = process.getuid?.() === 0 ? lentUser() : undefined;
  if (owner !== undefined) chownSync(home, owner.uid, owner.gid);
  const options = { cwd: home, env: { LC_ALL: "C", PATH: process.env["PATH"] ?? "" }, ...owner };
  const data = join(home, "data");
  execFileSync(
    join(folder, "initdb"),
    ["-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync"],
    {
      ...options,
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  const port = await freePort();
  const limit = `max_connections=${String(maxConnections)}`;
  const settings = ["listen_addresses=127.0.0.1", "fsync=off", limit].flatMap((one) => ["-c", one]);
  const server = spawn(join(folder, "postgres"), ["-D", data, "-p", String(port), "-k", home, ...settings], {
    ...options,
    stdio: ["ignore", "ignore", "pipe"],
  });
  await untilReady(server);
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    close: async () => {
      const exited = once(server, "exit");
      // SIGQUIT is PostgreSQL's "immediate shutdown", which takes its children along.
      server.kill("SIGQUIT");
      await exited;
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function untilReady(server: ChildProcess): Promise<void> {
  if (server.stderr === null) throw new Error("the server's log is piped");
  const said: string[] = [];
  const lines = createInterface({ input: server.stderr });
  await new Promise<void>((resolve, reject) => {
    lines.on("line", (line) => {
      said.push(line);
      if (line.includes("ready to accept connections")) resolve();
    });
    lines.on("close", () => reject(new Error(`PostgreSQL ended before it was ready:\n${said.join("\n")}`)));
  });
}

function lentUser(): { readonly uid: number; readonly gid: number } {
  for (const name of ["postgres", "nobody"]) {
    try {
      const [uid, gid] = ["-u", "-g"].map((flag) =>
        Number(execFileSync("id", [flag, name], { stdio: "pipe" })),
      );
      if (uid !== undefined && gid !== undefined) return { uid, gid };
    } catch {
      // This machine has no such user; the next one may be there.
    }
  }
  return { uid: 65_534, gid: 65_534 };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server's address is never a string.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
