import { createRoute } from "@hono/zod-openapi";
import {
  sessionAnswerSchema,
  studyInvitationSchema,
  studyJoinSchema,
  studyTokenSchema,
} from "@openempathic/client";
import type { Context } from "hono";
import { writeOnce } from "../http/idempotency.ts";
import type { Means } from "../http/means.ts";
import { requireParticipant } from "../http/principal.ts";
import type { AppEnv } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";
import { createRateLimit, limitStrangers } from "../http/rate-limit.ts";
import { addEvent, beginSession } from "../sessions/event-store.ts";
import { openStudy } from "../sessions/open-study.ts";
import type { OpenStudy } from "../sessions/open-study.ts";
import { invitedTo } from "../sessions/session-members.ts";
import { countDeclined, holderOf, linkRun, ownRunIn, takePlace } from "../sessions/study-runs.ts";
import type { Database } from "../storage/open-database.ts";
import { apiPart, body, idempotencyHeader, json, namedWrite, nothingThere, problems } from "./route-parts.ts";
import { ownSession, wireSession } from "./session-routes.ts";

const look = createRoute({
  method: "post",
  path: "/studies/look",
  summary: "What a study's link leads to: its title and the words to agree to",
  request: { body: body(studyTokenSchema) },
  responses: { 200: json(studyInvitationSchema, "The study"), ...problems },
});

const join = createRoute({
  method: "post",
  path: "/studies/join",
  summary: "Take part in a study: begins the session of my run, or gives the one that is there",
  request: { headers: idempotencyHeader, body: body(studyJoinSchema) },
  responses: { 201: json(sessionAnswerSchema, "The session of the run"), ...problems },
});

const decline = createRoute({
  method: "post",
  path: "/studies/decline",
  summary: "Say no to a study; only the number of those who did is kept",
  request: { body: body(studyTokenSchema) },
  responses: { 204: { description: "Counted" }, ...problems },
});

/** Questions about a link in a minute, so that nobody tries out tokens. */
const ATTEMPTS_A_MINUTE = 20;

/** Taking part in somebody's study: what it is, yes, and no. */
export function takePartRoutes(means: Means) {
  const { db, now, runner } = means;
  const attempts = createRateLimit({ attempts: ATTEMPTS_A_MINUTE, windowMs: 60_000 }, now);
  return apiPart()
    .openapi(look, async (c) => {
      const { id: participantId } = requireParticipant(c);
      const { id, protocol, hash } = await studyOf(c, c.req.valid("json").token);
      const { title, version, language, contact, ethics, consents, tasks, sampling } = protocol;
      const [consent] = consents.slice(-1);
      if (consent === undefined) throw nothingThere();
      const isOwn = (await holderOf(db, id)) === participantId;
      const days =
        sampling === undefined ? {} : { sampling: { days: sampling.days, perDay: sampling.perDay } };
      const about = { title, version, hash, language, contact, ethics, consent, tasks: tasks.length };
      return c.json({ ...about, ...days, isOwn }, 200);
    })
    .openapi(join, async (c) => {
      const { id: participantId } = requireParticipant(c);
      const { token, ...asked } = c.req.valid("json");
      const study = await studyOf(c, token);
      if ((await holderOf(db, study.id)) === participantId) {
        throw new Problem("invalid-request", "This study is your own: try it out with its preview.");
      }
      if (asked.consentVersion !== study.protocol.consents.at(-1)?.version) {
        throw new Problem("invalid-request", "That is not the version of the consent that is in force.");
      }
      const known = await ownRunIn(db, { studyId: study.id, participantId });
      if (known !== undefined) return c.json({ session: wireSession(known) }, 201);
      const named = namedWrite(c, means, participantId);
      const { id } = await writeOnce(db, named, (tx) =>
        enrol(means, { db: tx, study }, { ...asked, participantId }),
      );
      runner.wake(id);
      return c.json({ session: wireSession(await ownSession(means, id, participantId)) }, 201);
    })
    .openapi(decline, async (c) => {
      requireParticipant(c);
      const { id } = await studyOf(c, c.req.valid("json").token);
      await countDeclined(db, id);
      return c.body(null, 204);
    });

  /** The study that a token leads to. @throws {Problem} not-found, too-many-requests */
  async function studyOf(c: Context<AppEnv>, token: string): Promise<OpenStudy> {
    limitStrangers(c, attempts);
    const id = await invitedTo(db, token);
    const found = id === undefined ? undefined : await openStudy(means, id);
    if (found === undefined) throw nothingThere();
    return found;
  }
}

/** Yes to a study, as it was given. */
interface Joining {
  readonly participantId: string;
  readonly consentVersion: string;
  readonly language: "en" | "de";
  readonly country?: string;
}

/** Begins a run: its session, its place in the study, and the event with which it is enrolled. */
async function enrol(
  { experiences, now }: Means,
  { db, study }: { readonly db: Database; readonly study: OpenStudy },
  { consentVersion, ...session }: Joining,
): Promise<{ id: string }> {
  const served = experiences.get("study");
  if (served === undefined) throw nothingThere();
  const place = await takePlace(db, study.id);
  const id = await beginSession(db, { ...session, experience: "study" }, now());
  await linkRun(db, { studyId: study.id, runId: id, ...place });
  const { protocol, hash } = study;
  const event = { kind: "enrolled", protocol, hash, ...place, consentVersion };
  await addEvent(db, { sessionId: id, served }, { event, atMs: now() });
  return { id };
}
