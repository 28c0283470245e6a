import type { StudyEvent } from "@openempathic/experiences/study";
import { z } from "zod";
import { countrySchema, maybe, replyLanguageSchema } from "../field.ts";
import { studyEventSchema } from "./study-event-schema.ts";

const event: z.ZodType<StudyEvent> = studyEventSchema;

const token = z.string().regex(/^[\w-]{20,200}$/u, { error: "must be the token of a study’s link" });

/** The body of `POST /api/studies/look` and of `POST /api/studies/decline`. */
export const studyTokenSchema = z.strictObject({ token });

/** What somebody who was asked to take part may know before they say yes or no; nothing is kept of them until then. */
export const studyInvitationSchema = z.object({
  title: z.string(),
  version: z.string(),
  hash: z.string(),
  language: replyLanguageSchema,
  contact: z.string(),
  ethics: z.string(),
  consent: z.object({ version: z.string(), text: z.string() }),
  tasks: z.int().nonnegative(),
  /** Absent without experience sampling. */
  sampling: maybe(z.object({ days: z.int(), perDay: z.int() })),
  /** The study is one’s own: it can be looked at, not taken part in. */
  isOwn: z.boolean(),
});

/** The body of `POST /api/studies/join`. */
export const studyJoinSchema = z.strictObject({
  token,
  /** The version of the consent that was read. */
  consentVersion: z.string().max(300),
  language: replyLanguageSchema,
  country: maybe(countrySchema),
});

/** `GET /api/studies/:id/runs`: what the participants of one’s own study did, by code. */
export const studyRunsSchema = z.object({
  declined: z.int().nonnegative(),
  runs: z.array(
    z.object({
      code: z.string(),
      number: z.int().positive(),
      /** Null once the participant has taken their data away. */
      events: z.array(event).nullable(),
    }),
  ),
});
