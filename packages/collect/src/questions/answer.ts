/** A stretch that somebody marked: start and end in the question's unit, end excluded, and what is in it. */
export interface Region {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** What was said: a word of the question, a step, a place, words, several options, stretches or samples. */
export type AnswerValue = string | number | readonly string[] | readonly number[] | readonly Region[];

/**
 * One person's answer to one question. Four ways of having no value are told apart, for they mean different things:
 * - "not-present": looked for and not there. A finding, and a zero where the scale has one.
 * - "cant-tell": looked for, and it could not be told. Says something about the clip.
 * - "skipped": the person chose not to answer. Says nothing about the clip.
 * - "not-asked": nobody put the question to this person. Says nothing at all.
 */
export type Answer =
  | { readonly kind: "value"; readonly value: AnswerValue }
  | { readonly kind: "not-present" }
  | { readonly kind: "cant-tell" }
  | { readonly kind: "skipped"; readonly reason: SkipReason }
  | { readonly kind: "not-asked" };

/** Why somebody would rather not answer. */
export const SKIP_REASONS = [
  "distressing",
  "unclear",
  "broken",
  "language",
  "knows-person",
  "other",
] as const;

export type SkipReason = (typeof SKIP_REASONS)[number];

/** Answers by the id of their question. A question that has none here was not asked. */
export type Answers = Readonly<Record<string, Answer>>;
