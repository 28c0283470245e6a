import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
const BUILT = join(ROOT, "apps", "web", "dist", "index.html");

/** Builds the site with Vite, unless what is built is newer than everything it is built from. */
export function buildSite(): void {
  const sources = ["affect", "measure", "govern", "perceive", "respond", "experiences", "client"].map(
    (name) => join(ROOT, "packages", name, "src"),
  );
  const newest = Math.max(
    ...[...sources, join(ROOT, "apps", "web", "src"), join(ROOT, "apps", "web", "public")].map(newestIn),
    statSync(join(ROOT, "apps", "web", "index.html")).mtimeMs,
  );
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs > newest) return;
  execFileSync(
    process.execPath,
    [join(ROOT, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn"],
    {
      cwd: join(ROOT, "apps", "web"),
      stdio: ["ignore", 2, 2],
      // Tests run as NODE_ENV=test, for which Vite would take React's development build.
      env: { ...process.env, NODE_ENV: "production" },
    },
  );
}

function newestIn(folder: string): number {
  const times = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(0, ...times);
}
