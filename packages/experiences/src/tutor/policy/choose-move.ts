import type { FeelingReading } from "../feeling/feeling-reading.ts";
import type { LearningFeeling } from "../feeling/learning-feeling.ts";

/** What the tutor does after an act at a task. */
export type Move =
  | "go-on" // the task is done
  | "try-again" // no more is said than that it is not right yet
  | "let-work" // confusion is left to do its work
  | "hint" // the next step of the ladder is shown
  | "another-task" // another one is offered in place of this
  | "solution"; // the way is shown, and the task is over

/** Why, so that it can be told to the learner. */
export type MoveReason =
  | "right"
  | "first-try"
  | "confusion-works"
  | "confusion-long"
  | "frustrated"
  | "bored"
  | "many-tries"
  | "ladder-ended"
  | "asked";

/** A move, its reason, and the feeling that it rests on, where it rests on one. */
export interface ChosenMove {
  readonly move: Move;
  readonly why: MoveReason;
  readonly feeling?: FeelingReading;
}

/** What a move is chosen from. */
export interface MoveInput {
  readonly reading: FeelingReading;
  /** Whether the task was answered right. */
  readonly isRight: boolean;
  /** Wrong answers at this task. */
  readonly tries: number;
  readonly hintsLeft: number;
}

/** So long confusion may work by itself; then it threatens to turn into frustration. */
const CONFUSION_TRIES = 3;
/** Without a feeling to go by, help comes after so many wrong answers. */
const TRIES_BEFORE_HELP = 2;

/**
 * Chooses what to do after an act at a task. Confusion that works is left alone, since it leads to deeper learning when
 * it is resolved (D'Mello, Lehman, Pekrun and Graesser 2014, doi:10.1016/j.learninstruc.2012.05.003); frustration gets
 * the next step of the hint ladder, boredom the offer of another task. Where nothing is known of the feeling, tries
 * alone decide.
 *
 * @example
 * ```ts
 * import { chooseMove } from "@openempathic/experiences/tutor";
 *
 * const reading = { kind: "said", feeling: "confused" } as const;
 * chooseMove({ reading, isRight: false, tries: 1, hintsLeft: 3 }).move; // => "let-work"
 * ```
 */
export function chooseMove({ reading, isRight, tries, hintsLeft }: MoveInput): ChosenMove {
  const feeling = feelingOf(reading);
  const because = (move: Move, why: MoveReason): ChosenMove => ({ move, why, feeling: reading });
  if (isRight)
    return feeling === "bored" ? because("another-task", "bored") : { move: "go-on", why: "right" };
  const helped = (why: MoveReason): ChosenMove =>
    hintsLeft > 0 ? because("hint", why) : because("solution", "ladder-ended");
  switch (feeling) {
    case "frustrated":
      return helped("frustrated");
    case "bored":
      return because("another-task", "bored");
    case "confused":
      return tries < CONFUSION_TRIES ? because("let-work", "confusion-works") : helped("confusion-long");
    case "engaged":
    case undefined: {
      if (tries < TRIES_BEFORE_HELP) return { move: "try-again", why: "first-try" };
      return hintsLeft > 0 ? { move: "hint", why: "many-tries" } : { move: "solution", why: "ladder-ended" };
    }
  }
}

function feelingOf(reading: FeelingReading): LearningFeeling | undefined {
  return reading.kind === "unknown" ? undefined : reading.feeling;
}

/** What is praised: always something that the person did, never what they are. */
export type Praise = "kept-trying" | "used-help" | "took-time";

/** The effort in a right answer; `undefined` where there was none to speak of, since empty praise helps nobody. */
export function praiseFor(effort: {
  readonly tries: number;
  readonly hints: number;
  readonly wasSlow: boolean;
}): Praise | undefined {
  if (effort.tries >= 1) return "kept-trying";
  if (effort.hints > 0) return "used-help";
  return effort.wasSlow ? "took-time" : undefined;
}
