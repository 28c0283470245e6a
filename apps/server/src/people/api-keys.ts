import { asc, and, eq } from "drizzle-orm";
import { hashToken, newId, newToken } from "../secrets/secrets.ts";
import type { Database } from "../storage/open-database.ts";
import { apiKeys } from "../storage/schema.ts";

/** A program's key as a list shows it. The key itself is shown once, when it is made. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly createdAtMs: number;
  /** `null` for a key that was never used. */
  readonly lastUsedAtMs: number | null;
}

/** Written at most this often, so that a busy key does not cause a write per request. */
const LAST_USED_STEP_MS = 60_000;

/** Makes a key; the second field is the key itself and is not kept. */
export async function addApiKey(
  db: Database,
  {
    participantId,
    name,
    nowMs,
  }: { readonly participantId: string; readonly name: string; readonly nowMs: number },
): Promise<{ readonly id: string; readonly key: string }> {
  const [id, key] = [newId("k_"), newToken("oe_")];
  await db.insert(apiKeys).values({ id, participantId, name, keyHash: hashToken(key), createdAtMs: nowMs });
  return { id, key };
}

/** A participant's keys, oldest first. */
export async function listApiKeys(db: Database, participantId: string): Promise<ApiKey[]> {
  return db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      createdAtMs: apiKeys.createdAtMs,
      lastUsedAtMs: apiKeys.lastUsedAtMs,
    })
    .from(apiKeys)
    .where(eq(apiKeys.participantId, participantId))
    .orderBy(asc(apiKeys.createdAtMs), asc(apiKeys.id));
}

/** Takes a key back; false when the participant has none of that id. */
export async function removeApiKey(db: Database, id: string, participantId: string): Promise<boolean> {
  const removed = await db
    .delete(apiKeys)
    .where(and(eq(apiKeys.id, id), eq(apiKeys.participantId, participantId)))
    .returning({ id: apiKeys.id });
  return removed.length > 0;
}

/** On whose behalf a program with this key acts; `undefined` for a key that is unknown or was taken back. */
export async function holderOfKey(db: Database, key: string, nowMs: number): Promise<string | undefined> {
  const [row] = await db
    .select({ id: apiKeys.id, participantId: apiKeys.participantId, lastUsedAtMs: apiKeys.lastUsedAtMs })
    .from(apiKeys)
    .where(eq(apiKeys.keyHash, hashToken(key)));
  if (row === undefined) return undefined;
  if (row.lastUsedAtMs === null || nowMs - row.lastUsedAtMs > LAST_USED_STEP_MS) {
    await db.update(apiKeys).set({ lastUsedAtMs: nowMs }).where(eq(apiKeys.id, row.id));
  }
  return row.participantId;
}
