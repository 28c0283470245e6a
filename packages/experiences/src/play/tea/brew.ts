import { expressionOf } from "../emotion/express.ts";
import type { Character } from "../emotion/character.ts";
import type { Dials } from "../pacing/pacing.ts";

/** What can be brewed: one that calms, one that comforts, one that wakes. */
export type Tea = "lemon-balm" | "honey-milk" | "mint";

/** The teas, in the order of the shelf. */
export const TEAS: readonly Tea[] = ["lemon-balm", "honey-milk", "mint"];

/** One pot as it draws: when it is right, and for how long. Positions are shares of the time, in [0, 1]. */
export interface Brew {
  readonly durationMs: number;
  /** The middle of the time in which the tea is right. */
  readonly centre: number;
  readonly width: number;
  /** How much the wind makes the water move, in [0, 1]. */
  readonly gusts: number;
}

const SLOWEST_MS = 7_000;
const FASTEST_MS = 3_000;
const WIDEST = 0.34;
const NARROWEST = 0.1;

/**
 * How a pot draws at these dials: the harder, the shorter it is right; the faster, the sooner it is over; the tenser,
 * the more the wind is in it.
 *
 * @param chance in [0, 1): when in the second half the tea is right
 *
 * @example
 * ```ts
 * import { brewAt } from "@openempathic/experiences/play";
 *
 * brewAt({ difficulty: 0, pace: 0, tension: 0 }, 0.5); // => { durationMs: 7000, centre: 0.65, width: 0.34, gusts: 0 }
 * ```
 */
export function brewAt(dials: Dials, chance: number): Brew {
  return {
    durationMs: SLOWEST_MS + dials.pace * (FASTEST_MS - SLOWEST_MS),
    centre: 0.5 + 0.3 * chance,
    width: WIDEST + dials.difficulty * (NARROWEST - WIDEST),
    gusts: Math.max(0, dials.tension - 0.4) / 0.6,
  };
}

/**
 * How well a pot was met, in [0, 1]: 1 in the middle, 0.8 at the edge of the right time, falling to 0 a third of the
 * whole time beyond it.
 *
 * @example
 * ```ts
 * import { scoreBrew } from "@openempathic/experiences/play";
 *
 * scoreBrew({ durationMs: 5000, centre: 0.6, width: 0.2, gusts: 0 }, 0.6); // => 1
 * ```
 */
export function scoreBrew({ centre, width }: Brew, position: number): number {
  const away = Math.abs(position - centre);
  const half = width / 2;
  return away <= half ? 1 - 0.2 * (away / half) : Math.max(0, 0.8 * (1 - (away - half) / (1 / 3)));
}

/**
 * Which tea does somebody good, by how they look: lemon balm for those who are uneasy or too excited to sit, honey milk
 * for those who are low and quiet, mint for all others.
 */
export function teaFor(guest: Character): Tea {
  const { pleasure, arousal } = expressionOf(guest).pad;
  if (pleasure >= 0.15) return arousal >= 0.7 ? "lemon-balm" : "mint";
  return arousal >= 0.3 ? "lemon-balm" : "honey-milk";
}

const NEXT_BEST = 0.7;

/** How much good a cup does, in [0, 1]: how well it was drawn, and less where another tea would have been the one. */
export function cupQuality(guest: Character, tea: Tea, score: number): number {
  return score * (teaFor(guest) === tea ? 1 : NEXT_BEST);
}
