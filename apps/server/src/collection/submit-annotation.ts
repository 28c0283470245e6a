import { and, eq, isNull } from "drizzle-orm";
import { decideSubmit, isAnswer, readAnswers } from "@openempathic/collect";
import type { Answers, Slot } from "@openempathic/collect";
import { newId } from "../secrets/secrets.ts";
import type { Database } from "../storage/open-database.ts";
import { assessTask } from "./assess-task.ts";
import type { TaskAtHand } from "./assess-task.ts";
import { findCampaign } from "./campaigns.ts";
import { annotationDrafts, annotations, slots, tasks } from "./collection-tables.ts";
import { lockClip } from "./move-stored-clip.ts";
import type { MoveContext } from "./move-stored-clip.ts";

/** Answers that somebody sends for the place that they claimed. */
export interface SentAnnotation {
  readonly participantId: string;
  readonly taskId: string;
  readonly slot: number;
  readonly token: number;
  readonly answers: Answers;
}

/**
 * What became of it: "taken", or "taken" again as the same one; "late" or "foreign", with the answers kept as a draft;
 * "wrong", with what is wrong by question and the lease going on; "nothing" where there is no such task.
 */
export type SubmitOutcome =
  | { readonly kind: "taken"; readonly annotation: string; readonly isRepeat: boolean }
  | { readonly kind: "late" | "foreign" }
  | { readonly kind: "wrong"; readonly problems: Readonly<Record<string, string>> }
  | { readonly kind: "nothing" };

/**
 * Takes answers, in the transaction that it is given: the annotation, the place, the task and the clip with its audit
 * events are written together or not at all. Sent again with the same token it is the same submit, whatever it holds.
 */
export async function submitAnnotation(
  tx: Database,
  sent: SentAnnotation,
  context: MoveContext,
): Promise<SubmitOutcome> {
  const atHand = await takeInHand(tx, sent.taskId);
  if (atHand === undefined) return { kind: "nothing" };
  const read = readAnswers(atHand.campaign.questions, { asked: atHand.task.asked, given: sent.answers });
  if (read.kind === "wrong") return read;
  const { answers } = read;
  const earlier = await earlierSubmit(tx, sent);
  if (earlier !== undefined) return { kind: "taken", annotation: earlier, isRepeat: true };
  const slot = await lockPlace(tx, sent);
  const decision =
    slot === undefined
      ? ({ kind: "refuse", why: "late" } as const)
      : decideSubmit(slot, { holder: sent.participantId, token: sent.token, nowMs: context.atMs });
  switch (decision.kind) {
    case "repeat":
      return { kind: "taken", annotation: decision.annotation, isRepeat: true };
    case "refuse":
      await keepDraft(tx, { ...sent, answers }, context.atMs);
      return { kind: decision.why };
    case "accept":
      return takeAnswers(tx, { sent: { ...sent, answers }, atHand }, context);
  }
}

/** A task with its clip, which stays this transaction's until its end, and its campaign. */
export async function takeInHand(tx: Database, taskId: string): Promise<TaskAtHand | undefined> {
  const [found] = await tx.select({ clipId: tasks.clipId }).from(tasks).where(eq(tasks.id, taskId));
  const clip = found === undefined ? undefined : await lockClip(tx, found.clipId);
  if (clip === undefined) return undefined;
  // Read after the clip is held: what came before may have changed it.
  const [task] = await tx.select().from(tasks).where(eq(tasks.id, taskId));
  const campaign = task === undefined ? undefined : await findCampaign(tx, task.campaignId);
  return task === undefined || campaign === undefined ? undefined : { clip, task, campaign };
}

async function takeAnswers(
  tx: Database,
  { sent, atHand }: { readonly sent: SentAnnotation; readonly atHand: TaskAtHand },
  context: MoveContext,
): Promise<SubmitOutcome> {
  const { participantId: raterId, taskId, slot, token, answers } = sent;
  const id = newId("a_");
  const isSkip = !Object.values(answers).some(isAnswer);
  const row = { id, taskId, raterId, answers, place: slot, token, isSkip, atMs: context.atMs };
  await tx.insert(annotations).values(row);
  await tx
    .update(slots)
    .set(
      isSkip
        ? { kind: "open", holderId: null, untilMs: null }
        : { kind: "submitted", untilMs: null, annotationId: id },
    )
    .where(and(eq(slots.taskId, taskId), eq(slots.number, slot)));
  await tx
    .delete(annotationDrafts)
    .where(and(eq(annotationDrafts.taskId, taskId), eq(annotationDrafts.raterId, raterId)));
  // A skip says nothing about the clip: its place is free for somebody else, and all else is as it was.
  if (!isSkip) await assessTask(tx, atHand, context);
  return { kind: "taken", annotation: id, isRepeat: false };
}

/** What came under the same place and token before; a skip's place may have gone on to somebody else since. */
async function earlierSubmit(tx: Database, sent: SentAnnotation): Promise<string | undefined> {
  const { taskId, participantId, slot, token } = sent;
  const mine = and(eq(annotations.taskId, taskId), eq(annotations.raterId, participantId));
  const same = and(
    mine,
    eq(annotations.place, slot),
    eq(annotations.token, token),
    isNull(annotations.supersedes),
  );
  const [row] = await tx.select({ id: annotations.id }).from(annotations).where(same);
  return row?.id;
}

async function lockPlace(tx: Database, { taskId, slot }: SentAnnotation): Promise<Slot | undefined> {
  const [row] = await tx
    .select()
    .from(slots)
    .where(and(eq(slots.taskId, taskId), eq(slots.number, slot)))
    .for("update");
  if (row === undefined) return undefined;
  const { kind, number, token, holderId: holder, untilMs, annotationId: annotation } = row;
  if (kind === "leased" && holder !== null && untilMs !== null)
    return { kind, number, token, holder, untilMs };
  if (kind === "submitted" && holder !== null && annotation !== null)
    return { kind, number, token, holder, annotation };
  return { kind: "open", number, token };
}

async function keepDraft(
  tx: Database,
  { taskId, participantId: raterId, answers }: SentAnnotation,
  atMs: number,
): Promise<void> {
  await tx
    .insert(annotationDrafts)
    .values({ taskId, raterId, answers, atMs })
    .onConflictDoUpdate({
      target: [annotationDrafts.taskId, annotationDrafts.raterId],
      set: { answers, atMs },
    });
}
