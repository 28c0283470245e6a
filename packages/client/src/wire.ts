import type { z } from "zod";
import type { consentSchema, healthSchema, meSchema, newConsentSchema } from "./wire/me-schema.ts";
import type { perceiveAnswerSchema, perceiveRequestSchema } from "./wire/perceive-schema.ts";
import type { problemSchema } from "./wire/problem-schema.ts";
import type { careCountsAnswerSchema } from "./wire/care-schema.ts";
import type { newSessionSchema, sessionSchema, sessionSummarySchema } from "./wire/session-schema.ts";
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
