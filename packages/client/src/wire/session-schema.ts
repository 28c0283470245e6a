import { z } from "zod";
import { companionEventSchema } from "./companion-event-schema.ts";
import { countrySchema, maybe, momentSchema, replyLanguageSchema } from "./field.ts";

/** What a list of sessions tells of each. */
export const sessionSummarySchema = z.object({
  id: z.string(),
  experience: z.literal("companion"),
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
  experience: z.literal("companion"),
  language: replyLanguageSchema,
  country: maybe(countrySchema),
});

/** `{session}`. */
export const sessionAnswerSchema = z.object({ session: sessionSchema });

/** `{sessions}`, newest first. */
export const sessionsAnswerSchema = z.object({ sessions: z.array(sessionSummarySchema) });

/** `{event}`. */
export const eventAnswerSchema = z.object({ event: companionEventSchema });

/** `{events}`, oldest first. */
export const eventsAnswerSchema = z.object({ events: z.array(companionEventSchema) });
