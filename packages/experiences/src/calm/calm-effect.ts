import type { ShowNotices } from "../session/session-frame.ts";

/** Work for whoever runs the session. Asking twice for the same does no harm: a second result is ignored. */
export type CalmEffect =
  | ShowNotices
  /** Judge the risk in note `of`, then add `risk-judged`. */
  | { readonly kind: "judge-risk"; readonly of: number }
  /** Ask a language model for the words of sitting `of`, then add `words-written` or `words-not-written`. */
  | { readonly kind: "write-words"; readonly of: number };
