import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "@openempathic/server";
import { describe, expect, it } from "vitest";
import { collect, runCli, spawnCli } from "../testing/run-cli.ts";

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), "open-empathic-"));

describe("open-empathic chat", { timeout: 180_000 }, () => {
  it("holds a scripted conversation on a server of its own", async () => {
    const typed = [
      "My name is Mia and I am so sad today, I miss my grandmother terribly.",
      "/remember",
      "/feel Longing, not Fear",
      "/memories",
      "/why",
      "/nonsense",
      "/forget 1",
      "/memories",
      "/quit",
      "this is not read any more",
    ];
    const run = await runCli(["chat", "--data", await newFolder()], { input: typed.join("\n") });
    expect(run).toMatchObject({ status: 0, stderr: "" });
    const page = run.stdout;
    const order = [
      "You are talking with a computer program",
      "/help lists",
      "sounds like",
      'May this be remembered? "Your name is Mia."',
      "It is remembered.",
      "That counts from now on.",
      "1  Your name is Mia.",
      "There is no /nonsense",
      "It is forgotten.",
      "Nothing is remembered.",
      "Goodbye.",
    ].map((words) => page.indexOf(words));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    // No colours and no cursor movements where nobody looks.
    expect(page).not.toContain("\u001B");
  });

  it("talks to a running server, in German, and shows help for the person's country in a crisis", async () => {
    const server = await startServer({ env: {}, port: 0, dataDir: await newFolder(), log: () => undefined });
    const args = ["chat", "--server", server.url, "--language", "de", "--country", "de"];
    const run = await runCli(args, { input: "Ich will nicht mehr leben.\n/quit\n" });
    const health = await fetch(`${server.url}/api/health`);
    await server.close();
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(run.stdout).toContain("nicht mit einem Menschen");
    expect(run.stdout).toMatch(/TelefonSeelsorge[^\n]*\d{3,}/u);
    expect(run.stdout).toContain("Auf Wiedersehen.");
    expect(health.status).toBe(200);
  });

  it("ends when it is interrupted, and when its input ends", async () => {
    const data = await newFolder();
    const child = spawnCli(["chat", "--data", data]);
    const closed = once(child, "exit");
    const page = collect(child.stdout);
    while (!page().includes("/help")) await once(child.stdout, "data");
    child.kill("SIGINT");
    expect(await closed).toEqual([0, null]);
    expect(await runCli(["chat", "--data", data])).toMatchObject({ status: 0, stderr: "" });
  });

  it("says when nothing answers at the address that was given", async () => {
    const run = await runCli(["chat", "--server", "http://127.0.0.1:1"]);
    expect(run).toMatchObject({
      status: 1,
      stdout: "",
      stderr: "open-empathic: no Open Empathic answers at http://127.0.0.1:1\n",
    });
  });
});
