import { and, asc, desc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { replayCompanion, titleOf } from "@openempathic/experiences";
import type { CompanionEvent, PersonEvent, PlatformEvent } from "@openempathic/experiences";
import type { ReplyLanguage } from "@openempathic/respond";
import { newId } from "../secrets/secrets.ts";
import type { Database } from "../storage/open-database.ts";
import { events, sessions } from "../storage/schema.ts";
import { storable } from "./storable.ts";

/** A session without its events. */
export type SessionRow = Omit<typeof sessions.$inferSelect, "participantId" | "lastSeq" | "settledSeq">;

/** An event before it has a number and a time. */
export type NewEvent = PersonEvent | PlatformEvent;

/** What a memory's text becomes in the log when the person has it forgotten. */
export const FORGOTTEN = "[forgotten]";

const MEMORY_KINDS = ["memory-added", "memory-edited", "memory-proposed"];

/** A session to begin. */
export interface NewSession {
  readonly participantId: string;
  readonly experience: string;
  readonly language: ReplyLanguage;
  readonly country?: string;
}

/** Begins a session: its row and its first event. */
export async function beginSession(db: Database, session: NewSession, nowMs: number): Promise<string> {
  const { language, country } = session;
  const id = newId("s_");
  await db.insert(sessions).values({ id, ...session, startedAtMs: nowMs, lastEventAtMs: nowMs });
  const event = { kind: "session-started", language, ...(country === undefined ? {} : { country }) } as const;
  await appendEvent(db, id, { event, atMs: nowMs });
  return id;
}

/** Deletes a session with its events; false when this participant has none of that id. */
export async function deleteSession(
  db: Database,
  { id, participantId }: { readonly id: string; readonly participantId: string },
): Promise<boolean> {
  const deleted = await db
    .delete(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.participantId, participantId)))
    .returning({ id: sessions.id });
  return deleted.length > 0;
}

/**
 * Adds an event to the end of a session's log: the number is taken and the event written in one statement, so
 * that no number is given twice or left out, by however many processes. `undefined` when the session is gone.
 * Forgetting a memory also takes its text out of the events that held it.
 */
export async function appendEvent(
  db: Database,
  sessionId: string,
  { event, atMs }: { readonly event: NewEvent; readonly atMs: number },
): Promise<CompanionEvent | undefined> {
  const { kind, ...body } = storable(event);
  const { title, language, country } = columnsFrom(event);
  const result = await db.execute(sql`
    with numbered as (
      update ${sessions} set
        last_seq = last_seq + 1,
        last_event_at_ms = greatest(last_event_at_ms, ${atMs}::bigint),
        title = coalesce(title, ${title}::text),
        language = coalesce(${language}::text, language),
        country = coalesce(${country}::text, country)
      where id = ${sessionId}
      returning last_seq, last_event_at_ms
    )
    insert into ${events} (session_id, seq, at_ms, kind, body)
    select ${sessionId}, last_seq, last_event_at_ms, ${kind}, ${JSON.stringify(body)}::jsonb from numbered
    returning seq, at_ms::float8 as "atMs"`);
  // Both drivers answer a raw statement with `rows`; the two columns are named above.
  const [stamp] = (result as { rows: { seq: number; atMs: number }[] }).rows;
  if (stamp === undefined) return undefined;
  if (event.kind === "memory-forgotten") await redactMemory(db, sessionId, event.memoryId);
  return { seq: stamp.seq, atMs: stamp.atMs, ...storable(event) };
}

/** Events with a seq above `after`, oldest first, at most `limit`. */
export async function readEvents(
  db: Database,
  sessionId: string,
  { after = 0, limit = 1_000_000 }: { readonly after?: number; readonly limit?: number } = {},
): Promise<CompanionEvent[]> {
  const rows = await db
    .select()
    .from(events)
    .where(and(eq(events.sessionId, sessionId), gt(events.seq, after)))
    .orderBy(asc(events.seq))
    .limit(limit);
  return rows.map(eventOf);
}

/** One event; `undefined` where there is none. */
export async function readEvent(
  db: Database,
  sessionId: string,
  seq: number,
): Promise<CompanionEvent | undefined> {
  const [row] = await db
    .select()
    .from(events)
    .where(and(eq(events.sessionId, sessionId), eq(events.seq, seq)));
  return row === undefined ? undefined : eventOf(row);
}

/** A session of this participant; `undefined` for one that does not exist and for one that is somebody else's. */
export async function findSession(
  db: Database,
  { id, participantId }: { readonly id: string; readonly participantId: string },
): Promise<SessionRow | undefined> {
  const [row] = await db
    .select(COLUMNS)
    .from(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.participantId, participantId)));
  return row;
}

/** A participant's sessions, the one with the latest event first. */
export async function listSessions(db: Database, participantId: string): Promise<SessionRow[]> {
  return db
    .select(COLUMNS)
    .from(sessions)
    .where(eq(sessions.participantId, participantId))
    .orderBy(desc(sessions.lastEventAtMs), desc(sessions.id));
}

/** Sessions with work that was not done when the server stopped. */
export async function unsettledSessions(db: Database): Promise<string[]> {
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(lt(sessions.settledSeq, sessions.lastSeq));
  return rows.map(({ id }) => id);
}

/** Records that every effect of the events up to `seq` has run. */
export async function settleSession(db: Database, sessionId: string, seq: number): Promise<void> {
  await db
    .update(sessions)
    .set({ settledSeq: seq })
    .where(and(eq(sessions.id, sessionId), lt(sessions.settledSeq, seq)));
}

const COLUMNS = {
  id: sessions.id,
  experience: sessions.experience,
  startedAtMs: sessions.startedAtMs,
  lastEventAtMs: sessions.lastEventAtMs,
  title: sessions.title,
  language: sessions.language,
  country: sessions.country,
};

async function redactMemory(db: Database, sessionId: string, memoryId: string): Promise<void> {
  await db
    .update(events)
    .set({ body: sql`jsonb_set(${events.body}, '{text}', to_jsonb(${FORGOTTEN}::text))` })
    .where(
      and(
        eq(events.sessionId, sessionId),
        inArray(events.kind, MEMORY_KINDS),
        sql`${events.body} ->> 'memoryId' = ${memoryId}`,
      ),
    );
}

/** What an event says about its session as a whole; null where it says nothing. */
function columnsFrom(event: NewEvent): {
  title: string | null;
  language: string | null;
  country: string | null;
} {
  return {
    title: event.kind === "message" ? titleFrom(event.text) : null,
    language: event.kind === "language-changed" ? event.language : null,
    country: event.kind === "country-changed" ? event.country : null,
  };
}

function titleFrom(text: string): string | null {
  const started = { seq: 1, atMs: 0, kind: "session-started", language: "en" } as const;
  return titleOf(replayCompanion([started, { seq: 2, atMs: 0, kind: "message", text }])) ?? null;
}

function eventOf(row: typeof events.$inferSelect): CompanionEvent {
  // Only appendEvent writes this table, and it wrote a CompanionEvent.
  return { seq: row.seq, atMs: row.atMs, kind: row.kind, ...row.body } as CompanionEvent;
}
