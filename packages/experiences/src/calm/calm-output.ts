import type { NoticeId } from "@openempathic/govern";
import type { ShowNotices } from "../session/session-frame.ts";

/** Work for whoever runs the session. Asking twice for the same does no harm: a second result is ignored. */
export type CalmEffect =
  | ShowNotices
  /** Judge the risk in note `of`, then add `risk-judged`. */
  | { readonly kind: "judge-risk"; readonly of: number }
  /** Ask a language model for the words of sitting `of`, then add `words-written` or `words-not-written`. */
  | { readonly kind: "write-words"; readonly of: number };

/** Something for the person to see. */
export type CalmShow =
  | { readonly kind: "notices"; readonly notices: readonly NoticeId[] }
  /** The sitting as it is now. */
  | { readonly kind: "sitting"; readonly of: number }
  /** The history has changed. */
  | { readonly kind: "history" }
  /** Help is to be shown before anything else. */
  | { readonly kind: "care" };

/** What one event puts out. */
export type CalmOutput =
  | { readonly kind: "show"; readonly show: CalmShow }
  | { readonly kind: "effect"; readonly effect: CalmEffect };
