import { createHash } from "node:crypto";
import { createRoute } from "@hono/zod-openapi";
import { CATEGORIES } from "@openempathic/affect";
import type { CategoryId } from "@openempathic/affect";
import {
  clipAnswerSchema,
  clipsAnswerSchema,
  newClipAnswerSchema,
  newClipSchema,
} from "@openempathic/client";
import type { ClipAuditEvent } from "@openempathic/collect";
import { COLLECTION_CONSENT_VERSION, consentCovers, permitFor } from "@openempathic/govern";
import { addCampaign, findCampaign, FIRST_CAMPAIGN } from "../collection/campaigns.ts";
import { contributeClip } from "../collection/contribute-clip.ts";
import { findOwnClip, listOwnClips } from "../collection/list-clips.ts";
import type { ClipRow } from "../collection/move-stored-clip.ts";
import type { TaskTopic } from "../collection/open-task.ts";
import { revokeClip } from "../collection/revoke-clip.ts";
import { collectionMeans } from "../collection/collection-means.ts";
import { writeOnce } from "../http/idempotency.ts";
import type { Means } from "../http/means.ts";
import { requireParticipant } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";
import { createRateLimit, limitStrangers } from "../http/rate-limit.ts";
import { findConsent } from "../people/consents.ts";
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

const contribute = createRoute({
  method: "post",
  path: "/clips",
  summary: "Give a text to the collection, under a consent for that purpose",
  request: { headers: idempotencyHeader, body: body(newClipSchema) },
  responses: { 201: json(newClipAnswerSchema, "The clip and its receipt"), ...problems },
});

const list = createRoute({
  method: "get",
  path: "/clips",
  summary: "My clips and what became of them, newest first",
  responses: { 200: json(clipsAnswerSchema, "The clips"), ...problems },
});

const withdraw = createRoute({
  method: "delete",
  path: "/clips/{id}",
  summary: "Withdraw a clip of mine: its words and all answers about it are deleted",
  request: { params: idParam },
  responses: { 200: json(clipAnswerSchema, "What is left of it"), ...problems },
});

/** Clips a minute from somebody who is neither on this machine nor its owner. */
const CLIPS_A_MINUTE = 30;

/** Clips. One that is somebody else's answers like one that does not exist. */
export function clipRoutes(means: Means) {
  const { db, now } = means;
  const { pseudonymOf } = collectionMeans(means);
  const given = createRateLimit({ attempts: CLIPS_A_MINUTE, windowMs: 60_000 }, now);
  return apiPart()
    .openapi(contribute, async (c) => {
      const { id: contributorId } = requireParticipant(c);
      limitStrangers(c, given);
      const { text: words, language, licence, consent: consentId, intended } = c.req.valid("json");
      await requireConsent(means, consentId, contributorId);
      const topic = await topicOf(means, { words, intended }, c.req.raw.signal);
      const named = namedWrite(c, means, contributorId);
      const { id } = await writeOnce(db, named, async (tx) => {
        await addCampaign(tx, FIRST_CAMPAIGN, named.nowMs);
        const campaign = await findCampaign(tx, FIRST_CAMPAIGN.id);
        if (campaign === undefined) throw new Error("the first campaign is there once it was added");
        const clip = { contributorId, words, language, licence, consentId, intended: intended ?? null };
        const context = { pseudonymOf, atMs: named.nowMs };
        return { id: (await contributeClip(tx, { given: clip, campaign, topic }, context)).id };
      });
      const clip = await findOwnClip(db, { id, contributorId });
      if (clip === undefined) throw nothingThere();
      return c.json({ clip: wireClip({ clip, last: undefined }), receipt: receiptOf(clip, words) }, 201);
    })
    .openapi(list, async (c) => {
      const own = await listOwnClips(db, requireParticipant(c).id);
      return c.json({ clips: own.map(wireClip) }, 200);
    })
    .openapi(withdraw, async (c) => {
      const clipId = requireId(c.req.valid("param").id);
      const { id: participantId } = requireParticipant(c);
      const clip = await findOwnClip(db, { id: clipId, contributorId: participantId });
      if (clip === undefined) throw nothingThere();
      const by = { role: "contributor", participantId } as const;
      const context = { pseudonymOf, atMs: now() };
      const outcome = await db.transaction((tx) =>
        revokeClip(tx, { clipId, by, reason: "withdrawn" }, context),
      );
      // Withdrawn already: the same wish, the same answer.
      const after = outcome?.kind === "moved" ? outcome.clip : clip;
      return c.json({ clip: wireClip({ clip: after, last: undefined }) }, 200);
    });
}

/** @throws {Problem} consent-needed, where no standing consent of this person's covers the clip. */
async function requireConsent({ db }: Means, id: string, participantId: string): Promise<void> {
  const receipt = await findConsent(db, id, participantId);
  const use = { purpose: "collection", modality: "text", version: COLLECTION_CONSENT_VERSION } as const;
  if (receipt !== undefined && consentCovers([receipt], use)) return;
  throw new Problem(
    "consent-needed",
    `Give a consent first (POST /api/consents): purpose collection, modality text, version ${COLLECTION_CONSENT_VERSION}.`,
  );
}

/** What the clip is asked about: what was meant, else what the text sounds most like, else any category. */
async function topicOf(
  { perceiver, jurisdiction, log }: Means,
  { words, intended }: { readonly words: string; readonly intended: CategoryId | undefined },
  signal: AbortSignal,
): Promise<TaskTopic> {
  // Which contrasting category is asked follows from the words, so that a request sent again asks the same.
  const digest = createHash("sha256").update(words).digest();
  const chance = digest.readUInt32BE(0) / 2 ** 32;
  if (intended !== undefined) return { category: intended, chance };
  const any = CATEGORIES[digest.readUInt32BE(4) % CATEGORIES.length]?.id ?? "Awe";
  // The consent that was checked names emotion analysis.
  const asked = { purpose: "collection", modality: "text", jurisdiction } as const;
  const permit = permitFor({ ...asked, noticeShown: true, noticeAnswered: true });
  if (permit.kind === "refused") return { category: any, chance };
  try {
    const { likelihood } = await perceiver.perceive({ kind: "text", text: words }, { signal });
    const [likeliest] = Object.entries(likelihood).toSorted(([, a], [, b]) => b - a);
    // An estimate's likelihoods are those of categories.
    return { category: (likeliest?.[0] as CategoryId | undefined) ?? any, chance };
  } catch (error) {
    // What is asked first is a matter of speed: a clip is not refused because a perceiver is down.
    log.failure("clip-topic", error);
    return { category: any, chance };
  }
}

function wireClip({ clip, last }: { readonly clip: ClipRow; readonly last: ClipAuditEvent | undefined }) {
  const { id, kind, state, language, licence, words, release, createdAtMs } = clip;
  const reason = last !== undefined && "reason" in last.move ? { reason: last.move.reason } : {};
  return { id, kind, state, ...reason, language, licence, text: words, release, createdAtMs };
}

function receiptOf({ id, consentId, licence, createdAtMs }: ClipRow, words: string) {
  return {
    schema: "open-empathic/clip-receipt/1" as const,
    ...{ clip: id, consent: consentId, licence },
    sha256: createHash("sha256").update(words, "utf8").digest("hex"),
    atMs: createdAtMs,
  };
}
