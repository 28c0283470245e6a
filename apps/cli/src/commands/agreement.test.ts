import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";

const SLOW = { timeout: 240_000 };

/** Krippendorff 2011, https://repository.upenn.edu/asc_papers/43, section E; 0 is a missing value. */
const KRIPPENDORFF = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
  [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
];
/** Shrout and Fleiss 1979, table 2, a column of theirs in each row here. */
const SHROUT_FLEISS = [
  [9, 6, 8, 7, 10, 6],
  [2, 1, 4, 1, 5, 2],
  [5, 3, 6, 2, 6, 4],
  [8, 2, 8, 6, 9, 7],
];

function csvOf(byRater: readonly (readonly number[])[]): string {
  const rows = byRater.flatMap((values, r) =>
    values.flatMap((value, u) =>
      value === 0 ? [] : [`unit ${String(u + 1)},"rater, ${String(r)}",${String(value)}`],
    ),
  );
  return `unit,rater,value\n${rows.join("\n")}\n`;
}

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "open-empathic-agreement-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("open-empathic agreement", SLOW, () => {
  it.each([
    ["nominal", 0.7434211],
    ["ordinal", 0.8153875],
    ["interval", 0.8491071],
    ["ratio", 0.7974028],
  ] as const)("gives Krippendorff's published alpha on the %s level", async (level, expected) => {
    const run = await runCli(["agreement", "--metric", "krippendorff-alpha", "--level", level, "-"], {
      input: csvOf(KRIPPENDORFF),
    });
    expect(run).toMatchObject({ status: 0, stderr: "41 ratings read.\n" });
    const found = JSON.parse(run.stdout) as { value: number };
    expect(found).toMatchObject({ metric: "krippendorff-alpha", interval: null, units: 11, pairable: 40 });
    expect(found.value).toBeCloseTo(expected, 6);
  });

  it("reads a file, gives Shrout and Fleiss' value and interval, and repeats a bootstrap for a seed", async () => {
    const file = join(folder, "shrout-fleiss.csv");
    await writeFile(file, csvOf(SHROUT_FLEISS));
    const icc = ["agreement", "--metric", "icc", "--level", "interval"];
    const plain = JSON.parse((await runCli([...icc, "--form", "3,k", file])).stdout) as {
      value: number;
      interval: { low: number; high: number };
    };
    // Shrout and Fleiss 1979, table 4: .91; interval as R psych 2.2.9 gives it.
    expect(plain.value).toBeCloseTo(0.9093155424, 8);
    expect(plain.interval.low).toBeCloseTo(0.67567471382, 8);
    expect(plain.interval.high).toBeCloseTo(0.9858916782, 8);
    const bootstrap = [...icc, "--bootstrap", "200", "--seed", "4", file];
    const [once, again] = await Promise.all([runCli(bootstrap), runCli(bootstrap)]);
    expect(again.stdout).toBe(once.stdout);
    expect(JSON.parse(once.stdout)).toMatchObject({ form: "2,1", interval: { level: 0.95 } });
  });

  it("has no value and says why where there is none", async () => {
    const alike = await runCli(["agreement", "--metric", "fleiss-kappa", "--level", "nominal", "-"], {
      input: "unit,rater,value\nu,a,joy\nu,b,joy\nv,a,joy\nv,b,joy\n",
    });
    expect(alike.status).toBe(0);
    expect(JSON.parse(alike.stdout)).toMatchObject({
      value: null,
      interval: null,
      why: expect.stringContaining("same") as string,
    });
    const gaps = await runCli(["agreement", "--metric", "icc", "--level", "interval", "-"], {
      input: csvOf(KRIPPENDORFF),
    });
    expect(JSON.parse(gaps.stdout)).toMatchObject({
      value: null,
      why: expect.stringContaining("a cell is empty") as string,
    });
    const three = await runCli(["agreement", "--metric", "ccc", "--level", "interval", "-"], {
      input: csvOf(KRIPPENDORFF),
    });
    expect(JSON.parse(three.stdout)).toMatchObject({
      value: null,
      why: expect.stringContaining("two raters") as string,
    });
  });

  it.each<[string, string, RegExp]>([
    [
      "a wrong header",
      "item,rater,value\nu,a,1\n",
      /line 1 is no header with the columns unit, rater and value/u,
    ],
    ["an empty file", "", /standard input is empty/u],
    ["no rating", "unit,rater,value\n", /no ratings/u],
    ["an empty cell", "unit,rater,value\nu,a,1\nu,,2\n", /line 3 has no rater/u],
    [
      "a second answer",
      'unit,rater,value\n"u\n",a,1\nv,a,1\n"u\n",a,2\n',
      /line 5 is a second answer of rater "a"/u,
    ],
    [
      "a word where a number belongs",
      "unit,rater,value\nu,a,much\n",
      /line 2 needs a number as value, got "much"/u,
    ],
    ["a short row", "unit,rater,value\nu,a\n", /line 2 has 2 fields where the header has 3 fields/u],
  ])("ends with 1 and names the line for %s", async (_what, input, reason) => {
    const run = await runCli(["agreement", "--metric", "krippendorff-alpha", "--level", "interval", "-"], {
      input,
    });
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr).toMatch(reason);
  });

  it.each<[string, readonly string[], RegExp]>([
    ["no metric", ["x.csv"], /say --metric/u],
    ["an unknown metric", ["--metric", "luck", "x.csv"], /--metric must be one of krippendorff-alpha/u],
    ["no level where it matters", ["--metric", "krippendorff-alpha", "x.csv"], /say --level/u],
    [
      "a level that the metric has not",
      ["--metric", "icc", "--level", "nominal", "x.csv"],
      /no nominal level/u,
    ],
    ["no file", ["--metric", "icc"], /say one file/u],
    ["a bootstrap that is none", ["--metric", "icc", "--bootstrap", "many", "x.csv"], /--bootstrap must be/u],
  ])("ends with 2 and says why for %s", async (_what, args, reason) => {
    const run = await runCli(["agreement", ...args]);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toMatch(reason);
  });
});

