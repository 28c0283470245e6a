import { createRoute } from "@hono/zod-openapi";
import {
  invitationAnswerSchema,
  sessionAnswerSchema,
  studyInvitationSchema,
  studyJoinSchema,
  studyRunsSchema,
  studyTokenSchema,
} from "@openempathic/client";
import type { StudyEvent, StudyProtocol, StudyState } from "@openempathic/experiences/study";
import type { Context } from "hono";
import { writeOnce } from "../http/idempotency.ts";
import type { Means } from "../http/means.ts";
import { requireParticipant } from "../http/principal.ts";
import type { AppEnv } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";
import { createRateLimit, limitStrangers } from "../http/rate-limit.ts";
import { addEvent, beginSession, readEvents } from "../sessions/event-store.ts";
import { invitedTo, inviteTo } from "../sessions/session-members.ts";
import {
  countDeclined,
  declinedOf,
  holderOf,
  linkRun,
  ownRunIn,
  runsOf,
  takePlace,
} from "../sessions/study-runs.ts";
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
import { ownSession, wireSession } from "./session-routes.ts";

const link = createRoute({
  method: "post",
  path: "/studies/{id}/link",
  summary: "A link by which people take part in my frozen study; an earlier one stops working",
  request: { params: idParam },
  responses: { 201: json(invitationAnswerSchema, "The token; it is told once"), ...problems },
});

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

const runs = createRoute({
  method: "get",
  path: "/studies/{id}/runs",
  summary: "What the participants of my study did, by their codes",
  request: { params: idParam },
  responses: { 200: json(studyRunsSchema, "The runs"), ...problems },
});

/** Questions about a link in a minute, so that nobody tries out tokens. */
const ATTEMPTS_A_MINUTE = 20;

/** What of a run is between the participant and the page, and no answer of the study. */
const NOT_FOR_RESEARCHERS: readonly StudyEvent["kind"][] = [
  "risk-judged",
  "country-changed",
  "notices-acknowledged",
];

/** A study that people can take part in. */
interface OpenStudy {
  readonly id: string;
  readonly protocol: StudyProtocol;
  readonly hash: string;
}

/** Studies: a link, saying yes or no, and what the participants did. */
export function studyRoutes(means: Means) {
  const { db, now, runner } = means;
  const attempts = createRateLimit({ attempts: ATTEMPTS_A_MINUTE, windowMs: 60_000 }, now);
  return apiPart()
    .openapi(link, async (c) => {
      const { id } = await ownSession(means, c.req.valid("param").id, requireParticipant(c).id);
      if ((await openStudy(means, id)) === undefined) throw nothingThere();
      return c.json({ token: await inviteTo(db, id, now()) }, 201);
    })
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
      const { id } = await writeOnce(db, named, (tx) => enrol(tx, study, { ...asked, participantId }));
      runner.wake(id);
      return c.json({ session: wireSession(await ownSession(means, id, participantId)) }, 201);
    })
    .openapi(decline, async (c) => {
      requireParticipant(c);
      const { id } = await studyOf(c, c.req.valid("json").token);
      await countDeclined(db, id);
      return c.body(null, 204);
    })
    .openapi(runs, async (c) => {
      const { id } = await ownSession(means, c.req.valid("param").id, requireParticipant(c).id);
      const found = await Promise.all(
        (await runsOf(db, id)).map(async ({ code, number, runId }) => ({
          code,
          number,
          events: runId === null ? null : await answersIn(means, runId),
        })),
      );
      return c.json({ declined: await declinedOf(db, id), runs: found }, 200);
    });

  /** The study that a token leads to. @throws {Problem} not-found, too-many-requests */
  async function studyOf(c: Context<AppEnv>, token: string): Promise<OpenStudy> {
    limitStrangers(c, attempts);
    const id = await invitedTo(db, token);
    const found = id === undefined ? undefined : await openStudy(means, id);
    if (found === undefined) throw nothingThere();
    return found;
  }

  /** Begins a run: its session, its place in the study, and the event with which it is enrolled. */
  async function enrol(
    tx: Parameters<Parameters<typeof writeOnce>[2]>[0],
    study: OpenStudy,
    asked: {
      readonly participantId: string;
      readonly consentVersion: string;
      readonly language: "en" | "de";
      readonly country?: string;
    },
  ): Promise<{ id: string }> {
    const { consentVersion, ...rest } = asked;
    const served = means.experiences.get("study");
    if (served === undefined) throw nothingThere();
    const place = await takePlace(tx, study.id);
    const id = await beginSession(tx, { ...rest, experience: "study" }, now());
    await linkRun(tx, { studyId: study.id, runId: id, ...place });
    const { protocol, hash } = study;
    const event = { kind: "enrolled", protocol, hash, ...place, consentVersion };
    await addEvent(tx, { sessionId: id, served }, { event, atMs: now() });
    return { id };
  }
}

/** A session's study, if it is frozen. */
async function openStudy({ runner, experiences }: Means, id: string): Promise<OpenStudy | undefined> {
  if (experiences.get("study") === undefined) return undefined;
  // The cast is safe: a session of another experience has neither of the two fields that are asked for.
  const state = (await runner.stateOf(id)) as StudyState | undefined;
  if (state?.protocol === undefined || state.frozen === undefined) return undefined;
  return { id, protocol: state.protocol, hash: state.frozen.hash };
}

async function answersIn({ db }: Means, runId: string): Promise<StudyEvent[]> {
  // The cast is safe: the log of a run holds only events of a study.
  const events = (await readEvents(db, runId)) as unknown as StudyEvent[];
  return events.filter(({ kind }) => !NOT_FOR_RESEARCHERS.includes(kind));
}
