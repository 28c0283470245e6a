// npm test: everything that runs, on a machine that may have nothing but Node. Ends with "N passed, N failed".
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";

const ROOT = join(import.meta.dirname, "..");

ensureInstalled();
ensureBuilt();
const browser = ensureBrowser();
const { writeDocExamples } = await import("./doctest.mjs");
process.stdout.write(`${writeDocExamples()} documented examples to run\n`);

// Documented examples are many and small: they share a process. The journeys come last and one file at a time: a browser
// beside a busy machine makes slow, not wrong, pages.
const runs = [
  ["--exclude", "journeys/**", "--exclude", "examples/.doctest/**"],
  ["examples/.doctest", "--no-isolate"],
  ["journeys", "--no-file-parallelism"],
].map((args) => runVitest([...args, ...process.argv.slice(2)]));

const passed = runs.reduce((sum, run) => sum + run.passed, 0);
const failed = runs.reduce((sum, run) => sum + run.failed, 0);
const skipped = runs.reduce((sum, run) => sum + run.skipped, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

function runVitest(args) {
  const folder = mkdtempSync(join(tmpdir(), "open-empathic-test-"));
  const report = join(folder, "report.json");
  const { status } = spawnSync(
    process.execPath,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...args,
    ],
    { cwd: ROOT, stdio: "inherit", env: { ...process.env, CHROMIUM_PATH: browser } },
  );
  const counts = countTests(report, status);
  rmSync(folder, { recursive: true, force: true });
  return counts;
}

// A file that cannot even be loaded has no tests to count; it counts as one failure.
function countTests(report, status) {
  try {
    const { numPassedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report, "utf8"),
    );
    const broken = testResults.filter(
      (file) => file.status === "failed" && file.assertionResults.length === 0,
    );
    const wrong = testResults.flatMap((file) =>
      file.assertionResults.filter((one) => one.status === "failed"),
    );
    const failed = wrong.length + broken.length;
    return {
      passed: numPassedTests,
      failed: failed === 0 && status !== 0 ? 1 : failed,
      skipped: numPendingTests + numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