describe("open-empathic aggregate", SLOW, () => {
  const input = `unit,rater,value\n${["u1", "u2", "u3", "u4"]
    .flatMap((unit, u) =>
      ["a", "b", "c"].map(
        (rater) => `${unit},${rater},${rater === "c" ? "joy" : (["joy", "awe"][u % 2] ?? "")}`,
      ),
    )
    .join("\n")}\n`;

  it.each(["majority", "dawid-skene", "mace", "glad"])(
    "gives a distribution for each unit, then the raters, by %s",
    async (method) => {
      const run = await runCli(["aggregate", "--method", method, "--seed", "3", "-"], { input });
      expect(run.status).toBe(0);
      const lines = run.stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(lines).toHaveLength(5);
      expect(lines.slice(0, 4).map(({ unit }) => unit)).toEqual(["u1", "u2", "u3", "u4"]);
      const { awe = 0, joy = 0 } = lines[1]?.["distribution"] as Record<string, number>;
      expect(awe).toBeGreaterThan(joy);
      expect(awe + joy).toBeCloseTo(1, 12);
      expect(lines[4]).toMatchObject({ method, raters: [{ rater: "a" }, { rater: "b" }, { rater: "c" }] });
      expect(run.stderr).toContain("12 ratings read");
    },
  );

  it("ends with 2 for wrong arguments and 1 for a file that is not there", async () => {
    const [unknown, missing] = await Promise.all([
      runCli(["aggregate", "--method", "dice", "x.csv"]),
      runCli(["aggregate", "--method", "mace", join(folder, "none.csv")]),
    ]);
    expect(unknown).toMatchObject({ status: 2, stdout: "" });
    expect(unknown.stderr).toContain("--method must be one of majority");
    expect(missing).toMatchObject({ status: 1, stdout: "" });
    expect(missing.stderr).toMatch(/can't read .*none\.csv/u);
  });
});
