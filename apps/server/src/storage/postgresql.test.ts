import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "@openempathic/client";

const DATABASE = process.env["OPEN_EMPATHIC_TEST_DATABASE_URL"];
const PROGRAM = fileURLToPath(new URL("../testing/serve-folder.ts", import.meta.url));

if (DATABASE === undefined) {
  console.warn(
    "PostgreSQL is not tested: set OPEN_EMPATHIC_TEST_DATABASE_URL to the URL of an empty database.",
  );
}

let folder: string;
let child: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "open-empathic-postgresql-"));
});

afterAll(async () => {
  child?.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

describe.skipIf(DATABASE === undefined)("over PostgreSQL", () => {
  it("the same server keeps the same promises", async () => {
    const url = await serve(DATABASE ?? "");
    const cookie = (await fetch(`${url}/api/me`)).headers.get("set-cookie")?.split(";")[0] ?? "";
    const client = createClient({ baseUrl: url, fetch, headers: { cookie } });
    const { id } = await client.createSession({ experience: "companion", language: "en", country: "DE" });
    const write = () =>
      client.postEvent(id, { kind: "message", text: "I am proud of us." }, { idempotencyKey: "one" });
    const [first, second] = await Promise.all([write(), write()]);
    expect(second).toEqual(first);
    for await (const { kind } of client.subscribe(id, 0, { signal: AbortSignal.timeout(30_000) })) {
      if (kind === "replied") break;
    }
    const acknowledged = { kind: "notices-acknowledged" } as const;
    const many = await Promise.all(Array.from({ length: 30 }, () => client.postEvent(id, acknowledged)));
    expect(new Set(many.map(({ seq }) => seq)).size).toBe(30);
    const events = await client.events(id, 0);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(events.filter(({ kind }) => kind === "message")).toHaveLength(1);
    expect(await client.session(id)).toMatchObject({ title: "I am proud of us.", country: "DE" });
    await client.deleteMe();
  }, 120_000);
});

// In a process of its own, as people run it.
async function serve(databaseUrl: string): Promise<string> {
  child = spawn(process.execPath, ["--conditions=workspace", "--import", "tsx", PROGRAM, folder, databaseUrl], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (child.stdout === null) throw new Error("the child's output is piped");
  for await (const url of createInterface({ input: child.stdout })) return url;
  throw new Error("the server ended before it was up");
}
