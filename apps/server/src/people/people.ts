import { and, eq, isNull, lt, notExists, sql } from "drizzle-orm";
import { annotations, clips } from "../collection/collection-tables.ts";
import { hashToken, newId, newToken } from "../secrets/secrets.ts";
import type { Database } from "../storage/open-database.ts";
import { classes } from "../storage/learning-schema.ts";
import {
  apiKeys,
  consents,
  participants,
  participantTokens,
  sessionMembers,
  sessions,
  signInTokens,
} from "../storage/schema.ts";

export type Role = "owner" | "participant";

/** Somebody, by pseudonymous id. */
export interface Participant {
  readonly id: string;
  readonly role: Role;
}

/** A participant and the token that a browser's cookie will hold; it is not kept, only its hash. */
export interface SignedIn {
  readonly participant: Participant;
  readonly token: string;
}

/** Makes a new pseudonymous participant. */
export async function addParticipant(db: Database, nowMs: number): Promise<SignedIn> {
  const participant: Participant = { id: newId("p_"), role: "participant" };
  await db.insert(participants).values({ ...participant, createdAtMs: nowMs });
  return { participant, token: await addTokenFor(db, participant.id, nowMs) };
}

/** Somebody by their id; `undefined` where they are not here any more. */
export async function participantById(db: Database, id: string): Promise<Participant | undefined> {
  const [row] = await db
    .select({ id: participants.id, role: participants.role })
    .from(participants)
    .where(eq(participants.id, id));
  return row;
}

/** Who a cookie's token belongs to. */
export async function participantOf(db: Database, token: string): Promise<Participant | undefined> {
  const [row] = await db
    .select({ id: participants.id, role: participants.role })
    .from(participantTokens)
    .innerJoin(participants, eq(participants.id, participantTokens.participantId))
    .where(eq(participantTokens.tokenHash, hashToken(token)));
  return row;
}

/** A new one-time token for the owner's sign-in link; earlier ones stop working. */
export async function issueSignInToken(db: Database, nowMs: number): Promise<string> {
  const token = newToken("");
  await db.transaction(async (tx) => {
    await tx.delete(signInTokens);
    await tx.insert(signInTokens).values({ tokenHash: hashToken(token), createdAtMs: nowMs });
  });
  return token;
}

/** Uses up a sign-in token and signs its holder in as the owner; `undefined` for one that is used or unknown. */
export async function signInOwner(db: Database, token: string, nowMs: number): Promise<SignedIn | undefined> {
  return db.transaction(async (tx) => {
    const used = await tx
      .update(signInTokens)
      .set({ usedAtMs: nowMs })
      .where(and(eq(signInTokens.tokenHash, hashToken(token)), isNull(signInTokens.usedAtMs)))
      .returning({ tokenHash: signInTokens.tokenHash });
    if (used.length === 0) return undefined;
    const participant = await ownerOf(tx, nowMs);
    return { participant, token: await addTokenFor(tx, participant.id, nowMs) };
  });
}

/** How long somebody is remembered who came and did nothing; for anybody else there is no end. */
const IDLE_MS = 3 * 86_400_000;

/** Browsers keep a cookie for at most this long, so its hash is of no use after it. */
const TOKEN_MS = 401 * 86_400_000;

/**
 * Forgets participants who came days ago and began or joined no session, gave no consent, no clip and no answer and made
 * no key or class, and the hashes of cookies that no browser can hold any more. Every visit without a cookie makes a
 * participant: a monitor's too.
 */
export async function forgetUnused(db: Database, nowMs: number): Promise<void> {
  const isOf = (
    table: typeof sessions | typeof sessionMembers | typeof consents | typeof apiKeys | typeof classes,
  ) =>
    db
      .select({ one: sql`1` })
      .from(table)
      .where(eq(table.participantId, participants.id));
  const isBy = (column: typeof clips.contributorId | typeof annotations.raterId) =>
    db
      .select({ one: sql`1` })
      .from(column.table)
      .where(eq(column, participants.id));
  await db
    .delete(participants)
    .where(
      and(
        eq(participants.role, "participant"),
        lt(participants.createdAtMs, nowMs - IDLE_MS),
        notExists(isOf(sessions)),
        notExists(isOf(sessionMembers)),
        notExists(isOf(consents)),
        notExists(isOf(apiKeys)),
        notExists(isOf(classes)),
        notExists(isBy(clips.contributorId)),
        notExists(isBy(annotations.raterId)),
      ),
    );
  await db.delete(participantTokens).where(lt(participantTokens.createdAtMs, nowMs - TOKEN_MS));
}

/** Deletes a participant and, through the tables' references, everything that is theirs. */
export async function deleteParticipant(db: Database, id: string): Promise<void> {
  await db.delete(participants).where(eq(participants.id, id));
}

async function ownerOf(db: Database, nowMs: number): Promise<Participant> {
  const owner: Participant = { id: newId("p_"), role: "owner" };
  await db
    .insert(participants)
    .values({ ...owner, createdAtMs: nowMs })
    .onConflictDoNothing();
  const [row] = await db
    .select({ id: participants.id, role: participants.role })
    .from(participants)
    .where(eq(participants.role, "owner"));
  return row ?? owner;
}

/** One browser more in which a participant is signed in; gives the token for its cookie. */
export async function addTokenFor(db: Database, participantId: string, nowMs: number): Promise<string> {
  const token = newToken("");
  await db
    .insert(participantTokens)
    .values({ tokenHash: hashToken(token), participantId, createdAtMs: nowMs });
  return token;
}
