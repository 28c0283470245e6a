import { and, asc, eq, gt, inArray, lte } from "drizzle-orm";
import type { Database } from "../storage/open-database.ts";
import { recordSharing } from "../storage/learning-schema.ts";
import { sessions } from "../storage/schema.ts";

/** What a learner agreed to for one session, and how far it was told. */
export type RecordSharingRow = typeof recordSharing.$inferSelect;

/** A session with something that may be untold. */
export interface DueSharing {
  readonly sharing: RecordSharingRow;
  readonly participantId: string;
  readonly lastSeq: number;
}

/** The learner agrees that what they do in a session is told to this store. */
export async function shareRecords(
  db: Database,
  { sessionId, endpoint }: { readonly sessionId: string; readonly endpoint: string },
  nowMs: number,
): Promise<void> {
  const row = { agreedAtMs: nowMs, endpoint, sent: 0, sentSeq: 0, failures: 0, nextAtMs: nowMs };
  await db
    .insert(recordSharing)
    .values({ sessionId, ...row })
    .onConflictDoUpdate({ target: recordSharing.sessionId, set: row });
}

/** The learner does not agree any more: nothing further is told. */
export async function stopSharing(db: Database, sessionId: string): Promise<void> {
  await db.delete(recordSharing).where(eq(recordSharing.sessionId, sessionId));
}

/** What was agreed to for a session; `undefined` where nothing was. */
export async function sharingOf(db: Database, sessionId: string): Promise<RecordSharingRow | undefined> {
  const [row] = await db.select().from(recordSharing).where(eq(recordSharing.sessionId, sessionId));
  return row;
}

/** What somebody agreed to, over all their sessions. */
export async function sharingsOf(db: Database, sessionIds: readonly string[]): Promise<RecordSharingRow[]> {
  if (sessionIds.length === 0) return [];
  return db
    .select()
    .from(recordSharing)
    .where(inArray(recordSharing.sessionId, [...sessionIds]));
}

/** Sessions with events since they were last told, whose next attempt is due, the longest waiting first. */
export function dueSharings(
  db: Database,
  { endpoint, nowMs, limit }: { readonly endpoint: string; readonly nowMs: number; readonly limit: number },
): Promise<DueSharing[]> {
  return db
    .select({ sharing: recordSharing, participantId: sessions.participantId, lastSeq: sessions.lastSeq })
    .from(recordSharing)
    .innerJoin(sessions, eq(sessions.id, recordSharing.sessionId))
    .where(
      and(
        eq(recordSharing.endpoint, endpoint),
        lte(recordSharing.nextAtMs, nowMs),
        gt(sessions.lastSeq, recordSharing.sentSeq),
      ),
    )
    .orderBy(asc(recordSharing.nextAtMs))
    .limit(limit);
}

/** Keeps how an attempt went. */
export async function keepAttempt(
  db: Database,
  sessionId: string,
  attempt: Partial<Pick<RecordSharingRow, "sent" | "sentSeq" | "failures" | "nextAtMs">>,
): Promise<void> {
  await db.update(recordSharing).set(attempt).where(eq(recordSharing.sessionId, sessionId));
}
