import { CLIP_AUDIT_SCHEMA } from "./audit-event.ts";
import type { ClipAuditEvent } from "./audit-event.ts";
import { NEW_CLIP } from "./clip-life.ts";
import type { ClipLife, ClipState } from "./clip-life.ts";
import { MOVE_RULES } from "./clip-move.ts";
import type { ClipActor, ClipMove } from "./clip-move.ts";

/** A clip as far as its life goes. */
export interface MovedClip {
  readonly id: string;
  /** The pseudonymous id of whoever made it. */
  readonly contributor: string;
  readonly life: ClipLife;
}

/** A move, who makes it and when (milliseconds since the epoch). */
export interface MoveRequest {
  readonly move: ClipMove;
  readonly by: ClipActor;
  readonly atMs: number;
}

/** Why a move was refused: the state, the role, the maker's own clip, or what the move itself says. */
export type MoveRefusal =
  "state" | "role" | "own-clip" | "not-own-clip" | "appealed-before" | "release-number";

/** A move that was made, with the one audit event that belongs to it; or why it was not, in one sentence. */
export type MoveOutcome =
  | { readonly kind: "moved"; readonly life: ClipLife; readonly audit: ClipAuditEvent }
  | { readonly kind: "refused"; readonly why: MoveRefusal; readonly detail: string };

/**
 * Moves a clip to its next state, or says why not. A pure function: whoever stores the new life stores the audit
 * event in the same transaction.
 *
 * Nobody screens, judges, settles or clears their own clip. Nothing leaves "revoked", and "revoking" leads only there.
 *
 * @param clip The clip before the move.
 * @param request The move, its maker and its time.
 * @returns The life after it and its audit event; or a refusal, after which the clip is as it was.
 * @throws {RangeError} For a time that is not finite.
 *
 * @example
 * ```ts
 * import { moveClip, NEW_CLIP } from "@openempathic/collect";
 *
 * const clip = { id: "k1", contributor: "p1", life: NEW_CLIP };
 * const by = { id: "p1", role: "contributor" } as const;
 * moveClip(clip, { move: { kind: "receive" }, by, atMs: 0 }).kind; // => "moved"
 * moveClip(clip, { move: { kind: "settle" }, by, atMs: 0 }).kind; // => "refused"
 * ```
 */
export function moveClip(clip: MovedClip, { move, by, atMs }: MoveRequest): MoveOutcome {
  if (!Number.isFinite(atMs)) throw new RangeError(`moveClip needs a finite atMs; it got ${String(atMs)}`);
  const refusal = refusalOf(clip, move, by);
  if (refusal !== undefined) return refusal;
  const { life } = clip;
  const to = goalOf(life, move);
  const next: ClipLife = {
    state: to,
    release: move.kind === "release" ? move.release : life.release,
    heldFrom: move.kind === "quarantine" ? life.state : null,
    hasAppealed: life.hasAppealed || move.kind === "appeal",
  };
  const audit = { schema: CLIP_AUDIT_SCHEMA, clip: clip.id, from: life.state, to, move, by, atMs } as const;
  return { kind: "moved", life: next, audit };
}

/**
 * The life that a clip's audit events tell, in their order.
 *
 * @param events All of the clip's events, oldest first.
 * @returns The life; `undefined` where they contradict each other or the rules, so that a forged record is found.
 *
 * @example
 * ```ts
 * import { replayClip } from "@openempathic/collect";
 *
 * replayClip([], { id: "k1", contributor: "p1" })?.state; // => "draft"
 * ```
 */
export function replayClip(
  events: readonly ClipAuditEvent[],
  { id, contributor }: Pick<MovedClip, "id" | "contributor">,
): ClipLife | undefined {
  let life = NEW_CLIP;
  for (const { clip, from, to, move, by, atMs } of events) {
    if (clip !== id || from !== life.state) return undefined;
    const outcome = moveClip({ id, contributor, life }, { move, by, atMs });
    if (outcome.kind === "refused" || outcome.life.state !== to) return undefined;
    ({ life } = outcome);
  }
  return life;
}

function refusalOf({ contributor, life }: MovedClip, move: ClipMove, by: ClipActor): MoveOutcome | undefined {
  const rule = MOVE_RULES[move.kind];
  if (!rule.from.includes(life.state)) {
    return refused("state", `a clip that is ${life.state} can't be moved by "${move.kind}"`);
  }
  if (!rule.by.includes(by.role)) {
    return refused("role", `"${move.kind}" is for ${rule.by.join(", ")}, not for a ${by.role}`);
  }
  const isOwn = by.role !== "system" && by.id === contributor;
  if (rule.own === "never" && isOwn) {
    return refused("own-clip", `nobody may do "${move.kind}" with their own clip`);
  }
  // A contributor acts for their own clips alone, whatever the move.
  if (!isOwn && (rule.own === "only" || by.role === "contributor")) {
    return refused("not-own-clip", `"${move.kind}" is for whoever made the clip`);
  }
  if (move.kind === "appeal" && life.hasAppealed) {
    return refused("appealed-before", "a rejection can be appealed once");
  }
  if (move.kind === "release" && !(Number.isInteger(move.release) && move.release > life.release)) {
    return refused("release-number", `a release is numbered above ${String(life.release)}`);
  }
  return undefined;
}

function refused(why: MoveRefusal, detail: string): MoveOutcome {
  return { kind: "refused", why, detail };
}

/** Where a legal move leads. */
function goalOf(life: ClipLife, move: ClipMove): ClipState {
  switch (move.kind) {
    case "receive":
      return "received";
    case "screen":
    case "reinstate":
      return "screening";
    case "pass":
      return "annotatable";
    case "reject":
    case "uphold":
      return "rejected";
    case "appeal":
      return "appealed";
    case "assess":
    case "reassess":
      return "assessing";
    case "conclude":
      return move.verdict;
    case "settle":
      return "adjudicated";
    case "keep":
      return "distribution";
    case "clear":
      return "releasable";
    case "release":
      return "released";
    case "quarantine":
      return "quarantined";
    case "restore":
      // What is quarantined was held from somewhere: moveClip alone makes such lives.
      return life.heldFrom ?? "screening";
    case "revoke":
      return "revoking";
    case "erase":
      return "revoked";
  }
}
