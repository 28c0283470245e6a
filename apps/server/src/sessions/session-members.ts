import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { StoredEvent } from "@openempathic/experiences";
import { hashToken, newToken } from "../secrets/secrets.ts";
import type { Database } from "../storage/open-database.ts";
import { events, sessionInvitations, sessionMembers, sessions } from "../storage/schema.ts";
import { LATEST_FIRST, SESSION_COLUMNS } from "./event-store.ts";
import type { SessionRow } from "./event-store.ts";

/** Who somebody is in the events of their own session. */
export const OWN_MEMBER = "m1";

/** A session and who somebody is in it. */
export interface SessionAccess {
  readonly session: SessionRow;
  /** "m1" for whose session it is. */
  readonly memberId: string;
}

/** A session that is this participant's or that they joined; `undefined` for any other, and for one that is not there. */
export async function findAccess(
  db: Database,
  { id, participantId }: { readonly id: string; readonly participantId: string },
): Promise<SessionAccess | undefined> {
  const [row] = await db
    .select({ session: SESSION_COLUMNS, owner: sessions.participantId, memberId: sessionMembers.memberId })
    .from(sessions)
    .leftJoin(
      sessionMembers,
      and(eq(sessionMembers.sessionId, sessions.id), eq(sessionMembers.participantId, participantId)),
    )
    .where(eq(sessions.id, id));
  if (row === undefined) return undefined;
  if (row.owner === participantId) return { session: row.session, memberId: OWN_MEMBER };
  return row.memberId === null ? undefined : { session: row.session, memberId: row.memberId };
}

/** A participant's sessions and those of others that they joined, the one with the latest event first. */
export async function listSeen(
  db: Database,
  participantId: string,
  experience?: string,
): Promise<readonly SessionRow[]> {
  const joined = db
    .select({ id: sessionMembers.sessionId })
    .from(sessionMembers)
    .where(eq(sessionMembers.participantId, participantId));
  // An array, so that both halves are found by an index; "in" a subquery would read every session.
  const seen = or(eq(sessions.participantId, participantId), sql`${sessions.id} = any(array(${joined}))`);
  return db
    .select(SESSION_COLUMNS)
    .from(sessions)
    .where(experience === undefined ? seen : and(seen, eq(sessions.experience, experience)))
    .orderBy(...LATEST_FIRST);
}

/** The sessions of others that a participant joined, the one with the latest event first. */
export async function listJoined(db: Database, participantId: string): Promise<readonly SessionAccess[]> {
  return db
    .select({ session: SESSION_COLUMNS, memberId: sessionMembers.memberId })
    .from(sessionMembers)
    .innerJoin(sessions, eq(sessions.id, sessionMembers.sessionId))
    .where(eq(sessionMembers.participantId, participantId))
    .orderBy(...LATEST_FIRST);
}

/** A new link by which others join a session; an earlier one stops working. The token is not kept, only its hash. */
export async function inviteTo(db: Database, sessionId: string, nowMs: number): Promise<string> {
  const token = newToken("");
  const row = { tokenHash: hashToken(token), createdAtMs: nowMs };
  await db
    .insert(sessionInvitations)
    .values({ sessionId, ...row })
    .onConflictDoUpdate({ target: sessionInvitations.sessionId, set: row });
  return token;
}

/** The session that an invitation leads to; `undefined` for one that is not known or no longer works. */
export async function invitedTo(db: Database, token: string): Promise<string | undefined> {
  const [row] = await db
    .select({ sessionId: sessionInvitations.sessionId })
    .from(sessionInvitations)
    .where(eq(sessionInvitations.tokenHash, hashToken(token)));
  return row?.sessionId;
}

/** What became of somebody who wants to join a session. */
export type Joining =
  | { readonly kind: "joined"; readonly memberId: string }
  | { readonly kind: "member-already" }
  | { readonly kind: "full" };

/** Holds a session's log for the rest of the transaction: nothing is added to it and nobody joins it meanwhile. */
export async function lockSession(tx: Database, sessionId: string): Promise<void> {
  await tx.execute(sql`select 1 from ${sessions} where id = ${sessionId} for update`);
}

/** Makes a participant a member of somebody else's session, at most `most` of them, within a transaction. */
export async function addMember(
  db: Database,
  { id, participantId }: { readonly id: string; readonly participantId: string },
  { most, nowMs }: { readonly most: number; readonly nowMs: number },
): Promise<Joining> {
  // So that no two people get the same number, or the same last place.
  await lockSession(db, id);
  const members = await db.select().from(sessionMembers).where(eq(sessionMembers.sessionId, id));
  if (members.some((member) => member.participantId === participantId)) return { kind: "member-already" };
  if (members.length >= most) return { kind: "full" };
  // Numbers are not given again when somebody leaves: the log still speaks of them.
  const joined = await db
    .select({ body: events.body })
    .from(events)
    .where(and(eq(events.sessionId, id), inArray(events.kind, ["joined"])));
  const memberId = `m${String(joined.length + 2)}`;
  await db.insert(sessionMembers).values({ sessionId: id, participantId, memberId, joinedAtMs: nowMs });
  return { kind: "joined", memberId };
}

/** Takes a participant out of somebody else's session. */
export async function removeMember(
  db: Database,
  { id, participantId }: { readonly id: string; readonly participantId: string },
): Promise<void> {
  await db
    .delete(sessionMembers)
    .where(and(eq(sessionMembers.sessionId, id), eq(sessionMembers.participantId, participantId)));
}

/** Writes events anew that lost a member's words. */
export async function replaceEvents(
  db: Database,
  sessionId: string,
  changed: readonly StoredEvent[],
): Promise<void> {
  for (const event of changed) {
    // The stamp has columns of its own.
    const body = Object.fromEntries(
      Object.entries(event).filter(([field]) => field !== "seq" && field !== "atMs" && field !== "kind"),
    );
    await db
      .update(events)
      .set({ kind: event.kind, body })
      .where(and(eq(events.sessionId, sessionId), eq(events.seq, event.seq)));
  }
}
