import type { StoredEvent } from "@openempathic/experiences";
import type { z } from "zod";
import { ApiError } from "./api-error.ts";
import type { Delay } from "./delay.ts";
import { send } from "./request.ts";
import type { Transport } from "./request.ts";
import { serverSentMessages } from "./server-sent-events.ts";
import { UnexpectedAnswerError } from "./unexpected-answer-error.ts";

// A quarter of a second, then twice as long each time, at most ten seconds: soon enough for a person who waits,
// and few enough knocks for a server that is starting.
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;

/** The server writes a heartbeat every 15 s; after three missed ones the connection is dead. */
export const SILENCE_MS = 45_000;

/** Which events to follow: those of one session after a seq. */
export interface Subscription<Event extends StoredEvent> {
  readonly sessionId: string;
  /** The last seq already known; 0 for all. */
  readonly after: number;
  readonly signal: AbortSignal;
  readonly delay: Delay;
  /** How the events of the session's experience are read. */
  readonly schema: z.ZodType<Event>;
}

/**
 * A session's events as they happen, in order, each once and none missed, however often the connection drops. It
 * ends when the signal aborts, and throws an `ApiError` when the server refuses (no such session, signed out).
 */
export async function* subscribeTo<Event extends StoredEvent>(
  transport: Transport,
  subscription: Subscription<Event>,
): AsyncGenerator<Event, void, undefined> {
  const { signal, delay } = subscription;
  let after = subscription.after;
  let failures = 0;
  while (!signal.aborted) {
    try {
      for await (const event of connection(transport, { ...subscription, after })) {
        failures = 0;
        if (event.seq <= after) continue;
        // Something was lost on the way: begin again behind the last event that arrived.
        if (event.seq > after + 1) break;
        after = event.seq;
        yield event;
      }
    } catch (error) {
      if (isFinal(error)) throw error;
    }
    if (isAborted(signal)) return;
    await delay(Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS), signal);
    failures += 1;
  }
}

/** The events of one connection, until it ends, breaks or falls silent. */
async function* connection<Event extends StoredEvent>(
  transport: Transport,
  { sessionId, after, signal, delay, schema }: Subscription<Event>,
): AsyncGenerator<Event, void, undefined> {
  const silence = new AbortController();
  const leave = (): void => silence.abort(signal.reason);
  signal.addEventListener("abort", leave);
  if (signal.aborted) leave();
  try {
    const response = await send(transport, {
      method: "GET",
      path: `/api/sessions/${encodeURIComponent(sessionId)}/events?after=${String(after)}`,
      headers: { accept: "text/event-stream", "last-event-id": String(after) },
      signal: silence.signal,
    });
    if (response.body === null) return;
    const messages = serverSentMessages(response.body);
    for (;;) {
      const next = await orSilence(messages.next(), { silence, delay });
      if (next === "silence" || next.done === true) return;
      if (next.value !== undefined) yield eventIn(schema, next.value.data, response);
    }
  } finally {
    signal.removeEventListener("abort", leave);
    silence.abort();
  }
}

/** The promise's value, or "silence" when it takes too long. */
async function orSilence<Value>(
  promise: Promise<Value>,
  { silence, delay }: { readonly silence: AbortController; readonly delay: Delay },
): Promise<Value | "silence"> {
  const timer = new AbortController();
  const stop = (): void => timer.abort();
  silence.signal.addEventListener("abort", stop);
  try {
    return await Promise.race([promise, delay(SILENCE_MS, timer.signal).then(() => "silence" as const)]);
  } finally {
    silence.signal.removeEventListener("abort", stop);
    timer.abort();
    // When silence won, the read fails later, with nobody left to hear of it.
    promise.catch(() => undefined);
  }
}

function eventIn<Event>(schema: z.ZodType<Event>, data: string, { url, status }: Response): Event {
  try {
    return schema.parse(JSON.parse(data));
  } catch (error) {
    throw new UnexpectedAnswerError({ url, status }, error);
  }
}

/** Whether trying again is of no use: the server has understood and refused, or speaks another language. */
function isFinal(error: unknown): boolean {
  if (error instanceof ApiError) return error.status < 500 && error.status !== 408 && error.status !== 429;
  return error instanceof UnexpectedAnswerError && error.status < 500;
}

// A function, since the compiler would take the loop's own test for the answer.
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
