// npm run bench: our figures beside what a user would pick instead, from one run.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";

ensureInstalled();
ensureBuilt();
const parts = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const needsBrowser = parts.length === 0 || parts.includes("text");
const env = needsBrowser ? { ...process.env, CHROMIUM_PATH: ensureBrowser() } : process.env;
const { status } = spawnSync(
  process.execPath,
  ["--disable-warning=ExperimentalWarning", "--import", "tsx", "bench/bench.ts", ...process.argv.slice(2)],
  { cwd: join(import.meta.dirname, ".."), stdio: "inherit", env },
);
process.exit(status ?? 1);
