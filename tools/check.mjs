// npm run check: build, types, lint, boundaries, documented examples, tests. Nothing is checked anywhere else.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";

const ROOT = join(import.meta.dirname, "..");

ensureInstalled();
ensureBuilt();
const { writeDocExamples } = await import("./doctest.mjs");
writeDocExamples();

const steps = [
  ["types", "node_modules/typescript/bin/tsc", "-p", "tsconfig.check.json"],
  ["types of the site", "node_modules/typescript/bin/tsc", "-p", "apps/web/tsconfig.json"],
  // The types of the whole house are more than the usual heap holds.
  ["lint", "--max-old-space-size=8192", "node_modules/eslint/bin/eslint.js", "."],
  ["format", "node_modules/prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."],
  ["boundaries", "tools/boundaries.mjs"],
  ["documented examples and tests", "tools/test.mjs"],
];

for (const [name, ...args] of steps) {
  process.stdout.write(`— ${name}\n`);
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: "inherit" });
  if (status !== 0) {
    process.stderr.write(`check stopped at: ${name}\n`);
    process.exit(1);
  }
}
