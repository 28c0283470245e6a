import { execFile } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const SCRIPTS = readdirSync(FOLDER).filter((name) => /^\d\d-.*\.ts$/u.test(name));
const NODE = ["--conditions=workspace", "--import", "tsx", "--disable-warning=ExperimentalWarning"];
const run = promisify(execFile);

it("has examples to run", () => {
  expect(SCRIPTS.length).toBeGreaterThan(0);
});

it.each(SCRIPTS)("%s prints what its comments promise", { timeout: 120_000 }, async (name) => {
  const source = readFileSync(`${FOLDER}/${name}`, "utf8");
  const promised = [...source.matchAll(/^\/\/ prints: (.*)$/gmu)].map(([, line]) => line);
  expect(promised).not.toEqual([]);
  const { stdout } = await run(process.execPath, [...NODE, name], { cwd: FOLDER });
  expect(stdout.trimEnd().split("\n")).toEqual(promised);
});
