import { and, eq, ne } from "drizzle-orm";
import { assessClip, disagreement } from "@openempathic/collect";
import type { Annotation, Assessment, ClipState } from "@openempathic/collect";
import type { Database } from "../storage/open-database.ts";
import { askedQuestions } from "./campaigns.ts";
import type { CampaignRow } from "./campaigns.ts";
import { annotations, tasks } from "./collection-tables.ts";
import { bySystem, moveSurely } from "./move-stored-clip.ts";
import type { ClipRow, MoveContext, StoredMove } from "./move-stored-clip.ts";
import { closePlaces, fitPlaces, stageOf } from "./task-places.ts";
import type { TaskRow } from "./task-places.ts";

/** A task with what it belongs to; the transaction holds the clip. */
export interface TaskAtHand {
  readonly clip: ClipRow;
  readonly task: TaskRow;
  readonly campaign: CampaignRow;
}

const DECIDED: readonly ClipState[] = [
  "consensus", "contested", "adjudicated", "distribution", "releasable", "released",
]; // prettier-ignore

/** What the stored answers of a task come to. */
export async function assessmentOf(db: Database, { task, campaign }: TaskAtHand): Promise<Assessment> {
  const rows = await db.select().from(annotations).where(eq(annotations.taskId, task.id));
  return assessClip({
    contributor: task.contributorId ?? "",
    questions: askedQuestions(campaign, task.asked),
    annotations: rows.map(annotationOf),
    policy: campaign.acceptance,
  });
}

/**
 * Assesses a task after one of its answers came, was superseded or went: fits its places, closes it where enough have
 * answered, and moves its clip. The clip moves only when all that was asked for is in, for until then nothing changes.
 */
export async function assessTask(
  tx: Database,
  atHand: TaskAtHand,
  context: MoveContext,
): Promise<Assessment["verdict"]> {
  const { clip, task } = atHand;
  const assessment = await assessmentOf(tx, atHand);
  const { verdict } = assessment;
  const answers = assessment.overlap - assessment.needed.raters;
  const isOpen = verdict === "annotatable" && isOpenTo(clip.state);
  if (!isOpen) await closePlaces(tx, task.id);
  const overlap = isOpen ? await fitPlaces(tx, task.id, assessment.overlap) : assessment.overlap;
  const stage = stageOf({ answers, overlap });
  const uncertainty = uncertaintyOf(assessment);
  await tx
    .update(tasks)
    .set({ verdict, overlap, answers, stage, isOpen, uncertainty })
    .where(eq(tasks.id, task.id));
  const isAllIn = answers >= task.overlap || verdict !== task.verdict;
  if (isAllIn) {
    const whole = await verdictOfClip(tx, { clip, task, verdict });
    await moveSurely(tx, { clip, moves: movesTo(clip.state, whole) }, context);
  }
  return verdict;
}

/** A clip that is asked in several campaigns is as far as the slowest of them, and contested where one of them is. */
async function verdictOfClip(
  tx: Database,
  {
    clip,
    task,
    verdict,
  }: { readonly clip: ClipRow; readonly task: TaskRow; readonly verdict: Assessment["verdict"] },
): Promise<Assessment["verdict"]> {
  const others = await tx
    .select({ verdict: tasks.verdict })
    .from(tasks)
    .where(and(eq(tasks.clipId, clip.id), ne(tasks.id, task.id)));
  const verdicts = [verdict, ...others.map((other) => other.verdict)];
  if (verdicts.includes("annotatable")) return "annotatable";
  return verdicts.includes("contested") ? "contested" : "consensus";
}

/** The system's way from a state to a verdict; none where a person holds the clip. */
function movesTo(state: ClipState, verdict: Assessment["verdict"]): readonly StoredMove[] {
  const conclude = bySystem({ kind: "conclude", verdict });
  if (state === "annotatable") return [bySystem({ kind: "assess" }), conclude];
  if (DECIDED.includes(state)) return [bySystem({ kind: "reassess", reason: "answers-changed" }), conclude];
  return [];
}

function isOpenTo(state: ClipState): boolean {
  return state === "annotatable" || DECIDED.includes(state);
}

/** The greatest disagreement about any of the questions; null where fewer than two raters told about each. */
function uncertaintyOf({ outcomes }: Assessment): number | null {
  const known = outcomes.flatMap(({ counts }) => disagreement(counts) ?? []);
  return known.length === 0 ? null : Math.max(...known);
}

function annotationOf(row: typeof annotations.$inferSelect): Annotation {
  const { id, raterId: rater, answers, supersedes, atMs } = row;
  return { id, rater, purpose: "label", answers, supersedes, atMs };
}
