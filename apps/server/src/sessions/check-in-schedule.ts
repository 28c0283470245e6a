import { eq, lte } from "drizzle-orm";
import type { CompanionEffect } from "@openempathic/experiences";
import type { Database } from "../storage/open-database.ts";
import { schedules } from "../storage/schema.ts";
import { appendEvent } from "./event-store.ts";

/** Later than this, "around now" would not be true, and the check-in is left out. */
const LATEST_MS = 2 * 3_600_000;

/** Brings the stored check-in of a session in step with what the session waits for. */
export async function keepSchedule(
  db: Database,
  sessionId: string,
  pending: readonly CompanionEffect[],
): Promise<void> {
  const next = pending.find((effect) => effect.kind === "schedule-check-in");
  if (next === undefined) {
    await db.delete(schedules).where(eq(schedules.sessionId, sessionId));
    return;
  }
  const { atMs, text } = next;
  await db
    .insert(schedules)
    .values({ sessionId, atMs, text })
    .onConflictDoUpdate({ target: schedules.sessionId, set: { atMs, text } });
}

/**
 * Says every check-in that is due, each exactly once: taking it off the schedule and adding its event are one
 * transaction. One that is hours late, because the server was off, is moved on by days without being said.
 * @returns The ids of the sessions that got one.
 */
export async function runDueCheckIns(db: Database, nowMs: number): Promise<string[]> {
  const due = await db.select().from(schedules).where(lte(schedules.atMs, nowMs));
  const said: string[] = [];
  for (const { sessionId, atMs, text } of due) {
    await db.transaction(async (tx) => {
      const mine = await tx
        .delete(schedules)
        .where(eq(schedules.sessionId, sessionId))
        .returning({ id: schedules.sessionId });
      if (mine.length === 0) return;
      if (nowMs - atMs > LATEST_MS) {
        // Days of 24 hours: once said again, the next is counted by the person's own clock.
        const missed = Math.ceil((nowMs - atMs) / 86_400_000);
        await tx.insert(schedules).values({ sessionId, text, atMs: atMs + missed * 86_400_000 });
        return;
      }
      await appendEvent(tx, sessionId, { event: { kind: "checked-in", text }, atMs: nowMs });
      said.push(sessionId);
    });
  }
  return said;
}
