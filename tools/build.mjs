// Compiles the packages and the apps, and bundles the site, but only what changed since the last build.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = join(import.meta.dirname, "..");
const STAMPS = join(ROOT, "node_modules", ".cache", "open-empathic");

const LIBRARIES = {
  stamp: "libraries",
  inputs: ["packages", "apps/server", "apps/cli", "tsconfig.json", "tsconfig.base.json"],
  product: "apps/cli/dist/main.js",
  said: "Compiling …",
  command: ["node_modules/typescript/bin/tsc", "--build"],
};
const SITE = {
  stamp: "site",
  inputs: ["packages", "apps/web", "models"],
  product: "apps/web/dist/index.html",
  said: "Building the site …",
  command: ["node_modules/vite/bin/vite.js", "build", "apps/web", "--logLevel", "warn"],
};

/** Builds what is older than its sources; costs a few milliseconds when nothing is. */
export function ensureBuilt() {
  for (const part of [LIBRARIES, SITE]) buildPart(part);
}

function buildPart({ stamp, inputs, product, said, command }) {
  const file = join(STAMPS, stamp);
  const now = fingerprint(inputs);
  if (existsSync(join(ROOT, product)) && existsSync(file) && readFileSync(file, "utf8") === now) return;

  process.stderr.write(`${said}\n`);
  try {
    execFileSync(process.execPath, command, { cwd: ROOT, stdio: ["ignore", 2, 2] });
  } catch {
    process.stderr.write("The build failed; the compiler's message stands above.\n");
    process.exit(1);
  }
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(file, now);
}

// Names, sizes and times of the sources: enough to tell that something changed, at the cost of a few stats.
function fingerprint(inputs) {
  const hash = createHash("sha256");
  for (const input of inputs) addToHash(hash, join(ROOT, input));
  return hash.digest("hex");
}

function addToHash(hash, path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  if (!stat.isDirectory()) {
    hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (name === "node_modules" || name === "dist" || name.endsWith(".tsbuildinfo")) continue;
    addToHash(hash, join(path, name));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) ensureBuilt();
