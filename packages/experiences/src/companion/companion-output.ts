import type { Estimate } from "@openempathic/affect";
import type { NoticeId } from "@openempathic/govern";
import type { Plan } from "@openempathic/respond";
import type { ShowNotices } from "../session/session-frame.ts";
import type { MemoryProposal, Reply } from "./companion-state.ts";
import type { LifeChapter } from "./life/life-chapter.ts";
import type { PassageProposal } from "./life/life-story.ts";

/**
 * Work for whoever runs the session. Each says which event its result comes back as. Effects are run in the
 * order in which they were put out; asking twice for the same one does no harm, since a second result is ignored.
 */
export type CompanionEffect =
  | ShowNotices
  /** Judge the risk in message `of`, then add `risk-judged`. */
  | { readonly kind: "judge-risk"; readonly of: number }
  /** Make an estimate from message `of`, then add `estimated`. */
  | { readonly kind: "perceive"; readonly of: number }
  /** Answer message `of`: `planned`, then `reply-part` for each sentence, then `replied`. */
  | { readonly kind: "answer"; readonly of: number }
  /** Add `memory-proposed` with these fields. */
  | ({ readonly kind: "propose-memory" } & MemoryProposal)
  /** Add `life-question` with these fields. */
  | {
      readonly kind: "ask-life-question";
      readonly of: number;
      readonly questionId: string;
      readonly chapter: LifeChapter;
      readonly text: string;
    }
  /** Add `life-proposed` with these fields. */
  | ({ readonly kind: "propose-passage" } & PassageProposal)
  /** At `atMs`, and not before, add `routine-reminded` with these fields. */
  | {
      readonly kind: "schedule-routine";
      readonly atMs: number;
      readonly routineId: string;
      readonly text: string;
    }
  /** At `atMs`, and not before, add `checked-in` with this text. Replaces an earlier one of the session. */
  | { readonly kind: "schedule-check-in"; readonly atMs: number; readonly text: string }
  /** Nothing is scheduled any more. */
  | { readonly kind: "cancel-check-in" };

/** Something for the person to see. */
export type CompanionShow =
  | { readonly kind: "notices"; readonly notices: readonly NoticeId[] }
  | { readonly kind: "understood"; readonly of: number; readonly estimate: Estimate }
  | { readonly kind: "plan"; readonly of: number; readonly plan: Plan }
  /** A checked sentence with the white space after it. */
  | { readonly kind: "reply-part"; readonly of: number; readonly text: string }
  | { readonly kind: "reply"; readonly of: number; readonly reply: Extract<Reply, { finished: true }> }
  | { readonly kind: "check-in"; readonly text: string }
  | { readonly kind: "life-question"; readonly text: string }
  | { readonly kind: "routine"; readonly routineId: string; readonly text: string }
  | { readonly kind: "memory-proposal"; readonly proposal: MemoryProposal };

/** What one event puts out: something to show, or work to do. */
export type CompanionOutput =
  | { readonly kind: "show"; readonly show: CompanionShow }
  | { readonly kind: "effect"; readonly effect: CompanionEffect };
