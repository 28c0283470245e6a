// Installs the locked dependencies when they are missing or older than the lockfile. Runs before any of them
// exist, so it uses Node alone.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const STAMP = join(ROOT, "node_modules", ".open-empathic-installed");
const OLDEST_NODE = [20, 19];

/** Makes sure that node_modules is what package-lock.json says; costs a few milliseconds when it is. */
export function ensureInstalled() {
  refuseOldNode();
  const wanted = createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .update(process.version.split(".")[0])
    .digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;

  process.stderr.write("Installing dependencies (once, about half a minute) …\n");
  runNpm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(STAMP, wanted);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  process.stderr.write(
    `Open Empathic needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}.\n`,
  );
  process.exit(2);
}

// npm tells the scripts it runs where it lives; calling that file with node needs no shell on any system.
function runNpm(args) {
  const npm = process.env["npm_execpath"];
  const [command, prefix] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  try {
    execFileSync(command, [...prefix, ...args], {
      cwd: ROOT,
      stdio: ["ignore", 2, 2],
      shell: command === "npm" && process.platform === "win32",
    });
  } catch {
    process.stderr.write("npm could not install the dependencies; its own message stands above.\n");
    process.exit(1);
  }
}
