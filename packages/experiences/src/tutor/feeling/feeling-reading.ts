import { LEARNING_FEELINGS } from "./learning-feeling.ts";
import type { ByFeeling, LearningFeeling } from "./learning-feeling.ts";

/** What a session knows of how learning feels. */
export interface FeelingTrace {
  /** How probable each feeling is; sums to 1. */
  readonly belief: ByFeeling;
  /** How many things were seen that say something: answers, hints, words. */
  readonly seen: number;
  /** What the person last said themselves, until some acts have passed. */
  readonly said?: { readonly feeling: LearningFeeling; readonly actsSince: number };
}

/** How learning seems to feel: said by the person, guessed with how sure, or not known with the reason. */
export type FeelingReading =
  | { readonly kind: "said"; readonly feeling: LearningFeeling }
  | { readonly kind: "guessed"; readonly feeling: LearningFeeling; readonly sure: number }
  | { readonly kind: "unknown"; readonly why: "early" | "unclear" | "off" };

/** Before so much was seen, nothing is guessed. */
const SEEN_ENOUGH = 3;
/** A feeling is only guessed where it is more probable than all others together. */
const SURE_ENOUGH = 0.5;
/** What a person says of themselves holds for so many acts. */
export const SAID_HOLDS = 3;

/**
 * How learning seems to feel now. What the person said wins, for as long as it is about now; else a guess, with its
 * probability; and none early on, or where no feeling stands out.
 */
export function readFeeling(trace: FeelingTrace): FeelingReading {
  if (trace.said !== undefined) return { kind: "said", feeling: trace.said.feeling };
  if (trace.seen < SEEN_ENOUGH) return { kind: "unknown", why: "early" };
  const best = LEARNING_FEELINGS.reduce((top, each) => (trace.belief[each] > trace.belief[top] ? each : top));
  const sure = trace.belief[best];
  return sure < SURE_ENOUGH ? { kind: "unknown", why: "unclear" } : { kind: "guessed", feeling: best, sure };
}
