import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "../storage/open-database.ts";
import { slots, TASK_STAGES } from "./collection-tables.ts";
import type { tasks } from "./collection-tables.ts";

/** A task as it is stored. */
export type TaskRow = typeof tasks.$inferSelect;

/**
 * Brings the number of a task's places to its overlap: adds open ones, or takes open ones away. A place that somebody
 * holds is theirs until the lease ends.
 * @returns How many places there are then.
 */
export async function fitPlaces(tx: Database, taskId: string, overlap: number): Promise<number> {
  const rows = await tx
    .select({ number: slots.number, kind: slots.kind })
    .from(slots)
    .where(eq(slots.taskId, taskId))
    .for("update");
  if (rows.length < overlap) {
    const last = Math.max(0, ...rows.map(({ number }) => number));
    const added = Array.from({ length: overlap - rows.length }, (_, i) => last + 1 + i);
    await tx
      .insert(slots)
      .values(added.map((number) => ({ taskId, number, kind: "open", token: 0 }) as const));
    return overlap;
  }
  const spare = rows
    .filter(({ kind }) => kind === "open")
    .map(({ number }) => number)
    .toSorted((a, b) => b - a)
    .slice(0, rows.length - overlap);
  if (spare.length > 0)
    await tx.delete(slots).where(and(eq(slots.taskId, taskId), inArray(slots.number, spare)));
  return rows.length - spare.length;
}

/** Takes all places of a task away that no answer is in: who holds one has lost it, and their answer becomes a draft. */
export async function closePlaces(tx: Database, taskId: string): Promise<void> {
  await tx.delete(slots).where(and(eq(slots.taskId, taskId), inArray(slots.kind, ["open", "leased"])));
}

/** What a task is to the queue, by the answers that it has and is to have. */
export function stageOf({
  answers,
  overlap,
}: {
  readonly answers: number;
  readonly overlap: number;
}): number {
  if (answers === 0) return TASK_STAGES.fresh;
  return overlap - answers === 1 ? TASK_STAGES.oneShort : TASK_STAGES.begun;
}
