import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { collect, runCli, spawnCli } from "../testing/run-cli.ts";

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), "open-empathic-"));

describe("open-empathic start", { timeout: 120_000 }, () => {
  it("says where it is and how to sign in, keeps its folder to itself, and stops when told", async () => {
    const data = await newFolder();
    const child = spawnCli(["start", "--port", "0", "--data", data]);
    const closed = once(child, "exit");
    const said = collect(child.stderr);
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    const { url, signInUrl } = JSON.parse(line.toString()) as { url: string; signInUrl: string };
    expect(said()).toContain(url);
    expect(said()).toContain(signInUrl);
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    expect((await fetch(signInUrl, { redirect: "manual" })).status).toBe(303);

    const second = await runCli(["start", "--port", "0", "--data", data]);
    expect(second).toMatchObject({ status: 2, stdout: "" });
    expect(second.stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(second.stderr).toContain(data);

    child.kill("SIGTERM");
    expect(await closed).toEqual([0, null]);
    await expect(fetch(`${url}/api/health`)).rejects.toThrow();
  });

  it("says in one line that its port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    // The cast is safe: the server listens on a port, not on a path.
    const { port } = other.address() as AddressInfo;
    const run = await runCli(["start", "--port", String(port), "--data", await newFolder()]);
    other.close();
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toMatch(new RegExp(`^open-empathic: .*${String(port)}.*\n$`, "u"));
  });

  it("says which setting is wrong", async () => {
    const env = { OPEN_EMPATHIC_PROFILE: "moon" };
    const run = await runCli(["start", "--port", "0", "--data", await newFolder()], { env });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("OPEN_EMPATHIC_PROFILE");
  });
});
