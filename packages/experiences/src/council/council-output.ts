import type { NoticeId } from "@openempathic/govern";
import type { ShowNotices } from "../session/session-frame.ts";
import type { CareFinding, RevealedAnswer, Suggestion, SuggestionTopic } from "./council-event.ts";

/** Something that is shown. */
export type CouncilShow =
  | { readonly kind: "notices"; readonly notices: readonly NoticeId[] }
  | { readonly kind: "care"; readonly of: number; readonly findings: readonly CareFinding[] }
  | { readonly kind: "suggestions"; readonly of: number; readonly suggestions: readonly Suggestion[] }
  | { readonly kind: "revealed"; readonly answers: readonly RevealedAnswer[] };

/** Work whose result comes back as an event. */
export type CouncilEffect =
  | ShowNotices
  /** Judge the words of the event `of`. */
  | { readonly kind: "judge-care"; readonly of: number; readonly text: string }
  | { readonly kind: "suggest"; readonly of: number; readonly topic: SuggestionTopic }
  | { readonly kind: "reveal-round"; readonly answers: readonly RevealedAnswer[] };

/** What the fold puts out for one event. */
export type CouncilOutput =
  | { readonly kind: "show"; readonly show: CouncilShow }
  | { readonly kind: "effect"; readonly effect: CouncilEffect };
