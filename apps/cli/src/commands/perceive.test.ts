import { once } from "node:events";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { estimateSchema } from "@openempathic/client";
import { describe, expect, it } from "vitest";
import { runCli, spawnCli } from "../testing/run-cli.ts";

const SLOW = { timeout: 120_000 };

/** The lines of an output, each as JSON. */
function linesOf(stdout: string): Record<string, unknown>[] {
  return stdout.trimEnd().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>); // prettier-ignore
}

describe("open-empathic perceive", SLOW, () => {
  it("prints the estimate of a text as JSON and nothing else", async () => {
    const run = await runCli(["perceive", "--text", "I am so grateful for all of you, thank you!"]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    const estimate = estimateSchema.parse(JSON.parse(run.stdout));
    expect(estimate.likelihood.Gratitude).toBeGreaterThan(0.5);
  });

  it("reads with the model that is asked for, by flag or by setting", async () => {
    const text = ["perceive", "--text", "I am so grateful for all of you, thank you!"];
    const idOf = (stdout: string) => estimateSchema.parse(JSON.parse(stdout)).source.id;
    expect(idOf((await runCli(text)).stdout)).toBe("text-mini");
    expect(idOf((await runCli([...text, "--perceiver", "text-ngram"])).stdout)).toBe("text-ngram");
    const env = { OPEN_EMPATHIC_TEXT_PERCEIVER: "text-ngram" };
    expect(idOf((await runCli(text, { env })).stdout)).toBe("text-ngram");
  });

  it("reads a line's earlier turns with its last", async () => {
    const last = { role: "user", text: "It was fine." };
    const before = [
      { role: "user", text: "We buried my grandmother today." },
      { role: "assistant", text: "I am so sorry. How was the funeral?" },
    ];
    const lines = [
      { id: 1, turns: [last] },
      { id: 2, turns: [...before, last] },
    ];
    const input = lines.map((line) => JSON.stringify(line)).join("\n");
    const [alone, inContext] = linesOf((await runCli(["perceive", "--jsonl"], { input })).stdout);
    const of = (line: Record<string, unknown> | undefined) => estimateSchema.parse(line?.["estimate"]);
    expect(of(inContext).likelihood).not.toEqual(of(alone).likelihood);
    expect(of(inContext).evidence.every(({ end }) => end <= last.text.length)).toBe(true);
  });

  it("abstains from what it cannot tell, which is no failure", async () => {
    const run = await runCli(["perceive", "--text", "今日はとても悲しい一日でした。"]);
    expect(run.status).toBe(0);
    expect(estimateSchema.parse(JSON.parse(run.stdout)).abstained?.reason).toBe("language");
  });

  it("reads a text file, and says that sound is not in this version", async () => {
    const folder = await mkdtemp(join(tmpdir(), "open-empathic-"));
    await writeFile(join(folder, "letter.txt"), "I miss you and I cry every night.");
    const letter = await runCli(["perceive", "--file", join(folder, "letter.txt"), "--as", "emotionml"]);
    expect(letter.status).toBe(0);
    expect(letter.stdout).toContain('<category name="Sadness"');
    const sound = await runCli(["perceive", "--file", join(folder, "voice.wav")]);
    expect(sound).toMatchObject({ status: 1, stdout: "" });
    expect(sound.stderr).toContain("not perceived in this version");
  });

  it("answers lines in their order, gives bad ones an error and goes on", async () => {
    const good = '{"id":"first","text":"This makes me so angry!"}';
    const turns = [
      { role: "assistant", text: "How was it?" },
      { role: "user", text: "I was terrified." },
    ];
    const lines = [
      "\uFEFF" + good,
      "not json",
      '["a list"]',
      '{"text":"no id"}',
      '{"id":4}',
      "",
      '{"id":5,"text":7}',
      '{"id":6,"turns":[{"role":"narrator","text":"x"}]}',
      '{"id":7,"file":"/nowhere/at all.txt"}',
      JSON.stringify({ id: 8, turns }),
      '{"id":9,"text":""}',
      '{"id":10,"text":"so \\ud83d sad"}',
    ];
    const run = await runCli(["perceive", "--jsonl"], { input: lines.join("\r\n") });
    expect(run.status).toBe(0);
    const answers = linesOf(run.stdout);
    expect(answers.map(({ id }) => id)).toEqual(["first", null, null, null, 4, 5, 6, 7, 8, 9, 10]);
    const withEstimate = answers.filter((answer) => "estimate" in answer);
    expect(withEstimate.map(({ id }) => id)).toEqual(["first", 8, 9, 10]);
    for (const { estimate } of withEstimate) estimateSchema.parse(estimate);
    expect(answers.filter((answer) => "error" in answer)).toHaveLength(7);
    expect(run.stderr).toContain("11 lines, 7 with errors");
  });

  it("gives likelihoods in the label set that is asked for", async () => {
    const input = '{"id":1,"text":"Thank you so much!"}\n';
    const own = linesOf((await runCli(["perceive", "--jsonl", "--labels", "goemotions"], { input })).stdout);
    expect(own).toMatchObject([{ id: 1, estimate: { labels: "goemotions" } }]);
    const likelihood = (own[0]?.["estimate"] as { likelihood: Record<string, number> }).likelihood;
    expect(Object.keys(likelihood)).toHaveLength(28);
    expect(likelihood["gratitude"]).toBeGreaterThan(0.5);
    const walked = linesOf((await runCli(["perceive", "--jsonl", "--labels", "ekman"], { input })).stdout);
    expect(walked).toMatchObject([
      { estimate: { labels: "ekman", likelihood: { joy: expect.any(Number) as number } } },
    ]);
  });

  it("ends quietly when the reader has seen enough", async () => {
    const child = spawnCli(["perceive", "--jsonl"]);
    const closed = once(child, "exit");
    child.stdin.on("error", () => undefined);
    const line = '{"id":1,"text":"This is a line about a good day."}\n';
    child.stdin.end(line.repeat(20_000));
    await once(child.stdout, "data");
    child.stdout.destroy();
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    expect(await closed).toEqual([0, null]);
    expect(said).not.toMatch(/EPIPE|Error/u);
  });

  it("answers while lines are still coming", async () => {
    const child = spawnCli(["perceive", "--jsonl"]);
    const closed = once(child, "exit");
    child.stdin.write('{"id":"a","text":"first"}\n');
    const [answer] = (await once(child.stdout, "data")) as [Buffer];
    expect(answer.toString()).toContain('"id":"a"');
    child.stdin.end();
    expect(await closed).toEqual([0, null]);
  });
});
