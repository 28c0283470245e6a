import { createRoute, z } from "@hono/zod-openapi";
import { deleteCookie } from "hono/cookie";
import { meSchema } from "@openempathic/client";
import { learningOf } from "../learning/learning-of.ts";
import { collectionMeans } from "../collection/collection-means.ts";
import { leaveForGood } from "../collection/leave-collection.ts";
import { collectionExport } from "../collection/list-clips.ts";
import type { Means } from "../http/means.ts";
import { COOKIE, keepSignedIn, remoteAddress, requireParticipant } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";
import { createRateLimit, networkOf, tooMany } from "../http/rate-limit.ts";
import { listApiKeys } from "../people/api-keys.ts";
import { listConsents } from "../people/consents.ts";
import { addParticipant } from "../people/people.ts";
import type { Participant } from "../people/people.ts";
import { listSessions, readEvents } from "../sessions/event-store.ts";
import { leaveSession } from "../sessions/leave-session.ts";
import { OWN_MEMBER, listJoined } from "../sessions/session-members.ts";
import type { SessionAccess } from "../sessions/session-members.ts";
import { viewOf } from "./event-routes.ts";
import { apiPart, json, problems } from "./route-parts.ts";

const me = createRoute({
  method: "get",
  path: "/me",
  summary: "Who I am; the first call without a cookie makes a pseudonymous participant",
  responses: { 200: json(meSchema, "The participant"), ...problems },
});

const exported = createRoute({
  method: "get",
  path: "/me/export",
  summary: "Everything about me as one file",
  responses: {
    200: json(z.looseObject({ schema: z.literal("open-empathic/export/1") }), "The participant's data"),
    ...problems,
  },
});

const remove = createRoute({
  method: "delete",
  path: "/me",
  summary: "Delete me and everything that is mine",
  responses: { 204: { description: "Deleted" }, ...problems },
});

/** A person's own data: who they are here, all of it as a file, and its end. */
export function meRoutes(means: Means) {
  const { db, runner, now } = means;
  const newcomers = [
    createRateLimit({ attempts: 60, windowMs: 60_000 }, now),
    // Those who never do anything are forgotten after days, so this bounds what one address can fill.
    createRateLimit({ attempts: 2_000, windowMs: 86_400_000 }, now),
  ];

  return apiPart()
    .openapi(me, async (c) => {
      const principal = c.get("principal");
      let participant: Participant;
      if (principal.kind === "nobody") {
        const sender = networkOf(remoteAddress(c));
        const wait = Math.max(...newcomers.map((limit) => limit.secondsToWait(sender)));
        if (wait > 0) throw tooMany("Too many people came from this address.", wait);
        const signedIn = await addParticipant(db, now());
        keepSignedIn(c, signedIn.token);
        ({ participant } = signedIn);
      } else {
        ({ participant } = principal);
      }
      const setting = await means.languageModels.read();
      const languageModel =
        setting === undefined ? { connected: false } : { connected: true, model: setting.model };
      return c.json({ participant, languageModel }, 200);
    })
    .openapi(exported, async (c) => {
      const participant = requireParticipant(c);
      c.header("Content-Disposition", 'attachment; filename="open-empathic-export.json"');
      return c.json(await exportOf(means, participant), 200);
    })
    .openapi(remove, async (c) => {
      const participant = requireParticipant(c);
      if (c.get("principal").kind === "key")
        throw new Problem("owner-only", "A program's key cannot delete its owner.");
      const sessions = await listSessions(db, participant.id);
      await leaveAll(means, participant.id);
      await leaveForGood(collectionMeans(means), participant.id);
      for (const { id } of sessions) runner.forget(id);
      deleteCookie(c, COOKIE, { path: "/" });
      return c.body(null, 204);
    });
}

/** Takes somebody out of other people's sessions, with what they said there. */
async function leaveAll(means: Means, participantId: string): Promise<void> {
  for (const { session, memberId } of await listJoined(means.db, participantId)) {
    const served = means.experiences.get(session.experience);
    if (served === undefined) continue;
    await leaveSession(means, { sessionId: session.id, participantId, memberId, served });
  }
}

/** A session with its events as this participant sees them there: what others said under seal stays sealed. */
async function seenBy(means: Means, access: SessionAccess) {
  const events = await viewOf(means, access)(await readEvents(means.db, access.session.id));
  return { ...access.session, events };
}

/** What somebody said in other people's sessions, as they see them. */
async function joinedOf(means: Means, participantId: string) {
  const sessions = [];
  for (const access of await listJoined(means.db, participantId)) {
    if (means.experiences.get(access.session.experience)?.sharing === undefined) continue;
    sessions.push({ ...(await seenBy(means, access)), memberId: access.memberId });
  }
  return sessions;
}

async function exportOf(means: Means, participant: Participant) {
  const { db, now } = means;
  const sessions = [];
  for (const session of await listSessions(db, participant.id)) {
    sessions.push(await seenBy(means, { session, memberId: OWN_MEMBER }));
  }
  return {
    schema: "open-empathic/export/1" as const,
    exportedAtMs: now(),
    participant,
    consents: await listConsents(db, participant.id),
    apiKeys: await listApiKeys(db, participant.id),
    sessions,
    joined: await joinedOf(means, participant.id),
    ...(await learningOf(db, participant.id)),
    collection: await collectionExport(db, participant.id),
  };
}
