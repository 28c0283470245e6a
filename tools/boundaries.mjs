// Holds the imports against the table in .dependency-cruiser.cjs, and makes sure that it saw any at all: with a
// compiler it cannot use, the cruiser finds no modules and reports no violations.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = join(import.meta.dirname, "..");

/** Cruises the tree at `root`; gives the number of modules seen and every broken rule with its two ends. */
export function findBoundaryViolations(root = ROOT) {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(ROOT, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs"),
      "--config",
      join(ROOT, ".dependency-cruiser.cjs"),
      "--output-type",
      "json",
      ...foldersOf(root),
    ],
    { cwd: root, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 },
  );
  let report;
  try {
    report = JSON.parse(stdout);
  } catch (cause) {
    throw new Error(`dependency-cruiser gave no report: ${stderr}`, { cause });
  }
  return {
    modules: report.summary.totalCruised,
    violations: report.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}

// Sources only: what the compiler wrote beside them says the same again.
function foldersOf(root) {
  const nested = ["packages", "apps"].flatMap((kind) =>
    readdirSync(join(root, kind)).map((name) => `${kind}/${name}/src`),
  );
  return [...nested, "examples", "bench", "training", "journeys"].filter((folder) =>
    existsSync(join(root, folder)),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { modules, violations } = findBoundaryViolations();
  for (const { rule, from, to } of violations) process.stderr.write(`${rule}: ${from} → ${to}\n`);
  process.stdout.write(`${modules} modules seen, ${violations.length} boundary violations\n`);
  process.exit(modules > 0 && violations.length === 0 ? 0 : 1);
}
