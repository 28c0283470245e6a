import { eq } from "drizzle-orm";
import { openLanguageModel } from "@openempathic/respond";
import type { LanguageModel } from "@openempathic/respond";
import { z } from "zod";
import { boundedModelFetch } from "../http/model-fetch.ts";
import type { Secrets } from "../secrets/secrets.ts";
import type { Database } from "../storage/open-database.ts";
import { settings } from "../storage/schema.ts";

/** Where a language model listens, with its key in clear: never leaves the server. */
export interface LanguageModelSetting {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey?: string;
  readonly source: "environment" | "saved";
}

/** The setting of the language model: the environment's where it has one, else what the owner saved. */
export interface LanguageModelStore {
  read(): Promise<LanguageModelSetting | undefined>;
  /** A missing `apiKey` keeps the one that is saved, null removes it. */
  save(setting: {
    readonly baseUrl: string;
    readonly model: string;
    readonly apiKey?: string | null;
  }): Promise<void>;
  remove(): Promise<void>;
  /** The model as it is set now, ready to be asked. */
  open(): Promise<LanguageModel | undefined>;
}

/** What the store works with. */
export interface LanguageModelStoreMeans {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly fetch: typeof globalThis.fetch;
  readonly environment: Omit<LanguageModelSetting, "source"> | undefined;
}

const NAME = "language-model";
const SAVED = z.object({ baseUrl: z.string(), model: z.string(), sealedKey: z.string().optional() });

/**
 * The store. What was read is remembered until it is written anew: every request of the gateway asks for it. Another
 * process that writes to the same database is seen after a restart only.
 */
export function createLanguageModelStore(means: LanguageModelStoreMeans): LanguageModelStore {
  const { db, secrets, environment } = means;
  const fetch = boundedModelFetch(means.fetch);
  let remembered: Promise<LanguageModelSetting | undefined> | undefined;
  const fromDatabase = async (): Promise<LanguageModelSetting | undefined> => {
    const [row] = await db.select().from(settings).where(eq(settings.name, NAME));
    if (row === undefined) return undefined;
    const { baseUrl, model, sealedKey } = SAVED.parse(row.value);
    const apiKey = sealedKey === undefined ? undefined : secrets.unseal(sealedKey);
    return { baseUrl, model, source: "saved", ...(apiKey === undefined ? {} : { apiKey }) };
  };
  const saved = (): Promise<LanguageModelSetting | undefined> => {
    if (remembered !== undefined) return remembered;
    const reading = fromDatabase();
    remembered = reading;
    // A failure is not remembered: the next one asks again.
    reading.catch(() => {
      if (remembered === reading) remembered = undefined;
    });
    return reading;
  };
  const read = async () =>
    environment === undefined ? saved() : { ...environment, source: "environment" as const };
  const forget = () => {
    remembered = undefined;
  };
  return {
    read,
    save: async ({ baseUrl, model, apiKey }) => {
      const kept = apiKey === undefined ? (await saved())?.apiKey : (apiKey ?? undefined);
      const value = { baseUrl, model, ...(kept === undefined ? {} : { sealedKey: secrets.seal(kept) }) };
      await db
        .insert(settings)
        .values({ name: NAME, value })
        .onConflictDoUpdate({ target: settings.name, set: { value } })
        // Also when it failed, and last: a reader who asked in between holds what was there before.
        .finally(forget);
    },
    remove: async () => {
      await db.delete(settings).where(eq(settings.name, NAME)).finally(forget);
    },
    open: async () => {
      const setting = await read();
      if (setting === undefined) return undefined;
      const { baseUrl, model, apiKey } = setting;
      return openLanguageModel({ baseUrl, model, fetch, ...(apiKey === undefined ? {} : { apiKey }) });
    },
  };
}
