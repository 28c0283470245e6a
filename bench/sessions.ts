import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@openempathic/client";
import type { Client } from "@openempathic/client";
import { startTestServer } from "@openempathic/server/testing";
import type { BenchTable } from "./bench-table.ts";

/** How much is done. */
export interface SessionsBenchOptions {
  /** Sessions that are begun, each with one message. */
  readonly sessions: number;
  /** Events that are added to the sessions after that. */
  readonly events: number;
  /** People who act at the same time. */
  readonly concurrency: number;
}

/** What was measured, all over HTTP on one machine, on PGlite in a folder. */
export interface SessionsBenchFigures {
  /** Sessions begun with one message stored, per second, while every message is also judged, read and answered. */
  readonly sessionsPerSecond: number;
  /** Acknowledged events per second, of a kind that asks for no work. */
  readonly eventsPerSecond: number;
  /** Messages per second from being sent to the last word of the answer being stored, by the built-in listener. */
  readonly answersPerSecond: number;
}

const DEFAULTS: SessionsBenchOptions = { sessions: 200, events: 600, concurrency: 8 };

/** Measures a whole server as people meet it: over HTTP, each write acknowledged after it is stored. */
export async function measureSessions(
  options: Partial<SessionsBenchOptions> = {},
): Promise<SessionsBenchFigures> {
  const { sessions, events, concurrency } = { ...DEFAULTS, ...options };
  const dataDir = await mkdtemp(join(tmpdir(), "open-empathic-bench-"));
  const server = await startTestServer({ dataDir });
  try {
    const client = await visit(server.url);
    const ids: string[] = [];
    const startedMs = performance.now();
    await inParallel(sessions, concurrency, async () => {
      const { id } = await client.createSession({ experience: "companion", language: "en" });
      await client.postEvent(id, { kind: "message", text: "I had a long day and I miss my sister." });
      ids.push(id);
    });
    const storedMs = performance.now();
    await Promise.all(ids.map((id) => untilAnswered(client, id)));
    const answeredMs = performance.now();
    await inParallel(events, concurrency, async (index) => {
      await client.postEvent(ids[index % ids.length] ?? "", { kind: "notices-acknowledged" });
    });
    const eventsMs = performance.now() - answeredMs;
    return {
      sessionsPerSecond: (sessions / (storedMs - startedMs)) * 1000,
      answersPerSecond: (sessions / (answeredMs - startedMs)) * 1000,
      eventsPerSecond: (events / eventsMs) * 1000,
    };
  } finally {
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The figures as a table of the bench. */
export async function benchSessions(options: Partial<SessionsBenchOptions> = {}): Promise<BenchTable> {
  const figures = await measureSessions(options);
  const row = (name: string, perSecond: number): readonly string[] => [name, perSecond.toFixed(0)];
  return {
    title: "Sessions on the embedded database",
    columns: ["over HTTP, 8 people at once", "per second"],
    rows: [
      row("sessions begun, one message stored in each", figures.sessionsPerSecond),
      row("of these, judged, read, planned, answered and all of it stored", figures.answersPerSecond),
      row("further events stored", figures.eventsPerSecond),
    ],
    notes: [
      "One process, PGlite in a folder, no language model. Every write is acknowledged after it is stored. While the " +
        "sessions are begun the server also answers the messages of those before.",
    ],
  };
}

async function visit(url: string): Promise<Client> {
  const me = await fetch(`${url}/api/me`);
  const cookie = me.headers.get("set-cookie")?.split(";")[0] ?? "";
  return createClient({ baseUrl: url, fetch, headers: { cookie } });
}

async function untilAnswered(client: Client, id: string): Promise<void> {
  const events = client.subscribe(id, 0, { signal: AbortSignal.timeout(120_000) });
  for await (const { kind } of events) if (kind === "replied") return;
}

async function inParallel(
  count: number,
  width: number,
  work: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
}
