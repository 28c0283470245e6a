import { eq } from "drizzle-orm";
import { moveClip } from "@openempathic/collect";
import type { ClipMove, ClipRole, MoveRefusal } from "@openempathic/collect";
import { nextHash } from "@openempathic/govern";
import type { JsonValue } from "@openempathic/govern";
import type { Database } from "../storage/open-database.ts";
import { clipAudit, clips } from "./collection-tables.ts";

/** A clip as it is stored. */
export type ClipRow = typeof clips.$inferSelect;

/** A move and who makes it: a participant in a role, or the program itself. */
export interface StoredMove {
  readonly move: ClipMove;
  readonly by:
    | { readonly role: Exclude<ClipRole, "system">; readonly participantId: string }
    | { readonly role: "system" };
}

/** What the moves of one transaction have in common. */
export interface MoveContext {
  readonly pseudonymOf: (participantId: string) => string;
  readonly atMs: number;
}

/** The clip after its moves, or why one of them was refused; then none was made. */
export type StoredMoveOutcome =
  | { readonly kind: "moved"; readonly clip: ClipRow }
  | { readonly kind: "refused"; readonly why: MoveRefusal; readonly detail: string };

/** Reads a clip and holds it until the transaction ends, so that its moves come one after the other. */
export async function lockClip(tx: Database, id: string): Promise<ClipRow | undefined> {
  const [row] = await tx.select().from(clips).where(eq(clips.id, id)).for("update");
  return row;
}

/**
 * Makes moves of a clip that this transaction holds: its new state and one audit event for each are written together.
 * People stand in the record under a pseudonym, so that it can be kept when they are gone.
 */
export async function moveStoredClip(
  tx: Database,
  { clip, moves }: { readonly clip: ClipRow; readonly moves: readonly StoredMove[] },
  { pseudonymOf, atMs }: MoveContext,
): Promise<StoredMoveOutcome> {
  const contributor = clip.contributorId === null ? "gone" : pseudonymOf(clip.contributorId);
  let { state, release, heldFrom, hasAppealed, auditSeq, auditHash } = clip;
  const events = [];
  for (const { move, by } of moves) {
    const actor =
      by.role === "system"
        ? { id: "system", role: by.role }
        : { id: pseudonymOf(by.participantId), role: by.role };
    const life = { state, release, heldFrom, hasAppealed };
    const outcome = moveClip({ id: clip.id, contributor, life }, { move, by: actor, atMs });
    if (outcome.kind === "refused") return outcome;
    ({ state, release, heldFrom, hasAppealed } = outcome.life);
    auditSeq += 1;
    // An audit event is plain data with string keys, as its type says.
    auditHash = nextHash(auditHash, outcome.audit as unknown as JsonValue);
    events.push({ clipId: clip.id, seq: auditSeq, event: outcome.audit, hash: auditHash });
  }
  const after = { state, release, heldFrom, hasAppealed, auditSeq, auditHash };
  if (events.length > 0) {
    await tx.update(clips).set(after).where(eq(clips.id, clip.id));
    await tx.insert(clipAudit).values(events);
  }
  return { kind: "moved", clip: { ...clip, ...after } };
}

/** The move of the program itself. */
export function bySystem(move: ClipMove): StoredMove {
  return { move, by: { role: "system" } };
}

/** Makes moves that the code around them has made sure are legal. @throws {Error} For one that is not: our mistake. */
export async function moveSurely(
  tx: Database,
  moving: { readonly clip: ClipRow; readonly moves: readonly StoredMove[] },
  context: MoveContext,
): Promise<ClipRow> {
  const outcome = await moveStoredClip(tx, moving, context);
  if (outcome.kind === "refused") throw new Error(`a clip was moved against its rules: ${outcome.detail}`);
  return outcome.clip;
}
