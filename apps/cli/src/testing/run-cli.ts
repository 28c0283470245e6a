import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { REPOSITORY_ROOT } from "../repository-root.ts";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));

/** How one run of the command line ended. */
export interface CliRun {
  readonly status: number | null;
  readonly stdout: string;
  /** Without Node's own warnings about importing JSON. */
  readonly stderr: string;
}

/** Settings of the machine that runs the tests do not reach the command. */
function cleanEnv(env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(OPEN_EMPATHIC_|DATABASE_URL|LC_|LANG|NODE_)/u.test(name),
  );
  // An own, unused port, so that no server of the machine's owner is talked to.
  return { ...Object.fromEntries(kept), OPEN_EMPATHIC_PORT: "1", NO_COLOR: "1", ...env };
}

/** Starts the command line as a process of its own, from its source. */
export function spawnCli(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcessWithoutNullStreams {
  const node = ["--conditions=workspace", "--import", "tsx", "--disable-warning=ExperimentalWarning", MAIN];
  return spawn(process.execPath, [...node, ...args], { cwd: REPOSITORY_ROOT, env: cleanEnv(env) });
}

/** Runs the command line to its end, with some text on standard input. */
export async function runCli(
  args: readonly string[],
  { input = "", env = {} }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<CliRun> {
  const child = spawnCli(args, env);
  const closed = once(child, "close") as Promise<[number | null]>;
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  // A command that ends without reading its input closes the pipe.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const [status] = await closed;
  return { status, stdout: stdout(), stderr: stderr() };
}

/** What a stream has said so far. */
export function collect(stream: NodeJS.ReadableStream): () => string {
  let text = "";
  stream.setEncoding("utf8");
  stream.on("data", (chunk: string) => (text += chunk));
  return () => text;
}
