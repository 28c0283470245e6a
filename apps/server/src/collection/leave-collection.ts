import { and, eq } from "drizzle-orm";
import { deleteParticipant } from "../people/people.ts";
import type { Database } from "../storage/open-database.ts";
import { participants } from "../storage/schema.ts";
import { assessTask } from "./assess-task.ts";
import type { CollectionMeans } from "./collection-means.ts";
import { annotationDrafts, annotations, slots } from "./collection-tables.ts";
import type { MoveContext } from "./move-stored-clip.ts";
import { clipsToRevoke, revokeClip } from "./revoke-clip.ts";
import { takeInHand } from "./submit-annotation.ts";

/**
 * Takes everything that somebody gave to the collection out of it: their clips are revoked, their answers deleted, the
 * places of those opened again, and the clips of others assessed without them. Clip by clip, so that nobody waits long;
 * where it breaks off it can be begun again.
 */
async function leaveCollection(
  { db, pseudonymOf, now }: CollectionMeans,
  participantId: string,
): Promise<void> {
  for (const clipId of await clipsToRevoke(db, { contributorId: participantId })) {
    const by = { role: "contributor", participantId } as const;
    const context = { pseudonymOf, atMs: now() };
    await db.transaction((tx) =>
      revokeClip(tx, { clipId, by, reason: "withdrawn-with-everything" }, context),
    );
  }
  const answered = await db
    .selectDistinct({ taskId: annotations.taskId })
    .from(annotations)
    .where(eq(annotations.raterId, participantId));
  for (const { taskId } of answered) {
    const context = { pseudonymOf, atMs: now() };
    await db.transaction((tx) => withdrawAnswers(tx, { taskId, raterId: participantId }, context));
  }
  await db.delete(annotationDrafts).where(eq(annotationDrafts.raterId, participantId));
}

/**
 * Takes everything of somebody's out of the collection, and them out of the database. What they give while that is done
 * is found before they are deleted: from then on nothing of theirs can be written any more.
 */
export async function leaveForGood(means: CollectionMeans, participantId: string): Promise<void> {
  let isGone = false;
  while (!isGone) {
    await leaveCollection(means, participantId);
    isGone = await means.db.transaction(async (tx) => {
      const self = eq(participants.id, participantId);
      await tx.select({ id: participants.id }).from(participants).where(self).for("update");
      const clipsLeft = await clipsToRevoke(tx, { contributorId: participantId });
      const answersLeft = await tx.$count(annotations, eq(annotations.raterId, participantId));
      if (clipsLeft.length + answersLeft > 0) return false;
      await deleteParticipant(tx, participantId);
      return true;
    });
  }
}

async function withdrawAnswers(
  tx: Database,
  { taskId, raterId }: { readonly taskId: string; readonly raterId: string },
  context: MoveContext,
): Promise<void> {
  const atHand = await takeInHand(tx, taskId);
  if (atHand === undefined) return;
  await tx.delete(annotations).where(and(eq(annotations.taskId, taskId), eq(annotations.raterId, raterId)));
  await tx
    .update(slots)
    .set({ kind: "open", holderId: null, untilMs: null, annotationId: null })
    .where(and(eq(slots.taskId, taskId), eq(slots.holderId, raterId)));
  await assessTask(tx, atHand, context);
}
