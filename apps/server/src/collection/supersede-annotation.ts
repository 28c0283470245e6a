import { and, eq } from "drizzle-orm";
import { isAnswer, readAnswers } from "@openempathic/collect";
import type { Answers } from "@openempathic/collect";
import { newId } from "../secrets/secrets.ts";
import type { Database } from "../storage/open-database.ts";
import { assessTask } from "./assess-task.ts";
import { annotations, slots } from "./collection-tables.ts";
import type { MoveContext } from "./move-stored-clip.ts";
import { takeInHand } from "./submit-annotation.ts";

/** Better answers than those that somebody gave before. */
export interface BetterAnswers {
  readonly participantId: string;
  readonly supersedes: string;
  readonly answers: Answers;
}

/** "superseded": another annotation has taken the place of this one already. */
export type SupersedeOutcome =
  | { readonly kind: "taken"; readonly annotation: string }
  | { readonly kind: "superseded" }
  | { readonly kind: "nothing" }
  | { readonly kind: "wrong"; readonly problems: Readonly<Record<string, string>> };

/** Appends somebody's better answers; the former stay as they were, and the clip is assessed anew. */
export async function supersedeAnnotation(
  tx: Database,
  { participantId, supersedes, answers: given }: BetterAnswers,
  context: MoveContext,
): Promise<SupersedeOutcome> {
  const own = and(eq(annotations.id, supersedes), eq(annotations.raterId, participantId));
  const [former] = await tx.select().from(annotations).where(own);
  const atHand = former === undefined ? undefined : await takeInHand(tx, former.taskId);
  if (former === undefined || atHand === undefined || former.isSkip) return { kind: "nothing" };
  const read = readAnswers(atHand.campaign.questions, { asked: atHand.task.asked, given });
  if (read.kind === "wrong") return read;
  if (!Object.values(read.answers).some(isAnswer))
    return { kind: "wrong", problems: { answers: "must answer something" } };
  const { taskId, place, token } = former;
  const id = newId("a_");
  // Whoever holds the clip is alone with it, so what is standing stays so until the end.
  const [taken] = await tx
    .insert(annotations)
    .values({
      ...{ id, taskId, raterId: participantId, answers: read.answers, isSkip: false },
      ...{ place, token, supersedes, atMs: context.atMs },
    })
    .onConflictDoNothing({ target: annotations.supersedes })
    .returning({ id: annotations.id });
  if (taken === undefined) return { kind: "superseded" };
  await tx
    .update(slots)
    .set({ annotationId: id })
    .where(and(eq(slots.taskId, taskId), eq(slots.annotationId, supersedes)));
  await assessTask(tx, atHand, context);
  return { kind: "taken", annotation: id };
}
