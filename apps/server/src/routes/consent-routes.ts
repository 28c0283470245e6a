import { createRoute } from "@hono/zod-openapi";
import { consentAnswerSchema, consentsAnswerSchema, newConsentSchema } from "@openempathic/client";
import type { ConsentReceipt } from "@openempathic/govern";
import { collectionMeans } from "../collection/collection-means.ts";
import { clipsToRevoke, revokeClip } from "../collection/revoke-clip.ts";
import { writeOnce } from "../http/idempotency.ts";
import type { Means } from "../http/means.ts";
import { requireParticipant } from "../http/principal.ts";
import { addConsent, endConsent, findConsent, listConsents } from "../people/consents.ts";
import { newId } from "../secrets/secrets.ts";
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

const give = createRoute({
  method: "post",
  path: "/consents",
  summary: "Give a consent for one purpose",
  request: { headers: idempotencyHeader, body: body(newConsentSchema) },
  responses: { 201: json(consentAnswerSchema, "The receipt"), ...problems },
});

const list = createRoute({
  method: "get",
  path: "/consents",
  summary: "My consents, withdrawn ones included",
  responses: { 200: json(consentsAnswerSchema, "The receipts"), ...problems },
});

const withdraw = createRoute({
  method: "delete",
  path: "/consents/{id}",
  summary: "Withdraw a consent and the clips given under it; its receipt stays, with the time",
  request: { params: idParam },
  responses: { 200: json(consentAnswerSchema, "The receipt"), ...problems },
});

/** Consents: given one purpose at a time, withdrawn with one call and no question. */
export function consentRoutes(means: Means) {
  const { db, now } = means;
  return apiPart()
    .openapi(give, async (c) => {
      const participant = requireParticipant(c).id;
      const { language = "en", ...asked } = c.req.valid("json");
      const named = namedWrite(c, means, participant);
      const fields = { ...asked, language, participant, id: newId("c_"), givenAtMs: named.nowMs };
      const { id } = await writeOnce(db, named, async (tx) => ({ id: (await addConsent(tx, fields)).id }));
      return c.json({ consent: wireConsent(await findConsent(db, id, participant)) }, 201);
    })
    .openapi(list, async (c) => {
      const receipts = await listConsents(db, requireParticipant(c).id);
      return c.json({ consents: receipts.map(wireConsent) }, 200);
    })
    .openapi(withdraw, async (c) => {
      const id = requireId(c.req.valid("param").id);
      const participantId = requireParticipant(c).id;
      const receipt = await endConsent(db, { id, participantId, atMs: now() });
      const { pseudonymOf } = collectionMeans(means);
      for (const clipId of await clipsToRevoke(db, { contributorId: participantId, consentId: id })) {
        const asked = {
          clipId,
          by: { role: "contributor", participantId },
          reason: "consent-withdrawn",
        } as const;
        await db.transaction((tx) => revokeClip(tx, asked, { pseudonymOf, atMs: now() }));
      }
      return c.json({ consent: wireConsent(receipt) }, 200);
    });
}

function wireConsent(receipt: ConsentReceipt | undefined) {
  if (receipt === undefined) throw nothingThere();
  return { ...receipt, modalities: [...receipt.modalities] };
}
