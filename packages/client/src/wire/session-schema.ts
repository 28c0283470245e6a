import { z } from "zod";
import { experienceIdSchema } from "./experience-schemas.ts";
import { countrySchema, maybe, momentSchema, replyLanguageSchema } from "./field.ts";
import { storedEventSchema } from "./frame-event-schema.ts";

/** What a list of sessions tells of each. */
export const sessionSummarySchema = z.object({
  id: z.string(),
  /** The id of an experience; a newer server may have some that this client does not know. */
  experience: z.string(),
  startedAtMs: momentSchema,
  lastEventAtMs: momentSchema,
  /** How its first message begins; null before there is one. */
  title: z.string().nullable(),
});

/** One session. */
export const sessionSchema = sessionSummarySchema.extend({
  language: replyLanguageSchema,
  country: maybe(countrySchema),
});

/** The body of `POST /api/sessions`. */
export const newSessionSchema = z.strictObject({
  experience: experienceIdSchema,
  language: replyLanguageSchema,
  country: maybe(countrySchema),
});

/** The body of `POST /api/sessions/continue`: a saved record, as the whole text of its file. */
export const continueSessionSchema = z.strictObject({
  experience: experienceIdSchema,
  record: z.string().min(1),
});

/** `{session}`. */
export const sessionAnswerSchema = z.object({ session: sessionSchema });

/** `{sessions}`, newest first. */
export const sessionsAnswerSchema = z.object({ sessions: z.array(sessionSummarySchema) });

/** `{event}`, of any experience. */
export const eventAnswerSchema = z.object({ event: storedEventSchema });

/** `{events}`, oldest first, of any experience. */
export const eventsAnswerSchema = z.object({ events: z.array(storedEventSchema) });
