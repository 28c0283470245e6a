import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";

describe("open-empathic doctor", { timeout: 120_000 }, () => {
  it("finds a machine well where everything is there", async () => {
    const data = join(await mkdtemp(join(tmpdir(), "open-empathic-")), "not", "yet");
    const run = await runCli(["doctor", "--port", "0", "--data", data, "--as", "json"]);
    expect(run.status).toBe(0);
    const { ok, findings } = JSON.parse(run.stdout) as {
      ok: boolean;
      findings: { name: string; verdict: string }[];
    };
    expect(ok).toBe(true);
    expect(findings.map(({ name }) => name)).toEqual([
      "Node",
      "text weights",
      "data folder",
      "port",
      "language model",
    ]);
  });

  it("fails where a port is taken by another program and a language model does not answer", async () => {
    const other = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
    await once(other, "listening");
    // The cast is safe: the server listens on a port, not on a path.
    const { port } = other.address() as AddressInfo;
    const env = {
      OPEN_EMPATHIC_LLM_BASE_URL: `http://127.0.0.1:${String(port)}/v1`,
      OPEN_EMPATHIC_LLM_MODEL: "none",
      OPEN_EMPATHIC_LLM_API_KEY: "sk-secret",
    };
    const run = await runCli(["doctor", "--port", String(port), "--data", tmpdir()], { env });
    other.close();
    expect(run.status).toBe(1);
    expect(run.stdout).toMatch(/broken\s+port[^]*broken\s+language model/u);
    expect(run.stdout + run.stderr).not.toContain("sk-secret");
  });
});
