import { z } from "zod";
import { countrySchema, maybe, momentSchema, replyLanguageSchema, seqSchema } from "./field.ts";

/** What every stored event carries. */
export const STAMP = { seq: seqSchema, atMs: momentSchema };

/** What a person can do in a session of any experience. */
export const FRAME_PERSON_EVENTS = {
  noticesAcknowledged: z.strictObject({ kind: z.literal("notices-acknowledged") }),
  languageChanged: z.strictObject({ kind: z.literal("language-changed"), language: replyLanguageSchema }),
  countryChanged: z.strictObject({ kind: z.literal("country-changed"), country: countrySchema }),
};

/** The events that every experience has, as they are stored; to be spread into an experience's own union. */
export const STORED_FRAME_EVENTS = [
  z.object({ ...STAMP, ...FRAME_PERSON_EVENTS.noticesAcknowledged.shape }),
  z.object({ ...STAMP, ...FRAME_PERSON_EVENTS.languageChanged.shape }),
  z.object({ ...STAMP, ...FRAME_PERSON_EVENTS.countryChanged.shape }),
  z.object({
    ...STAMP,
    kind: z.literal("session-started"),
    language: replyLanguageSchema,
    country: maybe(countrySchema),
  }),
  z.object({ ...STAMP, kind: z.literal("notices-shown"), notices: z.array(z.string()) }),
] as const;

/** One stored event of any experience: what all have, and fields by its kind. */
export const storedEventSchema = z.looseObject({ ...STAMP, kind: z.string() });
