import { createRoute, z } from "@hono/zod-openapi";
import { newSessionSchema, sessionAnswerSchema, sessionsAnswerSchema } from "@openempathic/client";
import type { ServedExperiences } from "../experiences/served-experience.ts";
import { writeOnce } from "../http/idempotency.ts";
import type { Means } from "../http/means.ts";
import { requireParticipant } from "../http/principal.ts";
import { createRateLimit, limitStrangers } from "../http/rate-limit.ts";
import { beginSession, deleteSession, findSession } from "../sessions/event-store.ts";
import type { SessionRow } from "../sessions/event-store.ts";
import { findAccess, listSeen } from "../sessions/session-members.ts";
import type { SessionAccess } from "../sessions/session-members.ts";
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

function begin(experiences: ServedExperiences) {
  // The wire's own schema, narrowed or widened to what this server runs.
  const experience = z.enum([...experiences.keys()]);
  return createRoute({
    method: "post",
    path: "/sessions",
    summary: "Begin a session of an experience",
    request: { headers: idempotencyHeader, body: body(newSessionSchema.extend({ experience })) },
    responses: { 201: json(sessionAnswerSchema, "The session"), ...problems },
  });
}

const list = createRoute({
  method: "get",
  path: "/sessions",
  summary: "My sessions, all or those of one experience, the one with the latest event first",
  request: { query: z.object({ experience: z.string().max(64).optional() }) },
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

/** Sessions a minute from somebody who is neither on this machine nor its owner. */
const SESSIONS_A_MINUTE = 20;

/** Sessions. One that is somebody else's answers like one that does not exist. */
export function sessionRoutes(means: Means) {
  const { db, runner, now, experiences } = means;
  const begun = createRateLimit({ attempts: SESSIONS_A_MINUTE, windowMs: 60_000 }, now);
  return apiPart()
    .openapi(begin(experiences), async (c) => {
      const { id: participantId } = requireParticipant(c);
      limitStrangers(c, begun);
      const { country, ...asked } = c.req.valid("json");
      const session = { participantId, ...asked, ...(country === undefined ? {} : { country }) };
      const named = namedWrite(c, means, participantId);
      const { id } = await writeOnce(db, named, async (tx) => ({
        id: await beginSession(tx, session, named.nowMs),
      }));
      runner.wake(id);
      return c.json({ session: wireSession(await ownSession(means, id, participantId)) }, 201);
    })
    .openapi(list, async (c) => {
      const { experience } = c.req.valid("query");
      const { id } = requireParticipant(c);
      return c.json({ sessions: (await listSeen(db, id, experience)).map(wireSummary) }, 200);
    })
    .openapi(show, async (c) => {
      const id = c.req.valid("param").id;
      const { session } = await sharedSession(means, id, requireParticipant(c).id);
      return c.json({ session: wireSession(session) }, 200);
    })
    .openapi(remove, async (c) => {
      const id = requireId(c.req.valid("param").id);
      if (!(await deleteSession(db, { id, participantId: requireParticipant(c).id }))) throw nothingThere();
      runner.forget(id);
      return c.body(null, 204);
    });
}

/** A session that is this participant's or that they joined, and who they are in it. @throws {Problem} not-found */
export async function sharedSession(
  { db }: Means,
  id: string,
  participantId: string,
): Promise<SessionAccess> {
  const access = await findAccess(db, { id: requireId(id), participantId });
  if (access === undefined) throw nothingThere();
  return access;
}

/** A session of this participant. @throws {Problem} not-found */
export async function ownSession({ db }: Means, id: string, participantId: string): Promise<SessionRow> {
  const session = await findSession(db, { id: requireId(id), participantId });
  if (session === undefined) throw nothingThere();
  return session;
}

function wireSummary({ id, experience, startedAtMs, lastEventAtMs, title }: SessionRow) {
  return { id, experience, startedAtMs, lastEventAtMs, title };
}

/** A session as it travels. */
export function wireSession(row: SessionRow) {
  const { language, country } = row;
  return { ...wireSummary(row), language, ...(country === null ? {} : { country }) };
}
