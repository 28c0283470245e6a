import type { EmotionKind } from "./emotion-kind.ts";
import table from "./emotion-pad.json" with { type: "json" };

/**
 * A point of pleasure, arousal and dominance, each on [-1, 1] (Mehrabian 1996, "Pleasure-arousal-dominance: a general
 * framework for describing and measuring individual differences in temperament", doi:10.1007/BF02686918).
 */
export interface Pad {
  readonly pleasure: number;
  readonly arousal: number;
  readonly dominance: number;
}

// The cast is safe: a test holds the table against the list of kinds, both ways.
const TABLE = table.pad as unknown as Readonly<Record<EmotionKind, readonly [number, number, number]>>;

// Read once: looked up for every emotion of every character at every step.
const POINTS = Object.fromEntries(
  Object.entries(TABLE).map(([kind, [pleasure, arousal, dominance]]) => [
    kind,
    { pleasure, arousal, dominance },
  ]),
  // The cast is safe: the keys are those of the table.
) as Readonly<Record<EmotionKind, Pad>>;

/**
 * Where an emotion at its full intensity lies in pleasure, arousal and dominance.
 *
 * @returns the point of Gebhard (2005), table 2, doi:10.1145/1082473.1082478; for interest and disgust, which are not
 *   in it, that of Russell and Mehrabian (1977), doi:10.1016/0092-6566(77)90037-X
 *
 * @example
 * ```ts
 * import { padOf } from "@openempathic/experiences/play";
 *
 * padOf("relief").arousal; // => -0.3
 * ```
 */
export function padOf(kind: EmotionKind): Pad {
  return POINTS[kind];
}

/** The eight moods of the PAD space, by the signs of its three axes. */
export type MoodName =
  | "exuberant"
  | "dependent"
  | "relaxed"
  | "docile"
  | "bored"
  | "disdainful"
  | "anxious"
  | "hostile"
  | "neutral";

const NEUTRAL_LENGTH = 0.1;

/**
 * The name of a mood: the octant in which a point lies (Mehrabian 1996; Gebhard 2005, table 1).
 *
 * @returns "neutral" within 0.1 of the origin, where the signs say nothing (the distance is our choice)
 *
 * @example
 * ```ts
 * import { moodName } from "@openempathic/experiences/play";
 *
 * moodName({ pleasure: 0.38, arousal: -0.08, dominance: 0.5 }); // => "relaxed"
 * ```
 */
export function moodName({ pleasure, arousal, dominance }: Pad): MoodName {
  if (Math.hypot(pleasure, arousal, dominance) < NEUTRAL_LENGTH) return "neutral";
  if (pleasure >= 0) {
    if (arousal >= 0) return dominance >= 0 ? "exuberant" : "dependent";
    return dominance >= 0 ? "relaxed" : "docile";
  }
  if (arousal >= 0) return dominance >= 0 ? "hostile" : "anxious";
  return dominance >= 0 ? "disdainful" : "bored";
}

/** The point with each axis kept within [-1, 1]. */
export function clampPad({ pleasure, arousal, dominance }: Pad): Pad {
  return {
    pleasure: clampSigned(pleasure),
    arousal: clampSigned(arousal),
    dominance: clampSigned(dominance),
  };
}

function clampSigned(value: number): number {
  return Math.max(-1, Math.min(1, value));
}
