import { and, eq, lt } from "drizzle-orm";
import type { Database } from "../storage/open-database.ts";
import { idempotencyKeys } from "../storage/schema.ts";
import { Problem } from "./problem.ts";

/** How long a key is remembered. */
const REMEMBERED_MS = 86_400_000;

/** A write as its sender named it. */
export interface NamedWrite {
  readonly participantId: string;
  /** The Idempotency-Key; absent when the sender gave none and does not mean to try again. */
  readonly key: string | undefined;
  /** Tells requests apart: a keyed hash of method, path and body. */
  readonly fingerprint: string;
  readonly nowMs: number;
}

/**
 * Writes once: the work and the record of its key are one transaction, so a request that is sent again after
 * an answer was lost gets the first result and writes nothing. A simultaneous twin waits for the first.
 *
 * @param write Does the work and returns a pointer to what was written, as plain data: never a copy of it.
 * @throws {Problem} idempotency-key-reused, when the key came with another request before.
 */
export async function writeOnce<Pointer>(
  db: Database,
  named: NamedWrite,
  write: (tx: Database) => Promise<Pointer>,
): Promise<Pointer> {
  const { participantId, key, fingerprint, nowMs } = named;
  if (key === undefined) return db.transaction(write);
  return db.transaction(async (tx) => {
    const mine = and(eq(idempotencyKeys.participantId, participantId), eq(idempotencyKeys.key, key));
    const taken = await tx
      .insert(idempotencyKeys)
      .values({ participantId, key, requestHash: fingerprint, createdAtMs: nowMs })
      .onConflictDoNothing()
      .returning({ key: idempotencyKeys.key });
    if (taken.length === 0) {
      const [earlier] = await tx.select().from(idempotencyKeys).where(mine);
      if (earlier?.requestHash !== fingerprint) {
        throw new Problem("idempotency-key-reused", "This Idempotency-Key was used for a different request.");
      }
      // Only this function writes `result`, for the same request, and so with the same pointer type.
      return earlier.result as Pointer;
    }
    const result = await write(tx);
    await tx.update(idempotencyKeys).set({ result }).where(mine);
    return result;
  });
}

/** Forgets keys that are older than a day. */
export async function forgetOldKeys(db: Database, nowMs: number): Promise<void> {
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAtMs, nowMs - REMEMBERED_MS));
}
