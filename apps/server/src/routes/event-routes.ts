import { createRoute, z } from "@hono/zod-openapi";
import { eventAnswerSchema, eventsAnswerSchema, personEventSchema } from "@openempathic/client";
import type { companionEventSchema } from "@openempathic/client";
import type { CompanionEvent } from "@openempathic/experiences";
import { writeOnce } from "../http/idempotency.ts";
import type { Means } from "../http/means.ts";
import { requireParticipant } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";
import { createRateLimit, limitStrangers, tooMany } from "../http/rate-limit.ts";
import { createStreamLimit } from "../http/stream-limit.ts";
import { appendEvent, findSession, readEvent, readEvents } from "../sessions/event-store.ts";
import { eventStream } from "../sessions/event-stream.ts";
import {
  apiPart,
  body,
  idempotencyHeader,
  idParam,
  json,
  namedWrite,
  nothingThere,
  problems,
} from "./route-parts.ts";
import { ownSession } from "./session-routes.ts";

/** Streams that one person may hold open: a browser's tabs, and more. */
const STREAMS = 32;

/** Messages a minute from somebody who is neither on this machine nor its owner; faster than anybody writes. */
const MESSAGES_A_MINUTE = 30;

/** The kinds of event that are answered, at the cost of computing and perhaps of money. */
const ASKS_FOR_WORK: ReadonlySet<string> = new Set(["message", "reply-retried"]);

const readLog = createRoute({
  method: "get",
  path: "/sessions/{id}/events",
  summary: "The events of a session; with Accept: text/event-stream they keep coming",
  description:
    "As server-sent events, `id` is the event's seq and `data` the event; a reconnect with Last-Event-ID goes on " +
    "where it stopped, and a comment comes every 15 seconds.",
  request: {
    params: idParam,
    query: z.object({ after: z.coerce.number().int().min(0).max(2_147_483_647).optional() }),
  },
  responses: { 200: json(eventsAnswerSchema, "The events above `after`, oldest first"), ...problems },
});

const add = createRoute({
  method: "post",
  path: "/sessions/{id}/events",
  summary: "Add what a person did",
  description: "Answered as soon as the event is stored. What follows from it is appended in the background.",
  request: { params: idParam, headers: idempotencyHeader, body: body(personEventSchema) },
  responses: { 201: json(eventAnswerSchema, "The event as it was stored"), ...problems },
});

/** The events of a session: read as a list, followed as they come, and added to. */
export function eventRoutes(means: Means) {
  const { db, runner, notifier, now } = means;
  const streams = createStreamLimit(STREAMS);
  const work = createRateLimit({ attempts: MESSAGES_A_MINUTE, windowMs: 60_000 }, now);
  return apiPart()
    .openapi(readLog, async (c) => {
      const participantId = requireParticipant(c).id;
      const { id } = await ownSession(means, c.req.valid("param").id, participantId);
      const { after = 0 } = c.req.valid("query");
      if (!wantsStream(c.req.header("accept"))) {
        return c.json({ events: (await readEvents(db, id, { after })).map(wireEvent) }, 200);
      }
      // A HEAD has no body whose end could be waited for.
      if (c.req.method === "HEAD") return c.body(null, 200) as never;
      const isOpen = async () => (await findSession(db, { id, participantId })) !== undefined;
      const last = lastEventId(c.req.header("last-event-id"));
      const leave = streams.enter(participantId);
      if (leave === undefined) throw tooMany(`At most ${STREAMS} streams at a time.`, 15);
      // The stream is described in words: the description's 200 is the same events as JSON.
      return eventStream(c, {
        db,
        notifier,
        sessionId: id,
        after: last ?? after,
        isOpen,
        closing: means.closing,
        log: means.log,
        onEnd: leave,
      }) as never;
    })
    .openapi(add, async (c) => {
      const participantId = requireParticipant(c).id;
      const { id } = await ownSession(means, c.req.valid("param").id, participantId);
      const event = c.req.valid("json");
      if (ASKS_FOR_WORK.has(event.kind)) limitStrangers(c, work);
      const named = namedWrite(c, means, participantId);
      let added: CompanionEvent | undefined;
      const { seq } = await writeOnce(db, named, async (tx) => {
        added = await appendEvent(tx, id, { event, atMs: now() });
        if (added === undefined) throw nothingThere();
        return { seq: added.seq };
      });
      notifier.announce(id);
      runner.wake(id);
      const stored = added ?? (await readEvent(db, id, seq));
      if (stored === undefined) throw nothingThere();
      return c.json({ event: wireEvent(stored) }, 201);
    });
}

function wireEvent(event: CompanionEvent): z.infer<typeof companionEventSchema> {
  // The schema describes this very type; it only lacks the word readonly.
  return event as z.infer<typeof companionEventSchema>;
}

function wantsStream(accept: string | undefined): boolean {
  return accept?.includes("text/event-stream") ?? false;
}

function lastEventId(header: string | undefined): number | undefined {
  if (header === undefined || header === "") return undefined;
  if (/^\d{1,10}$/u.test(header) && Number(header) <= 2_147_483_647) return Number(header);
  throw new Problem("invalid-request", "Last-Event-ID must be the seq of an event.");
}
