import { z } from "zod";
import { maybe, momentSchema } from "./field.ts";
import { purposeSchema } from "./perceive-schema.ts";

const modalitiesSchema = z.array(z.enum(["text", "voice", "face"])).min(1);

/** `GET /api/health`. */
export const healthSchema = z.object({ status: z.literal("ok"), version: z.string() });

/** `GET /api/me`: who is asking, and whether a language model is connected. */
export const meSchema = z.object({
  participant: z.object({ id: z.string(), role: z.enum(["owner", "participant"]) }),
  languageModel: z.object({ connected: z.boolean(), model: maybe(z.string()) }),
});

/** The body of `POST /api/consents`. */
export const newConsentSchema = z.strictObject({
  purpose: purposeSchema,
  modalities: modalitiesSchema,
  /** The version of the text that was agreed to. */
  version: z.string().min(1).max(64),
  /** The language in which it was read (BCP 47); English unless told. */
  language: maybe(z.string().min(2).max(35)),
});

/** A consent receipt. */
export const consentSchema = z.object({
  schema: z.literal("open-empathic/consent/1"),
  id: z.string(),
  participant: z.string(),
  purpose: purposeSchema,
  modalities: modalitiesSchema,
  version: z.string(),
  language: z.string(),
  givenAtMs: momentSchema,
  /** Missing while the consent stands. */
  withdrawnAtMs: maybe(momentSchema),
});

/** `{consent}`. */
export const consentAnswerSchema = z.object({ consent: consentSchema });

/** `{consents}`. */
export const consentsAnswerSchema = z.object({ consents: z.array(consentSchema) });
