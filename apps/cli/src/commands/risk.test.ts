import { describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";

describe("open-empathic risk", { timeout: 120_000 }, () => {
  it("judges lines in their order and gives bad ones an error", async () => {
    const lines = [
      '{"id":1,"text":"I am going to kill myself tonight, I have the pills here"}',
      '{"id":2,"text":"This commute is killing me"}',
      "{",
      '{"id":4,"turns":[{"role":"person","text":"I am fine"},{"role":"assistant","text":"Good."}]}',
      '{"id":5,"turns":[]}',
    ];
    const run = await runCli(["risk", "--jsonl"], { input: lines.join("\n") });
    expect(run.status).toBe(0);
    const answers = run.stdout.trimEnd().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>); // prettier-ignore
    expect(answers.map(({ id }) => id)).toEqual([1, 2, null, 4, 5]);
    expect(answers[0]).toMatchObject({ level: "imminent", about: "self" });
    expect(Object.keys(answers[0] ?? {})).toEqual(["id", "level", "about", "reason"]);
    expect(answers[1]).toMatchObject({ level: "none", about: null });
    expect(answers[2]).toMatchObject({ error: "the line is not JSON" });
    expect(answers[3]).toMatchObject({ level: "none" });
    expect(answers[4]).toMatchObject({ error: '"turns" has no turn of the person' });
  });

  it("judges one text", async () => {
    const run = await runCli(["risk", "--text", "What a lovely day"]);
    expect(JSON.parse(run.stdout)).toMatchObject({ level: "none", about: null });
  });
});
