import type { ClipState } from "./clip-life.ts";
import type { ClipActor, ClipMove } from "./clip-move.ts";

/** The name and version of an audit event's form. */
export const CLIP_AUDIT_SCHEMA = "open-empathic/clip-audit/1";

/**
 * One change of a clip's state, as it is written down beside the change itself. It holds ids, codes and a time, never
 * what the clip says; the events of a clip in their order give its life again ({@link replayClip}), and hashed one
 * onto the other they show any that was changed or left out.
 */
export interface ClipAuditEvent {
  readonly schema: typeof CLIP_AUDIT_SCHEMA;
  readonly clip: string;
  readonly from: ClipState;
  readonly to: ClipState;
  readonly move: ClipMove;
  readonly by: ClipActor;
  /** Milliseconds since the epoch, by the server's clock. */
  readonly atMs: number;
}
