import { createRoute, z } from "@hono/zod-openapi";
import type { StoredEvent } from "@openempathic/experiences";
import type { NewEvent, ServedExperience, ServedExperiences } from "../experiences/served-experience.ts";
import { writeOnce } from "../http/idempotency.ts";
import type { Means } from "../http/means.ts";
import { requireParticipant } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";
import { createRateLimit, limitStrangers, tooMany } from "../http/rate-limit.ts";
import { createStreamLimit } from "../http/stream-limit.ts";
import { addEvent, readEvent, readEvents } from "../sessions/event-store.ts";
import { eventStream } from "../sessions/event-stream.ts";
import { OWN_MEMBER, findAccess } from "../sessions/session-members.ts";
import type { SessionAccess } from "../sessions/session-members.ts";
import {
  apiPart,
  idempotencyHeader,
  idParam,
  invalidRequest,
  json,
  namedWrite,
  nothingThere,
  problems,
} from "./route-parts.ts";
import { sharedSession } from "./session-routes.ts";

/** Streams that one person may hold open: a browser's tabs, and more. */
const STREAMS = 32;

/** Messages a minute from somebody who is neither on this machine nor its owner; faster than anybody writes. */
const MESSAGES_A_MINUTE = 30;

function readLog(event: z.ZodType<StoredEvent>) {
  return createRoute({
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
    responses: {
      200: json(z.object({ events: z.array(event) }), "The events above `after`, oldest first"),
      ...problems,
    },
  });
}

function add(event: z.ZodType<StoredEvent>, act: z.ZodType<NewEvent>) {
  return createRoute({
    method: "post",
    path: "/sessions/{id}/events",
    summary: "Add what a person did",
    description:
      "Which events are taken depends on the session's experience. Answered as soon as the event is stored. What " +
      "follows from it is appended in the background.",
    request: {
      params: idParam,
      headers: idempotencyHeader,
      // Described only: the body is read by the schema of the session's own experience.
      body: { required: true, content: { "application/json": { schema: described(act) } } },
    },
    responses: { 201: json(z.object({ event }), "The event as it was stored"), ...problems },
  });
}

/** The events of a session: read as a list, followed as they come, and added to. */
export function eventRoutes(means: Means) {
  const { db, runner, notifier, now, experiences } = means;
  const shapes = shapesOf(experiences);
  const streams = createStreamLimit(STREAMS);
  const work = createRateLimit({ attempts: MESSAGES_A_MINUTE, windowMs: 60_000 }, now);
  return apiPart()
    .openapi(readLog(shapes.event), async (c) => {
      const participantId = requireParticipant(c).id;
      const access = await sharedSession(means, c.req.valid("param").id, participantId);
      const { id } = access.session;
      const shown = viewOf(means, access);
      const { after = 0 } = c.req.valid("query");
      if (!wantsStream(c.req.header("accept"))) {
        return c.json({ events: await shown(await readEvents(db, id, { after })) }, 200);
      }
      // A HEAD has no body whose end could be waited for.
      if (c.req.method === "HEAD") return c.body(null, 200) as never;
      const isOpen = async () => (await findAccess(db, { id, participantId })) !== undefined;
      const last = lastEventId(c.req.header("last-event-id"));
      const leave = streams.enter(participantId);
      if (leave === undefined) throw tooMany(`At most ${STREAMS} streams at a time.`, 15);
      // The stream is described in words: the description's 200 is the same events as JSON.
      return eventStream(c, {
        db,
        notifier,
        sessionId: id,
        shown,
        after: last ?? after,
        isOpen,
        closing: means.closing,
        log: means.log,
        onEnd: leave,
      }) as never;
    })
    .openapi(add(shapes.event, shapes.act), async (c) => {
      const participantId = requireParticipant(c).id;
      const { session, memberId } = await sharedSession(means, c.req.valid("param").id, participantId);
      const { id } = session;
      const served = requireServed(experiences, session.experience);
      const act = actIn(c.get("bodyText"), served);
      const event = actOf(act, memberId, served);
      if (served.asksForWork.includes(event.kind)) limitStrangers(c, work);
      const named = namedWrite(c, means, participantId);
      let added: StoredEvent | undefined;
      const { seq } = await writeOnce(db, named, async (tx) => {
        added = await addEvent(tx, { sessionId: id, served }, { event, atMs: now() });
        if (added === undefined) throw nothingThere();
        // Now that the log is locked: whoever left meanwhile says nothing more in it.
        if ((await findAccess(tx, { id, participantId })) === undefined) throw nothingThere();
        return { seq: added.seq };
      });
      notifier.announce(id);
      runner.wake(id);
      const stored = added ?? (await readEvent(db, id, seq));
      if (stored === undefined) throw nothingThere();
      return c.json({ event: stored }, 201);
    });
}

/** A person's act as it is stored. @throws {Problem} not-yours, for what only the host of a shared session may do */
function actOf(act: NewEvent, memberId: string, { sharing }: ServedExperience): NewEvent {
  if (sharing === undefined) return act;
  if (memberId !== OWN_MEMBER && !sharing.isOpenToMembers(act.kind)) {
    throw new Problem("not-yours", "Only who began this session may do that; you can add your own answers.");
  }
  return sharing.storedFrom(act, memberId);
}

/** What somebody may see of a session's events: a reader of them, which shows nothing once the session is gone. */
export function viewOf(means: Means, { session, memberId }: SessionAccess) {
  const sharing = means.experiences.get(session.experience)?.sharing;
  return async (events: readonly StoredEvent[]): Promise<StoredEvent[]> => {
    if (sharing === undefined || events.length === 0) return [...events];
    const state = await means.runner.stateOf(session.id);
    // The session was deleted meanwhile.
    if (state === undefined) return [];
    return events.map((event) => sharing.eventFor(event, { memberId, state }));
  };
}

function requireServed(experiences: ServedExperiences, id: string): ServedExperience {
  const served = experiences.get(id);
  if (served === undefined) throw new Problem("not-found", "This server does not run that experience.");
  return served;
}

/** What a person did, read as the session's experience has it. */
function actIn(bodyText: string, { schemas }: ServedExperience): NewEvent {
  const read = schemas.personEvent.safeParse(bodyText === "" ? undefined : JSON.parse(bodyText));
  if (!read.success) throw invalidRequest(read.error.issues);
  return read.data;
}

/** What acts and events look like, over all experiences, for the API's description. */
function shapesOf(experiences: ServedExperiences): {
  readonly act: z.ZodType<NewEvent>;
  readonly event: z.ZodType<StoredEvent>;
} {
  const schemas = [...experiences.values()].map((served) => served.schemas);
  return {
    act: z.union(schemas.map(({ personEvent }) => personEvent)),
    event: z.union(schemas.map(({ event }) => event)),
  };
}

/** A schema as a description alone, which validates nothing. */
function described(schema: z.ZodType): object {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
}

function wantsStream(accept: string | undefined): boolean {
  return accept?.includes("text/event-stream") ?? false;
}

function lastEventId(header: string | undefined): number | undefined {
  if (header === undefined || header === "") return undefined;
  if (/^\d{1,10}$/u.test(header) && Number(header) <= 2_147_483_647) return Number(header);
  throw new Problem("invalid-request", "Last-Event-ID must be the seq of an event.");
}
