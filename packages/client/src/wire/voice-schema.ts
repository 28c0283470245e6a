import { z } from "zod";
import { maybe, writtenText } from "./field.ts";

/** The longest words that are said in one go, in UTF-16 units. */
export const SAID_MAX_LENGTH = 1000;

/** `GET /api/voice`. */
export const voiceThereSchema = z.object({ isConnected: z.boolean() });

/** The body of `POST /api/voice/speech`. */
export const sayWordsSchema = z.strictObject({ text: writtenText(SAID_MAX_LENGTH) });

/** `GET /api/settings/voice`. The key itself is never sent back. */
export const voiceSchema = z.object({
  isConnected: z.boolean(),
  baseUrl: maybe(z.string()),
  model: maybe(z.string()),
  voice: maybe(z.string()),
  hasApiKey: z.boolean(),
});

/** The body of `PUT /api/settings/voice`. A missing `apiKey` keeps the one that is saved for this address; null removes it. */
export const newVoiceSchema = z.strictObject({
  baseUrl: z.url({ protocol: /^https?$/, error: "must be an http or https address" }).max(2000),
  model: z.string().min(1).max(200),
  voice: z.string().min(1).max(200),
  apiKey: maybe(z.string().min(1).max(2000).nullable()),
});
