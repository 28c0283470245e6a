/** Where a clip can stand, from the draft on its maker's device to what nothing leaves. */
export const CLIP_STATES = [
  "draft", "received", "screening", "annotatable", "assessing", "consensus", "contested", "adjudicated",
  "distribution", "releasable", "released", "quarantined", "rejected", "appealed", "revoking", "revoked",
] as const; // prettier-ignore

/**
 * One of {@link CLIP_STATES}. "distribution" is a contested clip that is kept as the spread of its answers, with no
 * winner; "quarantined" one that nobody but a reviewer sees; "revoking" one that is served nowhere any more while its
 * copies are being erased.
 */
export type ClipState = (typeof CLIP_STATES)[number];

/** The life of a clip so far. Plain data: it survives JSON. */
export interface ClipLife {
  readonly state: ClipState;
  /** The number of the last release that holds it; 0 while none does. Never falls, so a revocation knows what is out. */
  readonly release: number;
  /** Where a quarantined clip goes back to; null for any other. */
  readonly heldFrom: ClipState | null;
  /** Whether its maker has appealed; once is the measure. */
  readonly hasAppealed: boolean;
}

/** How every clip begins. */
export const NEW_CLIP: ClipLife = { state: "draft", release: 0, heldFrom: null, hasAppealed: false };
