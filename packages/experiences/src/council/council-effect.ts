import type { ShowNotices } from "../session/session-frame.ts";
import type { RevealedAnswer, SuggestionTopic } from "./council-event.ts";

/** Work whose result comes back as an event. */
export type CouncilEffect =
  | ShowNotices
  /** Judge the words of the event `of`. */
  | { readonly kind: "judge-care"; readonly of: number; readonly text: string }
  | { readonly kind: "suggest"; readonly of: number; readonly topic: SuggestionTopic }
  | { readonly kind: "reveal-round"; readonly answers: readonly RevealedAnswer[] };
