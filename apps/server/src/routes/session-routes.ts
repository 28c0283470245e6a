import { createRoute, z } from "@hono/zod-openapi";
import type { companionEventSchema } from "@openempathic/client";
import type { CompanionEvent } from "@openempathic/experiences";
import {
  eventAnswerSchema,
  eventsAnswerSchema,
  newSessionSchema,
  personEventSchema,
  sessionAnswerSchema,
  sessionsAnswerSchema,
} from "@openempathic/client";
import { writeOnce } from "../http/idempotency.ts";
import type { Means } from "../http/means.ts";
import { requireParticipant } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";
import { eventStream } from "../sessions/event-stream.ts";
import {
  appendEvent,
  beginSession,
  deleteSession,
  findSession,
  listSessions,
  readEvent,
  readEvents,
} from "../sessions/event-store.ts";
import type { SessionRow } from "../sessions/event-store.ts";
import {
  apiPart,
  body,
  idempotencyHeader,
  idParam,
  json,
  namedWrite,
  nothingThere,
  problems,
  requireId,
} from "./route-parts.ts";

const begin = createRoute({
  method: "post",
  path: "/sessions",
  summary: "Begin a session",
  request: { headers: idempotencyHeader, body: body(newSessionSchema) },
  responses: { 201: json(sessionAnswerSchema, "The session"), ...problems },
});

const list = createRoute({
  method: "get",
  path: "/sessions",
  summary: "My sessions, the one with the latest event first",
  responses: { 200: json(sessionsAnswerSchema, "The sessions"), ...problems },
});

const show = createRoute({
  method: "get",
  path: "/sessions/{id}",
  summary: "One session",
  request: { params: idParam },
  responses: { 200: json(sessionAnswerSchema, "The session"), ...problems },
});

const remove = createRoute({
  method: "delete",
  path: "/sessions/{id}",
  summary: "Delete a session with everything in it",
  request: { params: idParam },
  responses: { 204: { description: "Deleted" }, ...problems },
});

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

/** Sessions and their events. A session that is somebody else's answers like one that does not exist. */
export function sessionRoutes(means: Means) {
  const { db, runner, notifier, now } = means;
  const mine = async (id: string, participantId: string): Promise<SessionRow> => {
    const session = await findSession(db, { id: requireId(id), participantId });
    if (session === undefined) throw nothingThere();
    return session;
  };

  return apiPart()
    .openapi(begin, async (c) => {
      const { id: participantId } = requireParticipant(c);
      const { country, ...asked } = c.req.valid("json");
      const session = { participantId, ...asked, ...(country === undefined ? {} : { country }) };
      const named = namedWrite(c, means, participantId);
      const { id } = await writeOnce(db, named, async (tx) => ({
        id: await beginSession(tx, session, named.nowMs),
      }));
      runner.wake(id);
      return c.json({ session: wireSession(await mine(id, participantId)) }, 201);
    })
    .openapi(list, async (c) => {
      const rows = await listSessions(db, requireParticipant(c).id);
      return c.json({ sessions: rows.map(wireSummary) }, 200);
    })
    .openapi(show, async (c) => {
      const session = await mine(c.req.valid("param").id, requireParticipant(c).id);
      return c.json({ session: wireSession(session) }, 200);
    })
    .openapi(remove, async (c) => {
      const id = requireId(c.req.valid("param").id);
      if (!(await deleteSession(db, { id, participantId: requireParticipant(c).id }))) throw nothingThere();
      runner.forget(id);
      return c.body(null, 204);
    })
    .openapi(readLog, async (c) => {
      const participantId = requireParticipant(c).id;
      const { id } = await mine(c.req.valid("param").id, participantId);
      const { after = 0 } = c.req.valid("query");
      if (!wantsStream(c.req.header("accept"))) {
        return c.json({ events: (await readEvents(db, id, { after })).map(wireEvent) }, 200);
      }
      const isOpen = async () => (await findSession(db, { id, participantId })) !== undefined;
      const last = lastEventId(c.req.header("last-event-id"));
      // The stream is described in words: the description's 200 is the same events as JSON.
      return eventStream(c, {
        db,
        notifier,
        sessionId: id,
        after: last ?? after,
        isOpen,
        closing: means.closing,
      }) as never;
    })
    .openapi(add, async (c) => {
      const participantId = requireParticipant(c).id;
      const { id } = await mine(c.req.valid("param").id, participantId);
      const event = c.req.valid("json");
      const named = namedWrite(c, means, participantId);
      const { seq } = await writeOnce(db, named, async (tx) => {
        const added = await appendEvent(tx, id, { event, atMs: now() });
        if (added === undefined) throw nothingThere();
        return { seq: added.seq };
      });
      notifier.announce(id);
      runner.wake(id);
      const stored = await readEvent(db, id, seq);
      if (stored === undefined) throw nothingThere();
      return c.json({ event: wireEvent(stored) }, 201);
    });
}

function wireSummary({ id, startedAtMs, lastEventAtMs, title }: SessionRow) {
  return { id, experience: "companion" as const, startedAtMs, lastEventAtMs, title };
}

function wireSession(row: SessionRow) {
  const { language, country } = row;
  return { ...wireSummary(row), language, ...(country === null ? {} : { country }) };
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
