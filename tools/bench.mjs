// npm run bench: our figures beside what a user would pick instead, from one run.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";

ensureInstalled();
ensureBuilt();
const { status } = spawnSync(
  process.execPath,
  ["--disable-warning=ExperimentalWarning", "--import", "tsx", "bench/bench.ts", ...process.argv.slice(2)],
  { cwd: join(import.meta.dirname, ".."), stdio: "inherit" },
);
process.exit(status ?? 1);
