import { z } from "zod";
import type { Secrets } from "../secrets/secrets.ts";
import { savedSetting } from "../settings/saved-setting.ts";
import type { Database } from "../storage/open-database.ts";

/** A learning record store, with its password in clear: never leaves the server. */
export interface RecordStore {
  /** Where its resources are, as in "https://lrs.example/xapi"; statements are at `/statements` below it. */
  readonly endpoint: string;
  readonly username: string;
  readonly password: string;
  /** This server's own address, as statements name it, without a slash at its end. */
  readonly home: string;
}

const SAVED = z.object({
  endpoint: z.string(),
  username: z.string(),
  sealedPassword: z.string(),
  home: z.string(),
});

const setting = (db: Database) => savedSetting(db, "record-store", SAVED);

/** The record store that the owner connected; `undefined` where there is none, or its password cannot be read any more. */
export async function readRecordStore(db: Database, secrets: Secrets): Promise<RecordStore | undefined> {
  const saved = await setting(db).read();
  if (saved === undefined) return undefined;
  const { sealedPassword, ...store } = saved;
  const password = secrets.unseal(sealedPassword);
  return password === undefined ? undefined : { ...store, password };
}

/** Connects a record store in place of any other. */
export function saveRecordStore(
  db: Database,
  secrets: Secrets,
  { password, ...store }: RecordStore,
): Promise<void> {
  return setting(db).save({ ...store, sealedPassword: secrets.seal(password) });
}

/** Connects none. */
export function removeRecordStore(db: Database): Promise<void> {
  return setting(db).remove();
}
