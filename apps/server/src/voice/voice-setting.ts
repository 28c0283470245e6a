import { z } from "zod";
import type { Secrets } from "../secrets/secrets.ts";
import { savedSetting } from "../settings/saved-setting.ts";
import type { Database } from "../storage/open-database.ts";

/** A voice behind an OpenAI-compatible address, with its key in clear: never leaves the server. */
export interface VoiceSetting {
  /** As in "http://127.0.0.1:8880/v1"; speech is at `/audio/speech` below it. */
  readonly baseUrl: string;
  readonly model: string;
  /** Which of the model's voices. */
  readonly voice: string;
  readonly apiKey?: string;
}

const SAVED = z.object({
  baseUrl: z.string(),
  model: z.string(),
  voice: z.string(),
  sealedKey: z.string().optional(),
});

const setting = (db: Database) => savedSetting(db, "voice", SAVED);

/** The voice that the owner connected; `undefined` where there is none. */
export async function readVoice(db: Database, secrets: Secrets): Promise<VoiceSetting | undefined> {
  const saved = await setting(db).read();
  if (saved === undefined) return undefined;
  const { sealedKey, ...voice } = saved;
  const apiKey = sealedKey === undefined ? undefined : secrets.unseal(sealedKey);
  return { ...voice, ...(apiKey === undefined ? {} : { apiKey }) };
}

/** Connects a voice in place of any other. */
export function saveVoice(db: Database, secrets: Secrets, { apiKey, ...voice }: VoiceSetting): Promise<void> {
  return setting(db).save({ ...voice, ...(apiKey === undefined ? {} : { sealedKey: secrets.seal(apiKey) }) });
}

/** Connects none; what is said is said by the browser. */
export function removeVoice(db: Database): Promise<void> {
  return setting(db).remove();
}
