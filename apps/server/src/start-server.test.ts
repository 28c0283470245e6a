import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "@openempathic/client";
import type { CompanionEvent } from "@openempathic/experiences";
import { DataFolderError } from "./startup/data-folder-error.ts";
import { DataFolderInUseError } from "./startup/data-folder-in-use-error.ts";
import { DatabaseError } from "./startup/database-error.ts";
import { PortTakenError } from "./startup/port-taken-error.ts";
import { WrongSettingError } from "./startup/wrong-setting-error.ts";
import { startTestServer } from "./testing/index.ts";
import type { TestServer } from "./testing/index.ts";

let home: string;
let folder: string;
const open = new Set<TestServer>();

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "open-empathic-start-"));
  folder = join(home, "data");
  // The first start makes the database; the tests below are second starts.
  await (await startTestServer({ dataDir: folder })).close();
}, 60_000);

afterEach(async () => {
  for (const server of open) await server.close();
  open.clear();
});

afterAll(() => rm(home, { recursive: true, force: true }));

async function start(options: Parameters<typeof startTestServer>[0] = {}): Promise<TestServer> {
  const server = await startTestServer({ dataDir: folder, ...options });
  open.add(server);
  return server;
}

async function visit(server: TestServer) {
  const me = await fetch(`${server.url}/api/me`);
  const cookie = me.headers.get("set-cookie")?.split(";")[0] ?? "";
  return { cookie, client: createClient({ baseUrl: server.url, fetch, headers: { cookie } }) };
}

describe("startServer", () => {
  it("a second start answers after less than 5 seconds of computing", async () => {
    // Processor time, which on a machine of its own is nearly the time on the clock: tests share theirs with others.
    const before = process.cpuUsage();
    const server = await start();
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000_000).toBeLessThan(5);
  }, 30_000);

  it("each start prints a new one-time link, and the former one no longer works", async () => {
    const first = await start();
    await first.close();
    const second = await start();
    const token = new URL(first.signInUrl).search;
    expect((await fetch(`${second.url}/sign-in${token}`)).status).toBe(410);
    const signedIn = await fetch(second.signInUrl, { redirect: "manual" });
    expect([signedIn.status, signedIn.headers.get("location")]).toEqual([303, "/"]);
  }, 30_000);

  it("keeps the risk latch, the conversation and the cookie over a restart", async () => {
    const first = await start();
    const { cookie, client } = await visit(first);
    const { id } = await client.createSession({ experience: "companion", language: "en" });
    const { seq } = await client.postEvent(id, { kind: "message", text: "I want to kill myself tonight." });
    await untilReplied(client.subscribe(id, 0, { signal: AbortSignal.timeout(20_000) }), seq);
    const before = await client.events(id, 0);
    await first.close();

    const second = await start();
    const again = createClient({ baseUrl: second.url, fetch, headers: { cookie } });
    expect(await again.events(id, 0)).toEqual(before);
    const calm = await again.postEvent(id, { kind: "message", text: "The weather is nice." });
    const events = await untilReplied(
      again.subscribe(id, calm.seq, { signal: AbortSignal.timeout(20_000) }),
      calm.seq,
    );
    const judged = events.find(({ kind }) => kind === "risk-judged");
    expect(judged).toMatchObject({ latch: { about: "self" } });
    expect(["active", "imminent"]).toContain(judged?.kind === "risk-judged" ? judged.latch.level : undefined);
    expect(events.at(-1)).toMatchObject({ by: "crisis-script" });
  }, 60_000);

  it("goes on with an answer that the last process did not finish", async () => {
    const first = await start({
      // A language model that never answers.
      fetch: () => new Promise(() => undefined),
      env: { OPEN_EMPATHIC_LLM_BASE_URL: "http://127.0.0.1:9/v1", OPEN_EMPATHIC_LLM_MODEL: "silent" },
    });
    const { cookie, client } = await visit(first);
    const { id } = await client.createSession({ experience: "companion", language: "en" });
    const { seq } = await client.postEvent(id, { kind: "message", text: "Hello there, I had a long day." });
    for await (const event of client.subscribe(id, seq, { signal: AbortSignal.timeout(20_000) })) {
      if (event.kind === "planned") break;
    }
    await first.close();

    const second = await start();
    const again = createClient({ baseUrl: second.url, fetch, headers: { cookie } });
    const events = await untilReplied(again.subscribe(id, seq, { signal: AbortSignal.timeout(20_000) }), seq);
    expect(events.filter(({ kind }) => kind === "estimated")).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({ kind: "replied", of: seq, by: "listener" });
  }, 60_000);

  it("closing ends open streams and answers within a few seconds", async () => {
    const server = await start();
    const { cookie, client } = await visit(server);
    const { id } = await client.createSession({ experience: "companion", language: "en" });
    const stream = await fetch(`${server.url}/api/sessions/${id}/events`, {
      headers: { cookie, accept: "text/event-stream" },
    });
    const rest = stream.text().catch(() => "cut off");
    const startedMs = performance.now();
    await server.close();
    expect(performance.now() - startedMs).toBeLessThan(4_000);
    expect(await rest).toContain("session-started");
    await expect(fetch(`${server.url}/api/health`)).rejects.toThrow();
  }, 30_000);

  it("deletes a session and a person who send no body with it", async () => {
    const server = await start();
    const { client } = await visit(server);
    const { id } = await client.createSession({ experience: "companion", language: "en" });
    await client.deleteSession(id);
    expect(await client.sessions()).toEqual([]);
    await client.deleteMe();
    await expect(client.sessions()).rejects.toMatchObject({ code: "not-signed-in" });
  }, 30_000);

  it("refuses 10 MB over the wire with a problem, and stays up", async () => {
    const server = await start();
    const { cookie } = await visit(server);
    const answer = await fetch(`${server.url}/api/perceive`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json" },
      body: JSON.stringify({ purpose: "play", text: "a".repeat(10_000_000) }),
    });
    expect(answer.status).toBe(413);
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  }, 30_000);
});

