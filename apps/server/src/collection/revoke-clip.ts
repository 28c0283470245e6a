import { and, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { nextRevocation } from "@openempathic/collect";
import type { Database } from "../storage/open-database.ts";
import { annotationDrafts, annotations, clips, revocations, slots, tasks } from "./collection-tables.ts";
import { bySystem, lockClip, moveStoredClip } from "./move-stored-clip.ts";
import type { ClipRow, MoveContext, StoredMove, StoredMoveOutcome } from "./move-stored-clip.ts";

/** Whose wish it is that a clip goes. */
export interface RevokeRequest {
  readonly clipId: string;
  readonly by: StoredMove["by"];
  readonly reason: string;
}

/**
 * Takes a clip back, at once and everywhere: its words, its tasks with all answers and drafts, and what it was meant to
 * express are deleted in this transaction, and where a release holds it the revocation feed says so. Its row and its
 * audit record stay, without a word of it.
 * @returns The revoked clip; a refusal; `undefined` where there is no such clip.
 */
export async function revokeClip(
  tx: Database,
  { clipId, by, reason }: RevokeRequest,
  context: MoveContext,
): Promise<StoredMoveOutcome | undefined> {
  const clip = await lockClip(tx, clipId);
  if (clip === undefined) return undefined;
  const moves = [{ move: { kind: "revoke", reason } as const, by }, bySystem({ kind: "erase" })];
  const outcome = await moveStoredClip(tx, { clip, moves }, context);
  if (outcome.kind === "refused") return outcome;
  await eraseClip(tx, clip.id);
  if (clip.release > 0) await announce(tx, clip, context.atMs);
  return { kind: "moved", clip: { ...outcome.clip, words: null, intended: null } };
}

/** The ids of a person's clips that are not revoked, all or those that were given under one consent. */
export async function clipsToRevoke(
  db: Database,
  { contributorId, consentId }: { readonly contributorId: string; readonly consentId?: string },
): Promise<readonly string[]> {
  const theirs = and(eq(clips.contributorId, contributorId), ne(clips.state, "revoked"));
  const which = consentId === undefined ? theirs : and(theirs, eq(clips.consentId, consentId));
  const rows = await db.select({ id: clips.id }).from(clips).where(which);
  return rows.map(({ id }) => id);
}

async function eraseClip(tx: Database, clipId: string): Promise<void> {
  await tx.update(clips).set({ words: null, intended: null }).where(eq(clips.id, clipId));
  const rows = await tx.select({ id: tasks.id }).from(tasks).where(eq(tasks.clipId, clipId));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  for (const table of [slots, annotationDrafts, annotations])
    await tx.delete(table).where(inArray(table.taskId, ids));
  await tx.delete(tasks).where(inArray(tasks.id, ids));
}

async function announce(tx: Database, { id, release }: ClipRow, atMs: number): Promise<void> {
  // Entries are numbered without gaps: one writer at a time, while everybody may read.
  await tx.execute(sql`lock table ${revocations} in share row exclusive mode`);
  const [last] = await tx.select().from(revocations).orderBy(desc(revocations.seq)).limit(1);
  const { entry, hash } = nextRevocation(last, { clip: id, release, atMs });
  await tx.insert(revocations).values({ seq: entry.seq, entry, hash });
}
