import { randomInt } from "node:crypto";
import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { newId } from "../secrets/secrets.ts";
import type { Database } from "../storage/open-database.ts";
import { sessions, studyRuns } from "../storage/schema.ts";
import { SESSION_COLUMNS } from "./event-store.ts";
import type { SessionRow } from "./event-store.ts";

/** A participant of a study as its researcher knows them. */
export interface StudyRunRow {
  readonly code: string;
  readonly number: number;
  /** The session of the run; null once it was deleted. */
  readonly runId: string | null;
}

/** Without letters and digits that are taken for one another. */
const CODE_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

/** A new participant's place in a study: a random code, and the next number. */
export async function takePlace(
  db: Database,
  studyId: string,
): Promise<{ readonly code: string; readonly number: number }> {
  // The study's row is locked, so that no two people get the same number.
  await db.execute(sql`select 1 from ${sessions} where id = ${studyId} for update`);
  const [row] = await db
    .select({ last: sql<number>`coalesce(max(${studyRuns.number}), 0)::int` })
    .from(studyRuns)
    .where(eq(studyRuns.studyId, studyId));
  return { code: newCode(), number: (row?.last ?? 0) + 1 };
}

/** Links a run to its study. */
export async function linkRun(
  db: Database,
  run: { readonly studyId: string; readonly runId: string; readonly code: string; readonly number: number },
): Promise<void> {
  const { studyId, runId, code, number } = run;
  await db.insert(studyRuns).values({ id: code, studyId, runId, number });
}

/** Counts somebody who said no. */
export async function countDeclined(db: Database, studyId: string): Promise<void> {
  await db.insert(studyRuns).values({ id: newId("d_"), studyId });
}

/** How many said no to a study. */
export async function declinedOf(db: Database, studyId: string): Promise<number> {
  const rows = await db
    .select({ id: studyRuns.id })
    .from(studyRuns)
    .where(and(eq(studyRuns.studyId, studyId), isNull(studyRuns.number)));
  return rows.length;
}

/** Everybody who said yes to a study, by number. */
export async function runsOf(db: Database, studyId: string): Promise<readonly StudyRunRow[]> {
  const rows = await db
    .select({ code: studyRuns.id, number: studyRuns.number, runId: studyRuns.runId })
    .from(studyRuns)
    .where(and(eq(studyRuns.studyId, studyId), isNotNull(studyRuns.number)))
    .orderBy(asc(studyRuns.number));
  return rows.flatMap(({ number, ...row }) => (number === null ? [] : [{ ...row, number }]));
}

/** The run that a person has in a study already; `undefined` where they have none. */
export async function ownRunIn(
  db: Database,
  { studyId, participantId }: { readonly studyId: string; readonly participantId: string },
): Promise<SessionRow | undefined> {
  const [row] = await db
    .select({ session: SESSION_COLUMNS })
    .from(studyRuns)
    .innerJoin(sessions, eq(sessions.id, studyRuns.runId))
    .where(and(eq(studyRuns.studyId, studyId), eq(sessions.participantId, participantId)));
  return row?.session;
}

/** Whose session it is; `undefined` where there is none. */
export async function holderOf(db: Database, sessionId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ participantId: sessions.participantId })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  return row?.participantId;
}

function newCode(): string {
  return Array.from({ length: 10 }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)] ?? "").join("");
}
