import { and, desc, eq } from "drizzle-orm";
import type { ClipAuditEvent } from "@openempathic/collect";
import type { Database } from "../storage/open-database.ts";
import { annotations, clipAudit, clips } from "./collection-tables.ts";
import type { ClipRow } from "./move-stored-clip.ts";

/** A clip of somebody's with the last thing that was done to it, which says why it stands where it stands. */
export interface OwnClip {
  readonly clip: ClipRow;
  readonly last: ClipAuditEvent | undefined;
}

/** The most clips of one answer. */
const LIMIT = 200;

/** Somebody's clips, newest first, withdrawn ones included. */
export async function listOwnClips(db: Database, contributorId: string): Promise<readonly OwnClip[]> {
  const rows = await db
    .select({ clip: clips, last: clipAudit.event })
    .from(clips)
    .leftJoin(clipAudit, and(eq(clipAudit.clipId, clips.id), eq(clipAudit.seq, clips.auditSeq)))
    .where(eq(clips.contributorId, contributorId))
    .orderBy(desc(clips.createdAtMs), desc(clips.id))
    .limit(LIMIT);
  return rows.map(({ clip, last }) => ({ clip, last: last ?? undefined }));
}

/** One clip of somebody's; `undefined` for one that does not exist and for one that is somebody else's. */
export async function findOwnClip(
  db: Database,
  { id, contributorId }: { readonly id: string; readonly contributorId: string },
): Promise<ClipRow | undefined> {
  const [row] = await db
    .select()
    .from(clips)
    .where(and(eq(clips.id, id), eq(clips.contributorId, contributorId)));
  return row;
}

/** Everything that somebody gave to the collection, for their own file. */
export async function collectionExport(db: Database, participantId: string) {
  const own = await db
    .select()
    .from(clips)
    .where(eq(clips.contributorId, participantId))
    .orderBy(clips.createdAtMs, clips.id);
  const answers = await db
    .select()
    .from(annotations)
    .where(eq(annotations.raterId, participantId))
    .orderBy(annotations.atMs, annotations.id);
  return { clips: own, annotations: answers };
}
