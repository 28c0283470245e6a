import type { Cast } from "../emotion/appraise.ts";
import { makeCast } from "../emotion/cast.ts";
import type { CharacterFields } from "../emotion/character.ts";

/** Who waits in the tea house. */
export type Guest = "lin" | "bruno" | "pim";

/** The guests, in the order in which they sit. */
export const GUESTS: readonly Guest[] = ["lin", "bruno", "pim"];

/** The player, as the guests know them. */
export const KEEPER = "keeper";

/** A night of about five minutes: feelings last for some thirty seconds, moods for a few of its moments. */
const TEMPER = { emotionHalfLifeMs: 30_000, moodHalfLifeMs: 120_000, bonding: 0.35 };

const WARM = { likelihood: 0.3, recurring: true };

const FIELDS: readonly (CharacterFields & { readonly id: Guest })[] = [
  {
    // A violinist on her way to an audition: open, thorough, easily shaken.
    id: "lin",
    personality: {
      openness: 0.7,
      conscientiousness: 0.5,
      extraversion: -0.2,
      agreeableness: 0.4,
      neuroticism: 0.5,
    },
    goals: {
      "lin-warm": { utility: 0.4, ...WARM },
      "lin-heard": { utility: 0.6, likelihood: 0.4 },
      "lin-ready": { utility: 0.9, likelihood: 0.4 },
    },
    relations: { keeper: 0.1, bruno: -0.1, pim: 0.2 },
    temper: TEMPER,
  },
  {
    // An old violin maker whose hands tremble: thorough, withdrawn, gruff to those he does not know.
    id: "bruno",
    personality: {
      openness: -0.1,
      conscientiousness: 0.6,
      extraversion: -0.5,
      agreeableness: -0.1,
      neuroticism: 0.2,
    },
    goals: {
      "bruno-warm": { utility: 0.3, ...WARM },
      "bruno-heard": { utility: 0.5, likelihood: 0.3 },
      "bruno-needed": { utility: 0.9, likelihood: 0.25 },
    },
    relations: { keeper: 0, lin: 0, pim: 0.8 },
    temper: TEMPER,
  },
  {
    // His granddaughter, nine, with a snail: open, sunny, and she sees everything.
    id: "pim",
    personality: {
      openness: 0.9,
      conscientiousness: -0.2,
      extraversion: 0.6,
      agreeableness: 0.5,
      neuroticism: 0,
    },
    goals: {
      "pim-warm": { utility: 0.3, ...WARM },
      "pim-heard": { utility: 0.5, likelihood: 0.5 },
      "pim-moss": { utility: 0.8, likelihood: 0.5 },
      "pim-grandpa": { utility: 0.8, likelihood: 0.3 },
    },
    relations: { keeper: 0.3, lin: 0.3, bruno: 0.9 },
    temper: TEMPER,
  },
];

/** The guests as they come in. */
export function guestsAtDusk(): Cast {
  return makeCast(FIELDS);
}
