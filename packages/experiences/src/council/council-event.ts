import type { RiskLevel, ShownResource } from "@openempathic/govern";
import type { ReferralField } from "@openempathic/respond";
import type { FramePersonEvent, FramePlatformEvent, Stamp } from "../session/session-event.ts";
import type { CouncilItem } from "./council-item.ts";
import type { Lens, Stance, ValueName } from "./council-lists.ts";

/** What one person says about the options. */
export interface CouncilAnswer {
  /** How each option sits with them, by option; one that is missing was not answered. */
  readonly stances: Readonly<Record<string, Stance>>;
  /** The option they lean to; `null`: none. */
  readonly leaning: string | null;
  /** At most three values that weigh most. */
  readonly values: readonly ValueName[];
  /** Whom they worry about most, by stakeholder. */
  readonly worriedFor?: string;
  readonly reason: string;
  /** The strongest thing against what they lean to. */
  readonly objection?: string;
}

/** What a model or a built-in list can be asked for. */
export type SuggestionTopic =
  | { readonly kind: "stakeholders" }
  | { readonly kind: "objection"; readonly optionId: string }
  | { readonly kind: "lens"; readonly lens: Lens };

/** A machine's guess. It is in the record only if the person takes it. */
export interface Suggestion {
  readonly suggestionId: string;
  readonly text: string;
  /** Why it may matter, in a sentence. */
  readonly why?: string;
}

/** What was noticed in words that somebody wrote. */
export type CareFinding =
  /** Harm behind somebody's back, or a threat: not helped with, and set aside. */
  | { readonly kind: "harm"; readonly words: string; readonly threat: boolean }
  /** The writer may be in danger: the scripted answer with checked lines of help, verbatim. */
  | {
      readonly kind: "crisis";
      readonly level: RiskLevel;
      readonly text: string;
      readonly resources: readonly ShownResource[];
    }
  /** A matter for somebody trained. */
  | { readonly kind: "referral"; readonly field: ReferralField; readonly word: string };

/** An answer of the first round as its writer and the server know it. */
export interface OpenFirstAnswer {
  readonly by: string;
  readonly answer: CouncilAnswer;
  /** 32 hex digits, random, so that nobody can try out answers against the seal. */
  readonly salt: string;
}

/** The same answer as everybody else sees it before the round ends: that there is one, and a seal on who and what. */
export interface AnswerSeal {
  /** SHA-256 of the member and a salt. */
  readonly who: string;
  /** SHA-256 of the answer and another salt. */
  readonly what: string;
}

/** An answer of the first round once the round has ended: what was said, never by whom. */
export interface RevealedAnswer {
  readonly what: string;
  /** Absent once its writer had it deleted; the seal stays. */
  readonly opened?: { readonly answer: CouncilAnswer; readonly answerSalt: string };
}

/** Events that a person's own act makes. All but the answers are the host's alone. */
export type CouncilPersonEvent =
  | FramePersonEvent
  | { readonly kind: "noted"; readonly item: CouncilItem; readonly from?: string }
  | { readonly kind: "withdrawn"; readonly key: string }
  | { readonly kind: "suggestion-asked"; readonly topic: SuggestionTopic }
  | { readonly kind: "suggestion-declined"; readonly suggestionId: string }
  /** The first round begins: it ends when this many have answered, or when the host ends it. */
  | { readonly kind: "round-opened"; readonly expected: number }
  | { readonly kind: "round-closed" }
  | { readonly kind: "first-answered"; readonly answer: CouncilAnswer; readonly salt: string }
  /** What somebody says after having seen where all differ; under their name. */
  | { readonly kind: "answered-again"; readonly answer: CouncilAnswer; readonly salt: string };

/** Events that the platform adds. `by` is put in by the server: "m1" is the host. */
export type CouncilPlatformEvent =
  | FramePlatformEvent
  | { readonly kind: "joined"; readonly by: string; readonly name?: string }
  /** Somebody had their words deleted and takes part no longer. */
  | {
      readonly kind: "left";
      readonly by: string;
      /** The seal on what they answered in a first round that was still going on: it is waited for and shown no more. */
      readonly sealed?: string;
    }
  | { readonly kind: "care-judged"; readonly of: number; readonly findings: readonly CareFinding[] }
  | {
      readonly kind: "suggested";
      readonly of: number;
      readonly source: "language-model" | "built-in";
      readonly suggestions: readonly Suggestion[];
      /** Set when a language model was asked and could not answer, in a sentence. */
      readonly modelTrouble?: string;
    }
  | { readonly kind: "round-revealed"; readonly answers: readonly RevealedAnswer[] };

/** A person's event as it is stored: with the member it is from; the host's may lack it. */
export type StoredPersonEvent =
  | Exclude<CouncilPersonEvent, { readonly kind: "first-answered" | "answered-again" }>
  | ({ readonly kind: "first-answered" } & OpenFirstAnswer)
  /** The same as everybody but its writer and the server sees it. */
  | { readonly kind: "first-answer-sealed"; readonly seal: AnswerSeal }
  | {
      readonly kind: "answered-again";
      readonly by: string;
      readonly answer: CouncilAnswer;
      readonly salt: string;
    }
  /** What is left of it once its writer had it deleted. */
  | { readonly kind: "later-answer-deleted"; readonly by: string; readonly what: string }
  /** Stands where an event is that made no sense when it came. */
  | { readonly kind: "void" };

/** One stored event of a council. */
export type CouncilEvent = Stamp & (StoredPersonEvent | CouncilPlatformEvent);
