import { describe, expect, it } from "vitest";
import { runCli } from "./testing/run-cli.ts";

const SLOW = { timeout: 120_000 };

describe("open-empathic", SLOW, () => {
  it("shows its version and its help on standard output", async () => {
    const version = await runCli(["--version"]);
    expect(version).toMatchObject({ status: 0, stderr: "" });
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
    const help = await runCli(["--help"]);
    expect(help.status).toBe(0);
    for (const command of [
      "start",
      "perceive",
      "risk",
      "chat",
      "agreement",
      "aggregate",
      "evaluate",
      "doctor",
      "bench",
    ]) {
      expect(help.stdout).toContain(`open-empathic ${command}`);
    }
    expect((await runCli(["risk", "--help"])).stdout).toContain("usage: open-empathic risk");
  });

  it.each<[string, readonly string[], RegExp]>([
    ["no command", [], /say what to do/u],
    ["an unknown command", ["frobnicate"], /no command "frobnicate"/u],
    ["a name that every object has", ["constructor"], /no command/u],
    ["a command that comes later", ["release"], /arrives with the collection/u],
    ["an unknown flag", ["perceive", "--loud"], /'--loud'[^]*usage: open-empathic perceive/u],
    ["a stray word", ["risk", "--jsonl", "now"], /now/u],
    ["two sources", ["perceive", "--text", "a", "--jsonl"], /one of --text, --file and --jsonl/u],
    [
      "an unknown purpose",
      ["perceive", "--text", "a", "--purpose", "spying"],
      /--purpose must be one of companion/u,
    ],
    [
      "an unknown label set",
      ["perceive", "--text", "a", "--labels", "zodiac"],
      /--labels must be one of emonet/u,
    ],
    ["a port that is none", ["start", "--port", "99999"], /--port must be a whole number/u],
    ["what is not evaluated", ["evaluate", "voice"], /only text/u],
  ])("ends with 2 and says why for %s", async (_what, args, reason) => {
    const run = await runCli(args);
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toMatch(reason);
  });
});
