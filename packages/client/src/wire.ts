import type { Course } from "@openempathic/experiences/tutor";
import type { z } from "zod";
import type {
  classChoicesSchema,
  classInvitationSchema,
  classPlaceSchema,
  classSummarySchema,
  classViewSchema,
  joinClassSchema,
  newClassSchema,
} from "./wire/class-schema.ts";
import type { consentSchema, healthSchema, meSchema, newConsentSchema } from "./wire/me-schema.ts";
import type { perceiveAnswerSchema, perceiveRequestSchema } from "./wire/perceive-schema.ts";
import type { problemSchema } from "./wire/problem-schema.ts";
import type { newPlatformSchema, platformsSchema, rosterSchema } from "./wire/lti-schema.ts";
import type { newRecordStoreSchema, recordSharingSchema, recordStoreSchema } from "./wire/record-schema.ts";
import type { careCountsAnswerSchema } from "./wire/care-schema.ts";
import type { newSessionSchema, sessionSchema, sessionSummarySchema } from "./wire/session-schema.ts";
import type { newVoiceSchema, voiceSchema } from "./wire/voice-schema.ts";
import type {
  apiKeyEntrySchema,
  languageModelSchema,
  languageModelTestAnswerSchema,
  languageModelTestSchema,
  newKeyAnswerSchema,
  newLanguageModelSchema,
} from "./wire/settings-schema.ts";

/** Problem details (RFC 9457). */
export type Problem = z.infer<typeof problemSchema>;

/** That the server is there, and its version. */
export type Health = z.infer<typeof healthSchema>;

/** Who is asking. */
export type Me = z.infer<typeof meSchema>;

/** A consent receipt. */
export type Consent = z.infer<typeof consentSchema>;
export type NewConsent = z.infer<typeof newConsentSchema>;

export type PerceiveRequest = z.infer<typeof perceiveRequestSchema>;
export type PerceiveAnswer = z.infer<typeof perceiveAnswerSchema>;

export type Session = z.infer<typeof sessionSchema>;
export type SessionSummary = z.infer<typeof sessionSummarySchema>;
export type NewSession = z.infer<typeof newSessionSchema>;

/** The language model's setting, without its key. */
export type LanguageModelSetting = z.infer<typeof languageModelSchema>;
export type NewLanguageModelSetting = z.infer<typeof newLanguageModelSchema>;
export type LanguageModelTest = z.infer<typeof languageModelTestSchema>;
export type LanguageModelTestAnswer = z.infer<typeof languageModelTestAnswerSchema>;

/** Counts of crisis answers, by month. */
export type CareCounts = z.infer<typeof careCountsAnswerSchema>;

/** An API key as it is listed. */
export type ApiKeyEntry = z.infer<typeof apiKeyEntrySchema>;
/** A new API key with its secret, shown once. */
export type NewApiKey = z.infer<typeof newKeyAnswerSchema>;

/** A class, as its teacher and its learners have it. */
export type NewClass = Omit<z.infer<typeof newClassSchema>, "course"> & { readonly course: string | Course };
export type ClassSummary = z.infer<typeof classSummarySchema>;
export type ClassView = z.infer<typeof classViewSchema>;
export type ClassInvitation = z.infer<typeof classInvitationSchema>;
export type ClassChoices = z.infer<typeof classChoicesSchema>;
export type JoinClass = z.infer<typeof joinClassSchema>;
export type ClassPlace = NonNullable<z.infer<typeof classPlaceSchema>["place"]>;

/** A learning record store, and what a learner agreed to have told there. */
export type RecordStore = z.infer<typeof recordStoreSchema>;
export type NewRecordStore = z.infer<typeof newRecordStoreSchema>;
export type RecordSharing = z.infer<typeof recordSharingSchema>;

/** A learning platform, and the learners of a course there. */
export type NewPlatform = z.infer<typeof newPlatformSchema>;
export type Platform = z.infer<typeof platformsSchema>["platforms"][number];
export type Roster = z.infer<typeof rosterSchema>;

/** A voice's setting, without its key. */
export type Voice = z.infer<typeof voiceSchema>;
export type NewVoice = z.infer<typeof newVoiceSchema>;
