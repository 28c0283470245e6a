import { createRoute } from "@hono/zod-openapi";
import { recordSharingSchema, statementsSchema } from "@openempathic/client";
import { sharingOf, shareRecords, stopSharing } from "../learning/record-sharing.ts";
import { readRecordStore } from "../learning/record-store.ts";
import { statementsOf } from "../learning/statements-of.ts";
import type { Means } from "../http/means.ts";
import { requireParticipant } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";
import { readEvents } from "../sessions/event-store.ts";
import { apiPart, idParam, json, nothingThere, problems } from "./route-parts.ts";
import { ownSession } from "./session-routes.ts";

const PATH = "/sessions/{id}/record-sharing";

const statements = createRoute({
  method: "get",
  path: "/sessions/{id}/xapi",
  summary: "My tutor's session as statements of the Experience API 1.0.3, never with how it felt",
  request: { params: idParam },
  responses: { 200: json(statementsSchema, "The statements, oldest first"), ...problems },
});

const show = createRoute({
  method: "get",
  path: PATH,
  summary: "Whether my session is told to the record store",
  request: { params: idParam },
  responses: { 200: json(recordSharingSchema, "What I agreed to, and how far it is told"), ...problems },
});

const agree = createRoute({
  method: "put",
  path: PATH,
  summary: "Agree that my session is told to the record store that is connected",
  request: { params: idParam },
  responses: { 200: json(recordSharingSchema, "What I agreed to"), ...problems },
});

const stop = createRoute({
  method: "delete",
  path: PATH,
  summary: "Have nothing further of my session told",
  request: { params: idParam },
  responses: { 204: { description: "Stopped" }, ...problems },
});

/** What of a learner's own session is told to a record store: seen, agreed to and stopped by them alone. */
export function recordRoutes(means: Means) {
  const { db, secrets, now } = means;
  return apiPart()
    .openapi(statements, async (c) => {
      const participantId = requireParticipant(c).id;
      const id = await tutorSession(means, c.req.valid("param").id, participantId);
      const home = (await readRecordStore(db, secrets))?.home ?? new URL(c.req.url).origin;
      const about = { sessionId: id, participantId, home };
      c.header("Content-Disposition", 'attachment; filename="open-empathic-xapi.json"');
      // The casts only say what the table says: every statement has its id here.
      return c.json(statementsOf(await readEvents(db, id), about, secrets) as never, 200);
    })
    .openapi(show, async (c) => {
      const id = await tutorSession(means, c.req.valid("param").id, requireParticipant(c).id);
      return c.json(await wireSharing(means, id), 200);
    })
    .openapi(agree, async (c) => {
      const id = await tutorSession(means, c.req.valid("param").id, requireParticipant(c).id);
      const store = await readRecordStore(db, secrets);
      if (store === undefined) throw new Problem("not-found", "No record store is connected.");
      const { endpoint } = store;
      if ((await sharingOf(db, id))?.endpoint !== endpoint) {
        await shareRecords(db, { sessionId: id, endpoint }, now());
      }
      return c.json(await wireSharing(means, id), 200);
    })
    .openapi(stop, async (c) => {
      await stopSharing(db, await tutorSession(means, c.req.valid("param").id, requireParticipant(c).id));
      return c.body(null, 204);
    });
}

async function tutorSession(means: Means, id: string, participantId: string): Promise<string> {
  const session = await ownSession(means, id, participantId);
  if (session.experience !== "tutor") throw nothingThere();
  return session.id;
}

async function wireSharing({ db, secrets }: Means, sessionId: string) {
  const store = await readRecordStore(db, secrets);
  const row = await sharingOf(db, sessionId);
  const host = store === undefined ? {} : { store: new URL(store.endpoint).host };
  // What was agreed to was another store.
  if (row === undefined || row.endpoint !== store?.endpoint) {
    return { ...host, agreed: false, sent: 0, isWaiting: false };
  }
  const { agreedAtMs, sent, failures } = row;
  return { ...host, agreed: true, agreedAtMs, sent, isWaiting: failures > 0 };
}
