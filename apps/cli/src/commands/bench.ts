import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { CommandFailure } from "../command-failure.ts";
import { REPOSITORY_ROOT } from "../repository-root.ts";
import type { Command } from "../command.ts";

/** `open-empathic bench`: the script behind `npm run bench`. */
export const bench: Command = async (args, { signal }) => {
  const script = join(REPOSITORY_ROOT, "tools", "bench.mjs");
  const child = spawn(process.execPath, [script, ...args], { stdio: "inherit", cwd: REPOSITORY_ROOT });
  signal.addEventListener("abort", () => child.kill());
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new CommandFailure(`the bench ended with status ${String(code)}`);
};
