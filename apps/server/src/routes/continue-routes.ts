import { createRoute } from "@hono/zod-openapi";
import { OpenEmpathicError } from "@openempathic/affect";
import { continueSessionSchema, sessionAnswerSchema } from "@openempathic/client";
import type { SessionFrame, StoredEvent } from "@openempathic/experiences";
import type { ServedExperience } from "../experiences/served-experience.ts";
import type { Means } from "../http/means.ts";
import { requireParticipant } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";
import { createRateLimit, limitStrangers } from "../http/rate-limit.ts";
import { restoreSession } from "../sessions/event-store.ts";
import { apiPart, body, json, nothingThere, problems } from "./route-parts.ts";
import { ownSession, wireSession } from "./session-routes.ts";

const goOn = createRoute({
  method: "post",
  path: "/sessions/continue",
  summary: "Begin a session that goes on from a saved record",
  description:
    "The record is checked byte by byte first; where it does not hold, the problem says at which line and why, and " +
    "nothing is begun.",
  request: { body: body(continueSessionSchema) },
  responses: { 201: json(sessionAnswerSchema, "The session"), ...problems },
});

/** Records read a minute for somebody who is neither on this machine nor its owner: each takes some computing. */
const RECORDS_A_MINUTE = 10;

/** Sessions that go on from a saved record: whole, or not at all. */
export function continueRoutes(means: Means) {
  const { db, now, runner, experiences } = means;
  const read = createRateLimit({ attempts: RECORDS_A_MINUTE, windowMs: 60_000 }, now);
  return apiPart().openapi(goOn, async (c) => {
    const { id: participantId } = requireParticipant(c);
    limitStrangers(c, read);
    const { experience, record } = c.req.valid("json");
    const served = experiences.get(experience);
    if (served?.readRecord === undefined) throw nothingThere();
    const log = logIn(record, served.readRecord, now());
    const session = { participantId, experience, ...aboutSession(served, log) };
    const id = await db.transaction((tx) => restoreSession(tx, session, log));
    runner.wake(id);
    return c.json({ session: wireSession(await ownSession(means, id, participantId)) }, 201);
  });
}

function logIn(
  text: string,
  readRecord: NonNullable<ServedExperience["readRecord"]>,
  nowMs: number,
): readonly StoredEvent[] {
  try {
    return readRecord(text, nowMs);
  } catch (error) {
    if (error instanceof OpenEmpathicError) throw new Problem("invalid-request", `record: ${error.message}`);
    throw error;
  }
}

/** What the list of sessions tells of it, as if its events had been added here one by one. */
function aboutSession({ experience, titleFrom }: ServedExperience, log: readonly StoredEvent[]) {
  let state: SessionFrame = experience.initial;
  let title: string | undefined;
  for (const event of log) {
    ({ state } = experience.apply(state, event));
    title ??= titleFrom(event);
  }
  const { language, country } = state;
  return { language, title, ...(country === undefined ? {} : { country }) };
}
