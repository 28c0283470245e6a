import { z } from "zod";
import { maybe, momentSchema } from "./field.ts";

const baseUrlSchema = z.url({ protocol: /^https?$/, error: "must be an http or https address" }).max(2000);
const modelSchema = z.string().min(1).max(200);
const apiKeySchema = z.string().min(1).max(2000);

/** `GET /api/settings/language-model`. The key itself is never sent back. */
export const languageModelSchema = z.object({
  baseUrl: maybe(z.string()),
  model: maybe(z.string()),
  hasApiKey: z.boolean(),
  /** Where the setting comes from; with "none" the built-in listener answers. */
  source: z.enum(["environment", "saved", "none"]),
});

/** The body of `PUT /api/settings/language-model`. A missing `apiKey` keeps the one that is saved; null removes it. */
export const newLanguageModelSchema = z.strictObject({
  baseUrl: baseUrlSchema,
  model: modelSchema,
  apiKey: maybe(apiKeySchema.nullable()),
});

/** The body of `POST /api/settings/language-model/test`; what is missing is taken from the current setting. */
export const languageModelTestSchema = z.strictObject({
  baseUrl: maybe(baseUrlSchema),
  model: maybe(modelSchema),
  apiKey: maybe(apiKeySchema),
});

/** How the connection test went. */
export const languageModelTestAnswerSchema = z.object({
  ok: z.boolean(),
  detail: z.string(),
  models: maybe(z.array(z.string())),
  latencyMs: maybe(z.number()),
});

/** An API key as it is listed, without its secret. */
export const apiKeyEntrySchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAtMs: momentSchema,
  lastUsedAtMs: maybe(momentSchema),
});

/** `{keys}`. */
export const keysAnswerSchema = z.object({ keys: z.array(apiKeyEntrySchema) });

/** The body of `POST /api/keys`. */
export const newKeySchema = z.strictObject({ name: z.string().trim().min(1).max(100) });

/** The answer to `POST /api/keys`: the only time that the key is shown. */
export const newKeyAnswerSchema = z.object({ id: z.string(), name: z.string(), key: z.string() });
