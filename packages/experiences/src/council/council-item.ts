import type { CategoryId } from "@openempathic/affect";
import type { AbsentPrompt, Bias, Lens, ValueName, ValueTaxonomy } from "./council-lists.ts";

/** What is to be decided. */
export interface Frame {
  readonly part: "frame";
  readonly question: string;
  readonly context: string;
  /** The day by which to decide, YYYY-MM-DD; absent: none. */
  readonly deadline?: string;
  /** Who decides, in the person's words. */
  readonly decider: string;
}

/** One way to go. The option `"nothing"`, doing nothing or waiting, is there in every council. */
export interface CouncilOption {
  readonly part: "option";
  readonly optionId: string;
  readonly title: string;
  readonly detail: string;
  /** What speaks for it and against it, one thing each. */
  readonly upsides: readonly string[];
  readonly downsides: readonly string[];
}

/** Somebody whom the decision touches. */
export interface Stakeholder {
  readonly part: "stakeholder";
  readonly stakeholderId: string;
  readonly name: string;
  /** Takes part in what happens, or is touched by it from afar (Value Sensitive Design). */
  readonly relation: "direct" | "indirect";
  /** Whether they can speak for themselves here. */
  readonly presence: "present" | "absent";
  readonly vulnerable: boolean;
  /** The prompt that brought them to mind, where one did. */
  readonly prompt?: AbsentPrompt;
}

/** On what a likely feeling rests: their own words, somebody's reading of their words, or nothing but a guess. */
export type ImpactBasis = "said" | "inferred-from-text" | "guessed";

/** How an option might feel to somebody. Never from their voice or face. */
export interface Impact {
  readonly part: "impact";
  readonly stakeholderId: string;
  readonly optionId: string;
  /** At most three. */
  readonly feelings: readonly CategoryId[];
  /** From unpleasant (-1) to pleasant (1); absent: not told. */
  readonly valence?: number;
  /** From calm (-1) to excited (1); absent: not told. */
  readonly arousal?: number;
  readonly basis: ImpactBasis;
  readonly sureness: "low" | "medium" | "high";
  /** The words it rests on; there unless it is guessed. */
  readonly evidence?: string;
  readonly note?: string;
}

/** A value that options uphold or hurt. */
export interface ValueNote {
  readonly part: "value";
  readonly taxonomy: ValueTaxonomy;
  readonly value: ValueName;
  readonly upheldBy: readonly string[];
  readonly hurtBy: readonly string[];
  readonly note?: string;
}

/**
 * How likely, in five bands without overlap: below 10 %, to 33 %, to 66 %, to 90 %, above.
 * Words after Mastrandrea et al. 2010, IPCC guidance note on uncertainties, table 1.
 */
export type LikelihoodBand =
  "very-unlikely" | "unlikely" | "about-as-likely-as-not" | "likely" | "very-likely" | "unknown";

/** What may follow from an option. */
export interface Consequence {
  readonly part: "consequence";
  readonly consequenceId: string;
  readonly optionId: string;
  readonly text: string;
  readonly likelihood: LikelihoodBand;
  readonly severity: "slight" | "moderate" | "grave" | "unknown";
  readonly reversibility: "easily" | "with-effort" | "never" | "unknown";
  readonly horizon: "days" | "months" | "years" | "generations" | "unknown";
}

/** An answer to one of the six lenses. */
export interface LensAnswer {
  readonly part: "lens";
  readonly lens: Lens;
  readonly text: string;
}

/** The option that the person leans to at the moment; `null`: to none. */
export interface Leaning {
  readonly part: "leaning";
  readonly optionId: string | null;
}

/** The strongest thing that can be said against an option. */
export interface Objection {
  readonly part: "objection";
  readonly optionId: string;
  readonly text: string;
}

/** Whether a habit of thought may be at work. */
export interface BiasCheck {
  readonly part: "bias";
  readonly bias: Bias;
  readonly applies: "yes" | "no" | "unsure";
  readonly note?: string;
}

/** The decision as one of the stakeholders might tell it. */
export interface PerspectiveFlip {
  readonly part: "flip";
  readonly stakeholderId: string;
  readonly text: string;
}

/** Something that is not known yet, and the answer once there is one. */
export interface OpenQuestion {
  readonly part: "question";
  readonly questionId: string;
  readonly text: string;
  readonly answer?: string;
}

/** The person's own reason, in their own words. */
export interface OwnReason {
  readonly part: "reason";
  readonly text: string;
}

/** What was chosen, or that it was put off. */
export interface Decision {
  readonly part: "decision";
  readonly choice:
    | { readonly kind: "chosen"; readonly optionId: string }
    | { readonly kind: "deferred"; readonly why: string; readonly untilDay?: string };
}

/** The day on which to look back, YYYY-MM-DD. */
export interface Revisit {
  readonly part: "revisit";
  readonly onDay: string;
}

/** What came of it. */
export interface Outcome {
  readonly part: "outcome";
  readonly outcomeId: string;
  readonly text: string;
  readonly asExpected: "yes" | "partly" | "no" | "unknown";
  readonly learned?: string;
}

/** One thing in the record of a decision. */
export type CouncilItem =
  | Frame
  | CouncilOption
  | Stakeholder
  | Impact
  | ValueNote
  | Consequence
  | LensAnswer
  | Leaning
  | Objection
  | BiasCheck
  | PerspectiveFlip
  | OpenQuestion
  | OwnReason
  | Decision
  | Revisit
  | Outcome;

/** What kind of thing it is. */
export type CouncilPart = CouncilItem["part"];

/** The id of doing nothing. */
export const NOTHING = "nothing";

/**
 * Where a thing stands in the record. Noting another with the same key adds a version to it; the earlier ones stay.
 *
 * @example
 * ```ts
 * import { keyOfItem } from "@openempathic/experiences/council";
 *
 * keyOfItem({ part: "lens", lens: "care", text: "Who needs us?" }); // => "lens.care"
 * ```
 */
export function keyOfItem(item: CouncilItem): string {
  switch (item.part) {
    case "frame":
    case "leaning":
    case "reason":
    case "decision":
    case "revisit":
      return item.part;
    case "option":
    case "objection":
      return `${item.part}.${item.optionId}`;
    case "stakeholder":
    case "flip":
      return `${item.part}.${item.stakeholderId}`;
    case "impact":
      return `impact.${item.stakeholderId}.${item.optionId}`;
    case "value":
      return `value.${item.value}`;
    case "consequence":
      return `consequence.${item.consequenceId}`;
    case "lens":
      return `lens.${item.lens}`;
    case "bias":
      return `bias.${item.bias}`;
    case "question":
      return `question.${item.questionId}`;
    case "outcome":
      return `outcome.${item.outcomeId}`;
  }
}

/** All words that a person wrote into a thing, for judging them and for measuring how much room it has. */
export function wordsOfItem(item: CouncilItem): readonly string[] {
  switch (item.part) {
    case "frame":
      return [item.question, item.context, item.decider];
    case "option":
      return [item.title, item.detail, ...item.upsides, ...item.downsides];
    case "stakeholder":
      return [item.name];
    case "impact":
      return [item.evidence ?? "", item.note ?? ""];
    case "value":
    case "bias":
      return [item.note ?? ""];
    case "consequence":
    case "lens":
    case "objection":
    case "flip":
    case "reason":
      return [item.text];
    case "question":
      return [item.text, item.answer ?? ""];
    case "decision":
      return item.choice.kind === "deferred" ? [item.choice.why] : [];
    case "outcome":
      return [item.text, item.learned ?? ""];
    case "leaning":
    case "revisit":
      return [];
  }
}
