import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "@openempathic/client";
import { findPostgresql, startPostgresql } from "../testing/start-postgresql.ts";
import type { TestPostgresql } from "../testing/start-postgresql.ts";

const GIVEN = process.env["OPEN_EMPATHIC_TEST_DATABASE_URL"];
const BINARIES = findPostgresql();
const PROGRAM = fileURLToPath(new URL("../testing/serve-folder.ts", import.meta.url));

if (GIVEN === undefined && BINARIES === undefined) {
  console.warn(
    "PostgreSQL is NOT TESTED: neither is it installed here (Debian: postgresql), nor does " +
      "OPEN_EMPATHIC_TEST_DATABASE_URL name an empty database.",
  );
}

let databaseUrl: string;
let cluster: TestPostgresql | undefined;
let folder: string;
let child: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "open-empathic-postgresql-"));
  if (GIVEN === undefined && BINARIES !== undefined) cluster = await startPostgresql(BINARIES);
  databaseUrl = GIVEN ?? cluster?.url ?? "";
}, 120_000);

afterAll(async () => {
  child?.kill("SIGKILL");
  await cluster?.close();
  await rm(folder, { recursive: true, force: true });
});

describe.skipIf(GIVEN === undefined && BINARIES === undefined)("over PostgreSQL", () => {
  it("the same server keeps the same promises", async () => {
    const url = await serve(databaseUrl);
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
async function serve(address: string): Promise<string> {
  child = spawn(process.execPath, ["--conditions=workspace", "--import", "tsx", PROGRAM, folder, address], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (child.stdout === null) throw new Error("the child's output is piped");
  for await (const url of createInterface({ input: child.stdout })) return url;
  throw new Error("the server ended before it was up");
}
