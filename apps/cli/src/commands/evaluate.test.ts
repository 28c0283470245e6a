import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";

/** A few sentences of our own in the form of the published files; the numbers are label indices of GoEmotions. */
async function writeSmallData(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "open-empathic-"));
  await mkdir(join(folder, "goemotions"));
  await mkdir(join(folder, "emobank"));
  const comments = [
    "Thank you so much!\t15\tid1",
    "I am so angry about this\t2\tid2",
    "The table is brown.\t27\tid3",
  ];
  await writeFile(join(folder, "goemotions", "dev.tsv"), `${comments.join("\n")}\n`);
  const rated = [
    "a,dev,4.2,3.4,3.5,What a wonderful day",
    "b,dev,1.5,3.9,2.5,This is a terrible loss",
    "c,dev,3,2.8,3,The table is brown.",
  ];
  await writeFile(join(folder, "emobank", "dev.csv"), `id,split,V,A,D,text\n${rated.join("\n")}\n`);
  return folder;
}

describe("open-empathic evaluate text", { timeout: 120_000 }, () => {
  it("prints figures with their intervals, as a table or as JSON", async () => {
    const data = await writeSmallData();
    const args = ["evaluate", "text", "--data", data, "--bootstrap", "10", "--perceiver", "text-ngram"];
    const json = await runCli([...args, "--as", "json"]);
    expect(json.status).toBe(0);
    expect(JSON.parse(json.stdout)).toMatchObject({
      perceiver: { id: "text-ngram" },
      labels: { texts: 3 },
      dimensions: { texts: 3 },
      probes: { pairs: { pairs: 601 }, dialogues: { dialogues: 145 }, swaps: { templates: 78 } },
      bootstrap: 10,
    });
    const table = await runCli(args);
    expect(table.stdout).toMatch(/macro-F1[^]*7 groups[^]*valence[^]*negation[^]*sarcasm[^]*swapped/u);
  });

  it("refuses a perceiver that there is not", async () => {
    const run = await runCli(["evaluate", "text", "--data", await writeSmallData(), "--perceiver", "maxi"]);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toContain("text-mini, text-ngram");
  });

  it("says where it looked when there is no data, and fails", async () => {
    const run = await runCli(["evaluate", "text", "--data", "/nowhere/at-all"]);
    expect(run).toMatchObject({ status: 1, stdout: "" });
    expect(run.stderr).toContain(join("/nowhere/at-all", "goemotions", "dev.tsv"));
    expect(run.stderr).toContain("--data");
  });
});
