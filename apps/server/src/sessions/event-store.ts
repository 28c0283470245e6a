import { and, asc, desc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import type { FrameEvent, StoredEvent, Unstamped } from "@openempathic/experiences";
import type { ReplyLanguage } from "@openempathic/respond";
import type { Forgetting, NewEvent, ServedExperience } from "../experiences/served-experience.ts";
import { newId } from "../secrets/secrets.ts";
import type { Database } from "../storage/open-database.ts";
import { events, sessions } from "../storage/schema.ts";
import { storable } from "./storable.ts";

/** A session without its events. */
export type SessionRow = Omit<
  typeof sessions.$inferSelect,
  "participantId" | "lastEventNumber" | "lastSeq" | "settledSeq"
>;

/** What a text becomes in the log when the person has it forgotten. */
export const FORGOTTEN = "[forgotten]";

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

/** Begins a session with events that were already written elsewhere, numbered from 1 without gaps. */
export async function restoreSession(
  db: Database,
  session: NewSession & { readonly title?: string | undefined },
  log: readonly StoredEvent[],
): Promise<string> {
  const id = newId("s_");
  const [first] = log;
  const lastEventAtMs = Math.max(...log.map(({ atMs }) => atMs));
  await db
    .insert(sessions)
    .values({ id, ...session, startedAtMs: first?.atMs ?? 0, lastEventAtMs, lastSeq: log.length });
  // PostgreSQL takes 65,535 parameters in a statement, and an event has five.
  for (let at = 0; at < log.length; at += 1000) {
    const rows = log
      .slice(at, at + 1000)
      .map(({ seq, atMs, kind, ...body }) => ({ sessionId: id, seq, atMs, kind, body }));
    await db.insert(events).values(rows);
  }
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

/** An event to add, and what it says of its session as a whole. */
export interface Addition {
  readonly event: NewEvent;
  readonly atMs: number;
  /** What it makes the session's name, where it has none yet. */
  readonly title?: string | undefined;
  /** What it wants taken out of earlier events. */
  readonly forgets?: Forgetting | undefined;
}

/** Adds an event as its experience has it: with the name it gives the session, and with what it wants forgotten. */
export function addEvent(
  db: Database,
  { sessionId, served }: { readonly sessionId: string; readonly served: ServedExperience },
  { event, atMs }: { readonly event: NewEvent; readonly atMs: number },
): Promise<StoredEvent | undefined> {
  const title = served.titleFrom(event);
  return appendEvent(db, sessionId, { event, atMs, title, forgets: served.forgottenBy(event) });
}

/**
 * Adds an event to the end of a session's log: the number is taken and the event written in one statement, so
 * that no number is given twice or left out, by however many processes. `undefined` when the session is gone.
 * Forgetting takes a text out of the events that held it.
 */
export async function appendEvent(
  db: Database,
  sessionId: string,
  { event, atMs, title, forgets }: Addition,
): Promise<StoredEvent | undefined> {
  const { kind, ...body } = storable(event);
  const { language, country } = columnsFrom(event);
  const result = await db.execute(sql`
    with numbered as (
      update ${sessions} set
        last_seq = last_seq + 1,
        last_event_at_ms = greatest(last_event_at_ms, ${atMs}::bigint),
        last_event_number = nextval('event_numbers'),
        title = coalesce(title, ${title ?? null}::text),
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
  if (forgets !== undefined) await redact(db, sessionId, forgets);
  return { seq: stamp.seq, atMs: stamp.atMs, ...storable(event) };
}

/** Events with a seq above `after`, oldest first, at most `limit`. */
export async function readEvents(
  db: Database,
  sessionId: string,
  { after = 0, limit = 1_000_000 }: { readonly after?: number; readonly limit?: number } = {},
): Promise<StoredEvent[]> {
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
): Promise<StoredEvent | undefined> {
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
    .select(SESSION_COLUMNS)
    .from(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.participantId, participantId)));
  return row;
}

/** The id of a session's experience; `undefined` when there is no such session. */
export async function experienceOf(db: Database, sessionId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ experience: sessions.experience })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  return row?.experience;
}

/** A participant's own sessions, the one with the latest event first. */
export async function listSessions(db: Database, participantId: string): Promise<SessionRow[]> {
  return db
    .select(SESSION_COLUMNS)
    .from(sessions)
    .where(eq(sessions.participantId, participantId))
    .orderBy(...LATEST_FIRST);
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

/** What is told of a session. */
export const SESSION_COLUMNS = {
  id: sessions.id,
  experience: sessions.experience,
  startedAtMs: sessions.startedAtMs,
  lastEventAtMs: sessions.lastEventAtMs,
  title: sessions.title,
  language: sessions.language,
  country: sessions.country,
};

/** The session with the latest event first; of two whose last events were in one millisecond, the one added to last. */
export const LATEST_FIRST = [desc(sessions.lastEventAtMs), desc(sessions.lastEventNumber)] as const;

async function redact(
  db: Database,
  sessionId: string,
  { kinds, field, value, texts = ["text"] }: Forgetting,
): Promise<void> {
  const without = Object.fromEntries(texts.map((name) => [name, FORGOTTEN]));
  await db
    .update(events)
    .set({ body: sql`${events.body} || ${JSON.stringify(without)}::jsonb` })
    .where(
      and(
        eq(events.sessionId, sessionId),
        inArray(events.kind, [...kinds]),
        sql`${events.body} ->> ${field}::text = ${value}`,
      ),
    );
}

/** What an event that every experience has says about its session; null where it says nothing. */
function columnsFrom(event: NewEvent): { language: string | null; country: string | null } {
  // The cast is safe: other kinds give nothing below.
  const frameEvent = event as Unstamped<FrameEvent>;
  return {
    language: frameEvent.kind === "language-changed" ? frameEvent.language : null,
    country: frameEvent.kind === "country-changed" ? frameEvent.country : null,
  };
}

function eventOf(row: typeof events.$inferSelect): StoredEvent {
  return { seq: row.seq, atMs: row.atMs, kind: row.kind, ...row.body };
}
