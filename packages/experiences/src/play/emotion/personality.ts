import type { Pad } from "./pad.ts";

/**
 * A character's personality in the five factors, each on [-1, 1] with 0 for an ordinary person. It is a figure's,
 * written by an author; no personality is ever inferred for a player.
 */
export interface Personality {
  readonly openness: number;
  readonly conscientiousness: number;
  readonly extraversion: number;
  readonly agreeableness: number;
  readonly neuroticism: number;
}

/** An ordinary person: 0 on every factor. */
export const ORDINARY_PERSONALITY: Personality = {
  openness: 0,
  conscientiousness: 0,
  extraversion: 0,
  agreeableness: 0,
  neuroticism: 0,
};

/**
 * The mood that a character comes back to when nothing happens: Mehrabian's regression of the PAD temperaments on
 * the five factors.
 *
 * Mehrabian's fifth factor is emotional stability. Gebhard prints the same equations with "neuroticism" in its place
 * and gives an example that only comes out with stability = +0.4; so stability is -neuroticism here.
 *
 * Source: Mehrabian 1996, "Analysis of the Big-Five personality factors in terms of the PAD temperament model",
 * doi:10.1080/00049539608259510; as used by Gebhard 2005, section 4.2, doi:10.1145/1082473.1082478.
 *
 * @example
 * ```ts
 * import { defaultMood } from "@openempathic/experiences/play";
 *
 * const calm = { openness: 0.4, conscientiousness: 0.8, extraversion: 0.6, agreeableness: 0.3, neuroticism: -0.4 };
 * defaultMood(calm).dominance.toFixed(2); // => "0.50"
 * ```
 */
export function defaultMood(personality: Personality): Pad {
  const { openness, conscientiousness, extraversion, agreeableness } = personality;
  const stability = -personality.neuroticism;
  return {
    pleasure: 0.21 * extraversion + 0.59 * agreeableness + 0.19 * stability,
    arousal: 0.15 * openness + 0.3 * agreeableness - 0.57 * stability,
    dominance: 0.25 * openness + 0.17 * conscientiousness + 0.6 * extraversion - 0.32 * agreeableness,
  };
}
