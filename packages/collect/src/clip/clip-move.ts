import type { ClipState } from "./clip-life.ts";

/** Something that is done to a clip. A reason is a short code or sentence for the record; it never quotes the clip. */
export type ClipMove =
  | { readonly kind: "receive" }
  | { readonly kind: "screen" }
  | { readonly kind: "pass" }
  | { readonly kind: "reject"; readonly reason: string }
  | { readonly kind: "appeal"; readonly reason: string }
  | { readonly kind: "uphold"; readonly reason: string }
  | { readonly kind: "reinstate"; readonly reason: string }
  | { readonly kind: "assess" }
  | { readonly kind: "conclude"; readonly verdict: "annotatable" | "consensus" | "contested" }
  | { readonly kind: "settle" }
  | { readonly kind: "keep" }
  | { readonly kind: "clear" }
  | { readonly kind: "release"; readonly release: number }
  | { readonly kind: "reassess"; readonly reason: string }
  | { readonly kind: "quarantine"; readonly reason: string }
  | { readonly kind: "restore"; readonly reason: string }
  | { readonly kind: "revoke"; readonly reason: string }
  | { readonly kind: "erase" };

export type ClipMoveKind = ClipMove["kind"];

/** In whose name a move is made. "system" is the program itself: screening, assessing, erasing. */
export type ClipRole = "contributor" | "reviewer" | "maintainer" | "administrator" | "system";

/** Who makes a move: a pseudonymous id and the role it acts in. */
export interface ClipActor {
  readonly id: string;
  readonly role: ClipRole;
}

/** When a move is legal. */
export interface MoveRule {
  readonly from: readonly ClipState[];
  readonly by: readonly ClipRole[];
  /** Whether the clip's own maker may make it, may not, or alone may. The system is nobody's maker. */
  readonly own: "may" | "never" | "only";
}

const UNDER_WORK: readonly ClipState[] = [
  "received", "screening", "annotatable", "assessing", "consensus", "contested", "adjudicated", "distribution",
  "releasable", "released",
]; // prettier-ignore
const DECIDED: readonly ClipState[] = [
  "consensus", "contested", "adjudicated", "distribution", "releasable", "released",
]; // prettier-ignore
const REVIEWERS: readonly ClipRole[] = ["reviewer", "maintainer", "administrator"];
const MAINTAINERS: readonly ClipRole[] = ["maintainer", "administrator"];

/** Every move: from where, in which role, and whether by the clip's maker. What is not here is illegal. */
export const MOVE_RULES: Readonly<Record<ClipMoveKind, MoveRule>> = {
  receive: { from: ["draft"], by: ["contributor"], own: "only" },
  screen: { from: ["received"], by: ["system"], own: "may" },
  pass: { from: ["screening"], by: ["system", ...REVIEWERS], own: "never" },
  reject: { from: ["screening", "quarantined"], by: ["system", ...REVIEWERS], own: "never" },
  appeal: { from: ["rejected"], by: ["contributor"], own: "only" },
  uphold: { from: ["appealed"], by: REVIEWERS, own: "never" },
  reinstate: { from: ["appealed"], by: REVIEWERS, own: "never" },
  assess: { from: ["annotatable"], by: ["system"], own: "may" },
  conclude: { from: ["assessing"], by: ["system"], own: "may" },
  settle: { from: ["contested"], by: REVIEWERS, own: "never" },
  keep: { from: ["contested"], by: REVIEWERS, own: "never" },
  clear: { from: ["consensus", "adjudicated", "distribution"], by: ["system", ...MAINTAINERS], own: "never" },
  release: { from: ["releasable", "released"], by: ["system", ...MAINTAINERS], own: "may" },
  reassess: { from: DECIDED, by: ["system", ...REVIEWERS], own: "never" },
  quarantine: { from: UNDER_WORK, by: ["system", ...REVIEWERS], own: "may" },
  restore: { from: ["quarantined"], by: REVIEWERS, own: "never" },
  revoke: {
    from: ["draft", ...UNDER_WORK, "quarantined", "rejected", "appealed"],
    by: ["contributor", "system", ...MAINTAINERS],
    own: "may",
  },
  erase: { from: ["revoking"], by: ["system"], own: "may" },
};
