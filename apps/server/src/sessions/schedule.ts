import { eq, lte } from "drizzle-orm";
import type { Scheduled, ServedExperiences } from "../experiences/served-experience.ts";
import type { Database } from "../storage/open-database.ts";
import { schedules, sessions } from "../storage/schema.ts";
import { addEvent } from "./event-store.ts";

const DAY_MS = 86_400_000;

/** Brings what is stored for later in step with what a session waits for: its soonest, or nothing. */
export async function keepSchedule(
  db: Database,
  sessionId: string,
  waiting: readonly Scheduled[],
): Promise<void> {
  const next = waiting.toSorted((one, other) => one.atMs - other.atMs)[0];
  if (next === undefined) {
    await db.delete(schedules).where(eq(schedules.sessionId, sessionId));
    return;
  }
  const row = { atMs: next.atMs, event: { ...next.event }, latestMs: next.latestMs ?? null };
  await db
    .insert(schedules)
    .values({ sessionId, ...row })
    .onConflictDoUpdate({ target: schedules.sessionId, set: row });
}

/**
 * Adds every event that is due, each exactly once: taking it off the schedule and adding it are one transaction. One
 * that is too late, because the server was off, is not: its experience has something else added, or it is moved on by
 * whole days.
 * @returns The ids of the sessions that got one.
 */
export async function runDueEvents(
  db: Database,
  experiences: ServedExperiences,
  nowMs: number,
): Promise<string[]> {
  const due = await db
    .select({ schedule: schedules, experience: sessions.experience })
    .from(schedules)
    .innerJoin(sessions, eq(sessions.id, schedules.sessionId))
    .where(lte(schedules.atMs, nowMs));
  const told: string[] = [];
  for (const { schedule, experience } of due) {
    const served = experiences.get(experience);
    // An experience that this server does not have: its events wait for one that has it.
    if (served === undefined) continue;
    const { sessionId, atMs, event, latestMs } = schedule;
    await db.transaction(async (tx) => {
      const mine = await tx
        .delete(schedules)
        .where(eq(schedules.sessionId, sessionId))
        .returning({ id: schedules.sessionId });
      if (mine.length === 0) return;
      if (latestMs !== null && nowMs - atMs > latestMs) {
        const instead = served.insteadOfLate(event);
        if (instead !== undefined) {
          await addEvent(tx, { sessionId, served }, { event: instead, atMs: nowMs });
          told.push(sessionId);
          return;
        }
        // Days of 24 hours: once it was added again, the next is counted by the person's own clock.
        const missed = Math.ceil((nowMs - atMs) / DAY_MS);
        await tx.insert(schedules).values({ ...schedule, atMs: atMs + missed * DAY_MS });
        return;
      }
      await addEvent(tx, { sessionId, served }, { event, atMs: nowMs });
      told.push(sessionId);
    });
  }
  return told;
}
