/**
 * A rung of the crisis conversation. For the writer: ask directly, then plan, means, what stands in the way of
 * help, a trusted person, what has helped before, a small plan, and staying in touch. The others are for danger
 * right now, for a worry about somebody else, and for a threat to somebody else.
 */
export type CrisisStep =
  | "ask" | "plan" | "means" | "barriers" | "trusted" | "coping" | "safety-plan"
  | "now" | "now-called" | "now-away"
  | "friend" | "friend-near" | "friend-means" | "friend-you"
  | "threat" | "threat-before" | "threat-person" | "threat-later"; // prettier-ignore

/** How the person answered the last question. */
export type CrisisAnswerKind =
  "yes" | "no" | "unsure" | "relief" | "safe" | "refuses-help" | "nobody" | "misread" | "other";

/** One rung's words. `question` is asked once in a conversation, and marks the rung as done. */
export interface StepWords {
  /** What stands before the question. `{emergency}` is filled in. */
  readonly before: readonly string[];
  readonly question: string;
}

/** Everything that the crisis answer says in one language. */
export interface CrisisWords {
  readonly steps: Readonly<Record<CrisisStep, StepWords>>;
  /** What a first answer opens with, by whom it is about. */
  readonly opening: Readonly<Record<"self" | "explicit" | "now" | "friend" | "threat", string>>;
  /** Answers to how the person answered; those for a rung come first. */
  readonly met: Readonly<Partial<Record<`${CrisisStep}:${CrisisAnswerKind}`, string>>>;
  readonly metAny: Readonly<Record<CrisisAnswerKind, readonly string[]>>;
  /** Asked of somebody who says that it has become easier. */
  readonly relieved: readonly string[];
  /** Once the rungs are done: staying in touch. */
  readonly staying: readonly string[];
  readonly farewell: string;
  readonly resourcesIntro: string;
  readonly friendResourcesIntro: string;
  /** Said once below the lines of help: on which day they were compared. Nobody called them. */
  readonly compared: (date: string) => string;
  readonly emergencyUnknown: string;
  readonly askCountry: string;
  readonly notAPerson: string;
}
