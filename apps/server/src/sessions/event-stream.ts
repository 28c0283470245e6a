import type { StoredEvent } from "@openempathic/experiences";
import type { Context } from "hono";
import type { Log } from "../http/log.ts";
import type { Database } from "../storage/open-database.ts";
import { readEvents } from "./event-store.ts";
import type { Notifier } from "./notifier.ts";

const HEARTBEAT_MS = 15_000;
/** Events read at a time, so that a long log is sent piece by piece. */
const BATCH = 500;

/** What a stream is made of. */
export interface StreamSource {
  readonly db: Database;
  readonly notifier: Notifier;
  readonly sessionId: string;
  /** What this person may see of the events. */
  readonly shown: (events: readonly StoredEvent[]) => Promise<readonly StoredEvent[]>;
  /** Events above this seq are sent. */
  readonly after: number;
  /** Whether the session is still there and still this person's. */
  readonly isOpen: () => Promise<boolean>;
  /** Ends the stream when the server closes. */
  readonly closing: AbortSignal;
  readonly log: Log;
  /** Called once, when the stream has ended in whichever way. */
  readonly onEnd: () => void;
}

/**
 * A session's events as server-sent events (WHATWG HTML, section 9.2): `id` is the seq, `data` the event. First
 * all there are, then each as it is appended, with a comment every 15 seconds that keeps proxies from hanging up.
 * The database is read again after every announcement, so that nothing is missed or sent twice.
 */
export function eventStream(c: Context, source: StreamSource): Response {
  const { notifier, sessionId, closing } = source;
  const ended = new AbortController();
  const signal = AbortSignal.any([ended.signal, closing, c.req.raw.signal]);
  const encoder = new TextEncoder();
  const bell = createBell();
  const unfollow = notifier.follow(sessionId, bell.ring);
  const heartbeat = setInterval(bell.beat, HEARTBEAT_MS);
  heartbeat.unref();
  const pieces = eventPieces(source, bell, signal);
  const stop = () => {
    if (ended.signal.aborted) return;
    clearInterval(heartbeat);
    unfollow();
    ended.abort();
    bell.ring();
    source.onEnd();
  };
  // Whoever hangs up before the first byte never reads, and so never ends the body either.
  if (signal.aborted) stop();
  else signal.addEventListener("abort", stop, { once: true });
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const piece = await pieces.next().catch((error: unknown) => {
        // The stream just ends, and who follows it asks again; the error can hold parameters of a query.
        if (!signal.aborted) source.log.failure("event-stream", error);
        return { done: true, value: undefined } as const;
      });
      if (piece.done === true) {
        stop();
        controller.close();
      } else {
        controller.enqueue(encoder.encode(piece.value));
      }
    },
    cancel: stop,
  });
  const headers = {
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  };
  return c.body(body, 200, headers);
}

async function* eventPieces(source: StreamSource, bell: Bell, signal: AbortSignal): AsyncGenerator<string> {
  let { after } = source;
  yield ": open\n\n";
  while (!signal.aborted) {
    const reason = bell.take();
    const events = await readEvents(source.db, source.sessionId, { after, limit: BATCH });
    if (events.length > 0) {
      after = events.at(-1)?.seq ?? after;
      const shown = await source.shown(events);
      yield shown.map((event) => `id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`).join("");
    } else {
      // Woken and nothing new: a heartbeat, or the session was deleted.
      if (!(await source.isOpen())) return;
      if (reason === "beat") yield ": still here\n\n";
    }
    if (events.length < BATCH) await bell.next();
  }
}

interface Bell {
  readonly ring: () => void;
  readonly beat: () => void;
  /** Why it last rang, and makes it silent again. */
  take(): "ring" | "beat" | undefined;
  /** Resolves when it has rung since the last `take`. */
  next(): Promise<void>;
}

function createBell(): Bell {
  let rung: "ring" | "beat" | undefined;
  let wake: (() => void) | undefined;
  const sound = (reason: "ring" | "beat") => () => {
    rung = rung === "ring" ? "ring" : reason;
    wake?.();
  };
  return {
    ring: sound("ring"),
    beat: sound("beat"),
    take: () => {
      const reason = rung;
      rung = undefined;
      return reason;
    },
    next: () =>
      new Promise((resolve) => {
        if (rung === undefined) wake = resolve;
        else resolve();
      }),
  };
}
