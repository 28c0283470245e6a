import { createRoute } from "@hono/zod-openapi";
import { invitationAnswerSchema, studyRunsSchema } from "@openempathic/client";
import type { StudyEvent } from "@openempathic/experiences/study";
import type { Means } from "../http/means.ts";
import { requireParticipant } from "../http/principal.ts";
import { readEvents } from "../sessions/event-store.ts";
import { openStudy } from "../sessions/open-study.ts";
import { inviteTo } from "../sessions/session-members.ts";
import { declinedOf, runsOf } from "../sessions/study-runs.ts";
import { apiPart, idParam, json, nothingThere, problems } from "./route-parts.ts";
import { ownSession } from "./session-routes.ts";

const link = createRoute({
  method: "post",
  path: "/studies/{id}/link",
  summary: "A link by which people take part in my frozen study; an earlier one stops working",
  request: { params: idParam },
  responses: { 201: json(invitationAnswerSchema, "The token; it is told once"), ...problems },
});

const runs = createRoute({
  method: "get",
  path: "/studies/{id}/runs",
  summary: "What the participants of my study did, by their codes",
  request: { params: idParam },
  responses: { 200: json(studyRunsSchema, "The runs"), ...problems },
});

/** What of a run is between the participant and the page, and no answer of the study. */
const NOT_FOR_RESEARCHERS: readonly StudyEvent["kind"][] = [
  "risk-judged",
  "country-changed",
  "notices-acknowledged",
];

/** One's own studies: the link by which people take part, and what they did. */
export function studyRoutes(means: Means) {
  const { db, now } = means;
  return apiPart()
    .openapi(link, async (c) => {
      const { id } = await ownSession(means, c.req.valid("param").id, requireParticipant(c).id);
      if ((await openStudy(means, id)) === undefined) throw nothingThere();
      return c.json({ token: await inviteTo(db, id, now()) }, 201);
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
}

async function answersIn({ db }: Means, runId: string): Promise<StudyEvent[]> {
  // The cast is safe: the log of a run holds only events of a study.
  const events = (await readEvents(db, runId)) as unknown as StudyEvent[];
  return events.filter(({ kind }) => !NOT_FOR_RESEARCHERS.includes(kind));
}
