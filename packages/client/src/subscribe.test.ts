import type { CompanionEvent } from "@openempathic/experiences";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ApiError, createClient } from "./index.ts";
import type { Delay } from "./index.ts";
import { SILENCE_MS } from "./subscribe.ts";

const LOG: readonly CompanionEvent[] = Array.from({ length: 25 }, (_, index) => ({
  seq: index + 1,
  atMs: index,
  kind: "message",
  text: `message ${String(index + 1)}`,
}));

/** What one connection does: how it begins, how many events it gives, how it ends. */
interface Connection {
  readonly refusal: "none" | "network" | 503 | 429;
  readonly gives: number;
  /** Begins this many events too early or too late. */
  readonly shift: number;
  readonly end: "close" | "break" | "half-an-event" | "silence";
}

const connections: fc.Arbitrary<Connection> = fc.record({
  refusal: fc.constantFrom("none" as const, "none" as const, "network" as const, 503 as const, 429 as const),
  gives: fc.nat(8),
  shift: fc.integer({ min: -3, max: 2 }),
  end: fc.constantFrom("close" as const, "break" as const, "half-an-event" as const, "silence" as const),
});
const GOOD: Connection = { refusal: "none", gives: LOG.length, shift: 0, end: "silence" };

const encode = (event: CompanionEvent): Uint8Array =>
  new TextEncoder().encode(`id: ${String(event.seq)}\ndata: ${JSON.stringify(event)}\n\n`);

/** A server whose connections misbehave as told, one after the other, and then behave. */
function flakyFetch(plan: readonly Connection[]): {
  readonly fetch: typeof globalThis.fetch;
  readonly urls: string[];
} {
  const urls: string[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const connection = plan[urls.length] ?? GOOD;
    urls.push(url.href);
    if (connection.refusal === "network") return Promise.reject(new TypeError("fetch failed"));
    if (connection.refusal !== "none") {
      const problem = { type: "about:blank", title: "Busy", status: connection.refusal, code: "busy" };
      return Promise.resolve(Response.json(problem, { status: connection.refusal }));
    }
    const from = Math.max(0, Number(url.searchParams.get("after")) + connection.shift);
    return Promise.resolve(
      new Response(streamOf(LOG.slice(from, from + connection.gives), connection.end, init?.signal)),
    );
  };
  return { fetch, urls };
}

function streamOf(
  events: readonly CompanionEvent[],
  end: Connection["end"],
  signal: AbortSignal | null | undefined,
): ReadableStream<Uint8Array> {
  const chunks = events.map(encode);
  if (end === "half-an-event") chunks.push(new TextEncoder().encode('id: 99\ndata: {"seq":99'));
  return new ReadableStream({
    start(controller) {
      signal?.addEventListener("abort", () => {
        if (end === "silence") controller.error(signal.reason);
      });
    },
    // One by one, since an error throws away what is still waiting to be read.
    pull(controller) {
      const next = chunks.shift();
      if (next !== undefined) controller.enqueue(next);
      else if (end === "break") controller.error(new TypeError("terminated"));
      else if (end !== "silence") controller.close();
    },
  });
}

/** Waits for nothing between attempts, and lets silence last as long as it takes everything else to happen. */
const noWaiting: Delay = async (ms) => {
  if (ms < SILENCE_MS) return;
  await new Promise((resolve) => setImmediate(resolve));
};

async function follow(
  plan: readonly Connection[],
  delay: Delay = noWaiting,
): Promise<readonly CompanionEvent[]> {
  const { fetch } = flakyFetch(plan);
  const client = createClient({ baseUrl: "http://127.0.0.1:9", fetch, delay });
  const leave = new AbortController();
  const heard: CompanionEvent[] = [];
  for await (const event of client.subscribe("s1", 0, { signal: leave.signal })) {
    heard.push(event);
    if (heard.length === LOG.length) leave.abort();
  }
  return heard;
}

describe("subscribe", () => {
  it("gives every event once and in order, however connections fail", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(connections, { maxLength: 12 }), async (plan) => {
        expect(await follow(plan)).toEqual(LOG);
      }),
      { numRuns: 100 },
    );
  });

  it("asks only for what it has not seen", async () => {
    const { fetch, urls } = flakyFetch([{ ...GOOD, gives: 7, end: "break" }]);
    const client = createClient({ baseUrl: "http://x", fetch, delay: noWaiting });
    const leave = new AbortController();
    for await (const event of client.subscribe("s1", 3, { signal: leave.signal }))
      if (event.seq === 25) leave.abort();
    expect(urls).toEqual([
      "http://x/api/sessions/s1/events?after=3",
      "http://x/api/sessions/s1/events?after=10",
    ]);
  });

  it("waits longer after each failure, at most ten seconds, and from the start again after an event", async () => {
    const waits: number[] = [];
    const delay: Delay = (ms, signal) => {
      if (ms < SILENCE_MS) waits.push(ms);
      return noWaiting(ms, signal);
    };
    const down: Connection = { ...GOOD, refusal: "network" };
    await follow(
      [...Array.from({ length: 8 }, () => down), { ...GOOD, gives: 1, end: "close" }, down],
      delay,
    );
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000, 250, 500]);
  });

  it("throws when the server refuses for good", async () => {
    const problem = { type: "about:blank", title: "Not found", status: 404, code: "session-not-found" };
    const fetch: typeof globalThis.fetch = () => Promise.resolve(Response.json(problem, { status: 404 }));
    const client = createClient({ baseUrl: "http://127.0.0.1:9", fetch, delay: noWaiting });
    const events = client.subscribe("gone", 0, { signal: new AbortController().signal });
    await expect(events[Symbol.asyncIterator]().next()).rejects.toBeInstanceOf(ApiError);
  });

  it("ends quietly when it is aborted while it waits for events", async () => {
    const { fetch } = flakyFetch([{ ...GOOD, gives: 2 }]);
    const never: Delay = (_ms, signal) =>
      new Promise((resolve) => signal.addEventListener("abort", () => resolve()));
    const client = createClient({ baseUrl: "http://127.0.0.1:9", fetch, delay: never });
    const leave = new AbortController();
    const heard: number[] = [];
    for await (const { seq } of client.subscribe("s1", 0, { signal: leave.signal })) {
      heard.push(seq);
      if (seq === 2) setImmediate(() => leave.abort());
    }
    expect(heard).toEqual([1, 2]);
  });
});
