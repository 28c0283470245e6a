import { createRoute, z } from "@hono/zod-openapi";
import {
  annotationAnswerSchema,
  newAnnotationSchema,
  statsSchema,
  taskAnswerSchema,
} from "@openempathic/client";
import type { questionSchema, taskSchema } from "@openempathic/client";
import { findCampaign, FIRST_CAMPAIGN } from "../collection/campaigns.ts";
import { claimTask } from "../collection/claim-task.ts";
import type { ClaimedTask } from "../collection/claim-task.ts";
import { collectionMeans, LEASE_MS } from "../collection/collection-means.ts";
import { countCollection } from "../collection/count-collection.ts";
import { submitAnnotation } from "../collection/submit-annotation.ts";
import type { SubmitOutcome } from "../collection/submit-annotation.ts";
import { supersedeAnnotation } from "../collection/supersede-annotation.ts";
import type { SupersedeOutcome } from "../collection/supersede-annotation.ts";
import { writeOnce } from "../http/idempotency.ts";
import type { Means } from "../http/means.ts";
import { requireParticipant } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";
import { createRateLimit, limitStrangers } from "../http/rate-limit.ts";
import { apiPart, body, idempotencyHeader, json, namedWrite, nothingThere, problems } from "./route-parts.ts";

const next = createRoute({
  method: "get",
  path: "/tasks/next",
  summary: "My next task, or the one that I hold; it is mine until its lease ends",
  request: {
    query: z.object({
      /** Languages that one reads, such as "en,de". */
      languages: z
        .string()
        .regex(/^[a-z]{2,3}(,[a-z]{2,3}){0,19}$/, { error: 'must be languages as ISO 639, such as "en,de"' }),
    }),
  },
  responses: { 200: json(taskAnswerSchema, "The task; null where there is none now"), ...problems },
});

const annotate = createRoute({
  method: "post",
  path: "/annotations",
  summary: "Answer the task that I hold, or supersede an answer of mine",
  request: { headers: idempotencyHeader, body: body(newAnnotationSchema) },
  responses: { 201: json(annotationAnswerSchema, "The annotation"), ...problems },
});

const stats = createRoute({
  method: "get",
  path: "/stats",
  summary: "Figures of the collection, for everybody",
  responses: { 200: json(statsSchema, "The figures; counts below five are null"), ...problems },
});

/** Tasks and answers a minute from somebody who is neither on this machine nor its owner. */
const ANSWERS_A_MINUTE = 60;

/** Labelling: the next task, answers to it, and what it all comes to. */
export function labelRoutes(means: Means) {
  const { db, now } = means;
  const { pseudonymOf } = collectionMeans(means);
  const claimed = createRateLimit({ attempts: 2 * ANSWERS_A_MINUTE, windowMs: 60_000 }, now);
  const answered = createRateLimit({ attempts: ANSWERS_A_MINUTE, windowMs: 60_000 }, now);
  return apiPart()
    .openapi(next, async (c) => {
      const { id: participantId } = requireParticipant(c);
      limitStrangers(c, claimed);
      const languages = c.req.valid("query").languages.split(",");
      const campaign = await findCampaign(db, FIRST_CAMPAIGN.id);
      const asked = { participantId, languages, nowMs: now(), leaseMs: LEASE_MS };
      const task = campaign === undefined ? undefined : await claimTask(db, { ...asked, campaign });
      return c.json({ task: task === undefined ? null : wireTask(task) }, 200);
    })
    .openapi(annotate, async (c) => {
      const { id: participantId } = requireParticipant(c);
      limitStrangers(c, answered);
      const sent = c.req.valid("json");
      const named = namedWrite(c, means, participantId);
      const context = { pseudonymOf, atMs: named.nowMs };
      const outcome = await writeOnce(db, named, async (tx) => {
        const done: SubmitOutcome | SupersedeOutcome =
          "task" in sent
            ? await submitAnnotation(
                tx,
                {
                  ...{ participantId, taskId: sent.task, answers: sent.answers },
                  ...{ slot: sent.lease.place, token: sent.lease.token },
                },
                context,
              )
            : await supersedeAnnotation(tx, { participantId, ...sent }, context);
        // Thrown inside, so that what was not taken leaves its key free for the answer that is mended.
        if (done.kind === "wrong") throw wrongAnswers(done.problems);
        if (done.kind === "nothing") throw nothingThere();
        return done;
      });
      return c.json({ annotation: { id: annotationOf(outcome) } }, 201);
    })
    .openapi(stats, async (c) => {
      const { byState, byLanguage, ...work } = await countCollection(db);
      return c.json(
        { schema: "open-empathic/stats/1" as const, clips: { byState, byLanguage }, ...work },
        200,
      );
    });
}

function annotationOf(
  outcome: Exclude<SubmitOutcome | SupersedeOutcome, { kind: "wrong" | "nothing" }>,
): string {
  switch (outcome.kind) {
    case "taken":
      return outcome.annotation;
    case "late":
      throw new Problem("lease-lost", "The time for this task was over. Your answer is kept as a draft.");
    case "foreign":
      throw new Problem("lease-lost", "This place is not yours. Your answer is kept as a draft.");
    case "superseded":
      throw new Problem("already-superseded", "There is a later answer of yours than this one.");
  }
}

function wrongAnswers(found: Readonly<Record<string, string>>): Problem {
  const told = Object.entries(found).map(([question, why]) => `answers.${question}: ${why}`);
  return new Problem("invalid-request", told.slice(0, 5).join("; "));
}

function wireTask({ taskId, slot, token, untilMs, clip, questions, draft }: ClaimedTask) {
  return {
    id: taskId,
    lease: { place: slot, token, untilMs },
    clip: { id: clip.id, kind: "text" as const, language: clip.language, text: clip.words },
    // What is readonly here is plain JSON on the wire.
    questions: questions as unknown as z.infer<typeof questionSchema>[],
    draft: draft as z.infer<typeof taskSchema>["draft"],
  };
}