describe("startServer, when it cannot", () => {
  it("a taken port is named in one line", async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", resolve));
    // A listening TCP server's address is never a string.
    const { port } = blocker.address() as AddressInfo;
    const error = await start({ port }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PortTakenError);
    expectOneLine(error, String(port));
    await new Promise((resolve) => blocker.close(resolve));
    // Nothing stays locked behind a failed start.
    await start();
  }, 30_000);

  it("a second server on the same folder is refused and the first goes on", async () => {
    const first = await start();
    const error = await start().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DataFolderInUseError);
    expectOneLine(error, String(process.pid));
    expect((await fetch(`${first.url}/api/health`)).status).toBe(200);
  }, 30_000);

  it("a data folder that cannot be written is named in one line", async () => {
    const file = join(home, "a-file");
    await writeFile(file, "");
    const error = await start({ dataDir: join(file, "data") }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DataFolderError);
    expectOneLine(error, "a-file");
  });

  it("a wrong setting is named in one line before anything is opened", async () => {
    const untouched = join(home, "untouched");
    const error = await start({ dataDir: untouched, env: { OPEN_EMPATHIC_PROFILE: "x" } }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(WrongSettingError);
    expectOneLine(error, "OPEN_EMPATHIC_PROFILE");
    expect(await readdir(home)).not.toContain("untouched");
  });

  it("a database that was not initialised to its end is made anew, one that is broken is told", async () => {
    const broken = join(home, "broken");
    await (await startTestServer({ dataDir: broken })).close();
    await rm(join(broken, "pglite", "global"), { recursive: true });
    const error = await start({ dataDir: broken }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DatabaseError);
    expectOneLine(error, broken);
  }, 60_000);
});

function expectOneLine(error: unknown, part: string): void {
  const { message } = error as Error;
  expect(message).toContain(part);
  expect(message).not.toContain("\n");
}

async function untilReplied(events: AsyncIterable<CompanionEvent>, of: number): Promise<CompanionEvent[]> {
  const seen: CompanionEvent[] = [];
  for await (const event of events) {
    seen.push(event);
    if (event.kind === "replied" && event.of === of) return seen;
  }
  throw new Error(`message ${String(of)} was never answered`);
}
