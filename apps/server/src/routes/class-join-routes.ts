import { createRoute } from "@hono/zod-openapi";
import {
  classInvitationSchema,
  classTokenSchema,
  joinClassSchema,
  sessionAnswerSchema,
} from "@openempathic/client";
import { classInvitedTo, learnersOf } from "../classes/class-store.ts";
import { joinClass } from "../classes/join-class.ts";
import { classOfSeat } from "../lti/class-links.ts";
import type { Means } from "../http/means.ts";
import { requireParticipant } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";
import { createRateLimit, limitStrangers } from "../http/rate-limit.ts";
import { courseOfClass } from "./class-routes.ts";
import { apiPart, body, json, nothingThere, problems } from "./route-parts.ts";
import { ownSession, wireSession } from "./session-routes.ts";

const look = createRoute({
  method: "post",
  path: "/classes/look",
  summary: "What an invitation to a class leads to",
  request: { body: body(classTokenSchema) },
  responses: { 200: json(classInvitationSchema, "The class before one joins"), ...problems },
});

const join = createRoute({
  method: "post",
  path: "/classes/join",
  summary: "Join a class with a new session of one's own",
  request: { body: body(joinClassSchema) },
  responses: { 200: json(sessionAnswerSchema, "The session"), ...problems },
});

/** Attempts to join a minute, so that nobody tries out tokens. */
const JOINS_A_MINUTE = 20;

/** A learner's way into a class: what the link leads to, and joining by it. */
export function classJoinRoutes(means: Means) {
  const { db, now, runner } = means;
  const joins = createRateLimit({ attempts: JOINS_A_MINUTE, windowMs: 60_000 }, now);
  /** The class that a link leads to, or the seat that a learning platform's launch gave this participant. */
  const invitedClass = async (token: string, participantId: string) =>
    (await classInvitedTo(db, token)) ?? (await classOfSeat(db, token, participantId));
  return apiPart()
    .openapi(look, async (c) => {
      const { id: participantId } = requireParticipant(c);
      limitStrangers(c, joins);
      const row = await invitedClass(c.req.valid("json").token, participantId);
      if (row === undefined) throw nothingThere();
      const { title, lead, units, items } = courseOfClass(row);
      const mine = (await learnersOf(db, row.id)).find((each) => each.participantId === participantId);
      const course = { title, lead, units: units.length, items: items.length };
      const joined = mine === undefined ? {} : { sessionId: mine.sessionId };
      return c.json({ title: row.title, course, ...joined }, 200);
    })
    .openapi(join, async (c) => {
      const { id: participantId } = requireParticipant(c);
      limitStrangers(c, joins);
      const { token, language, country, name, ...choices } = c.req.valid("json");
      requireName(choices.showsProgress, name);
      const row = await invitedClass(token, participantId);
      if (row === undefined) throw nothingThere();
      const session = { participantId, language, ...(country === undefined ? {} : { country }) };
      const id = await joinClass(means, row.id, { session, choices: { ...choices, name: name ?? null } });
      if (id === undefined) throw nothingThere();
      runner.wake(id);
      return c.json({ session: wireSession(await ownSession(means, id, participantId)) }, 200);
    });
}

/** What is shown needs a name, by which the teacher knows whose it is. @throws {Problem} invalid-request */
export function requireName(showsProgress: boolean, name: string | undefined): void {
  if (showsProgress && name === undefined) {
    throw new Problem("invalid-request", "name: is needed to show how far one is");
  }
}
