import type { Consequence, Impact, ImpactBasis } from "./council-item.ts";
import type { AbsentPrompt, Bias, Lens, Stance, ValueName, ValueTaxonomy } from "./council-lists.ts";

/** A thing's name and the question or sentence that goes with it. */
export interface NamedWords {
  readonly name: string;
  readonly text: string;
}

/** Every word that a council shows and that does not come from the person: for the page and for the record on paper. */
export interface CouncilWords {
  readonly doingNothing: string;
  readonly lenses: Readonly<Record<Lens, NamedWords>>;
  readonly biases: Readonly<Record<Bias, NamedWords>>;
  readonly absent: Readonly<Record<AbsentPrompt, NamedWords>>;
  readonly taxonomies: Readonly<Record<ValueTaxonomy, string>>;
  readonly values: Readonly<Record<ValueName, NamedWords>>;
  readonly stances: Readonly<Record<Stance, string>>;
  readonly bases: Readonly<Record<ImpactBasis, string>>;
  readonly sureness: Readonly<Record<Impact["sureness"], string>>;
  readonly likelihood: Readonly<Record<Consequence["likelihood"], string>>;
  readonly severity: Readonly<Record<Consequence["severity"], string>>;
  readonly reversibility: Readonly<Record<Consequence["reversibility"], string>>;
  readonly horizon: Readonly<Record<Consequence["horizon"], string>>;
  readonly applies: Readonly<Record<"yes" | "no" | "unsure", string>>;
  readonly asExpected: Readonly<Record<"yes" | "partly" | "no" | "unknown", string>>;
  readonly valence: readonly [string, string, string, string, string];
  /** Headings and short words of the record on paper. */
  readonly record: Readonly<Record<RecordWord, string>>;
  /** Questions that find an objection, for when no language model is connected. */
  readonly objectionQuestions: readonly string[];
}

/** Headings and short words of the record on paper. */
export type RecordWord =
  | "title"
  | "noVerdict"
  | "decider"
  | "deadline"
  | "options"
  | "upsides"
  | "downsides"
  | "stakeholders"
  | "direct"
  | "indirect"
  | "present"
  | "absent"
  | "vulnerable"
  | "feelings"
  | "evidence"
  | "values"
  | "upheldBy"
  | "hurtBy"
  | "consequences"
  | "lenses"
  | "objections"
  | "biases"
  | "flips"
  | "questions"
  | "answer"
  | "others"
  | "othersLead"
  | "leaning"
  | "leaningNone"
  | "reason"
  | "decision"
  | "chosen"
  | "deferred"
  | "until"
  | "open"
  | "revisit"
  | "outcome"
  | "learned"
  | "crossedOut"
  | "earlier"
  | "setAside"
  | "fingerprint"
  | "fingerprintLead"
  | "nothingNoted"
  | "machineGuess"
  | "referral";
