import { createRoute, z } from "@hono/zod-openapi";
import { idSchema, invitationAnswerSchema, joinSchema, sessionAnswerSchema } from "@openempathic/client";
import type { Means } from "../http/means.ts";
import { requireParticipant } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";
import { createRateLimit, limitStrangers } from "../http/rate-limit.ts";
import { addEvent, experienceOf } from "../sessions/event-store.ts";
import { addMember, findAccess, invitedTo, inviteTo } from "../sessions/session-members.ts";
import { apiPart, body, idParam, json, nothingThere, problems } from "./route-parts.ts";
import { ownSession, sharedSession, wireSession } from "./session-routes.ts";

const invite = createRoute({
  method: "post",
  path: "/sessions/{id}/invitation",
  summary: "A link by which others join my session; an earlier one stops working",
  request: { params: idParam },
  responses: { 201: json(invitationAnswerSchema, "The token; it is told once"), ...problems },
});

const join = createRoute({
  method: "post",
  path: "/invitations/join",
  summary: "Join the session that an invitation leads to",
  request: { body: body(joinSchema) },
  responses: { 200: json(sessionAnswerSchema, "The session"), ...problems },
});

const membership = createRoute({
  method: "get",
  path: "/sessions/{id}/membership",
  summary: "Who I am in a session",
  request: { params: idParam },
  responses: { 200: json(z.object({ memberId: idSchema }), "My id in its events"), ...problems },
});

/** Attempts to join a minute, so that nobody tries out tokens. */
const JOINS_A_MINUTE = 20;

/** Most people who join one session. */
const MOST_MEMBERS = 50;

/** Sessions that several people share: an invitation, and joining by it. */
export function sharingRoutes(means: Means) {
  const { db, now, runner, notifier, experiences } = means;
  const joins = createRateLimit({ attempts: JOINS_A_MINUTE, windowMs: 60_000 }, now);
  return apiPart()
    .openapi(invite, async (c) => {
      const { id, experience } = await ownSession(means, c.req.valid("param").id, requireParticipant(c).id);
      if (experiences.get(experience)?.sharing === undefined) throw nothingThere();
      return c.json({ token: await inviteTo(db, id, now()) }, 201);
    })
    .openapi(join, async (c) => {
      const { id: participantId } = requireParticipant(c);
      limitStrangers(c, joins);
      const { token, name } = c.req.valid("json");
      const id = await invitedTo(db, token);
      if (id === undefined) throw nothingThere();
      await joinAs(id, participantId, name);
      return c.json({ session: wireSession((await sharedSession(means, id, participantId)).session) }, 200);
    })
    .openapi(membership, async (c) => {
      const { memberId } = await sharedSession(means, c.req.valid("param").id, requireParticipant(c).id);
      return c.json({ memberId }, 200);
    });

  /** Joins once; whoever is in it already, or whose session it is, just gets there. @throws {Problem} session-full */
  async function joinAs(id: string, participantId: string, name: string | undefined): Promise<void> {
    if ((await findAccess(db, { id, participantId })) !== undefined) return;
    const experience = await experienceOf(db, id);
    const served = experience === undefined ? undefined : experiences.get(experience);
    const sharing = served?.sharing;
    if (served === undefined || sharing === undefined) throw nothingThere();
    // In the transaction nothing may be asked of `db` itself: an embedded database has one connection.
    await db.transaction(async (tx) => {
      const joining = await addMember(tx, { id, participantId }, { most: MOST_MEMBERS, nowMs: now() });
      if (joining.kind === "full") throw new Problem("session-full", "No more people can join this session.");
      if (joining.kind === "member-already") return;
      const event = sharing.joined(joining.memberId, name);
      await addEvent(tx, { sessionId: id, served }, { event, atMs: now() });
    });
    notifier.announce(id);
    runner.wake(id);
  }
}
