import type { Estimate } from "@openempathic/affect";
import type { Permit } from "@openempathic/govern";

/** What an adapting game turns: how hard it is, how fast it goes, how much is at stake in its mood. */
export type Dial = "difficulty" | "pace" | "tension";

/** The dials, in the order in which they are shown. */
export const DIALS: readonly Dial[] = ["difficulty", "pace", "tension"];

/** A setting of all dials, each in [0, 1]. */
export type Dials = Readonly<Record<Dial, number>>;

/** How far a game lets each dial go: the lowest and the highest setting. */
export type DialBounds = Readonly<Record<Dial, readonly [lowest: number, highest: number]>>;

/** Something about the player that may turn a dial. */
export type PlayerSignal =
  /** They tried something: how well it went, and how much of the time allowed was left, both in [0, 1]. */
  | { readonly kind: "attempt"; readonly score: number; readonly timeLeft?: number }
  /**
   * What could be told from something they said, or from their voice or face. The last two count only with the permit
   * that `govern` gives for play; without it they are not looked at, and the log says so.
   */
  | { readonly kind: "estimate"; readonly estimate: Estimate; readonly permit?: Permit }
  /** Their own word about a dial. It is done at once and believed over everything else. */
  | { readonly kind: "report"; readonly dial: Dial; readonly wish: Wish }
  /** They set a dial by hand. */
  | { readonly kind: "set"; readonly dial: Dial; readonly value: number }
  /** They turn the adapting off or on. */
  | { readonly kind: "switch"; readonly on: boolean };

/** What a player says of a dial: turn it down, leave it, turn it up. */
export type Wish = "less" | "right" | "more";

/** Why a dial was turned, or why a signal was not used. */
export type PacingReason =
  | { readonly kind: "attempts"; readonly score: number }
  | { readonly kind: "words" }
  | { readonly kind: "voice" }
  | { readonly kind: "face" }
  | { readonly kind: "report"; readonly wish: Wish }
  | { readonly kind: "set" }
  | { readonly kind: "switch"; readonly on: boolean }
  /** A voice or face was there and was not looked at. */
  | { readonly kind: "not-permitted"; readonly modality: "voice" | "face" };

/** One line of the log: what was turned from where to where, when and why. */
export interface PacingEntry {
  readonly atMs: number;
  /** Absent where nothing was turned. */
  readonly turned?: { readonly dial: Dial; readonly from: number; readonly to: number };
  readonly because: PacingReason;
}

/** What an adapting game knows about its player, and all that it did with it: plain data. */
export interface PacingState {
  /** Whether it adapts at all. Off, the dials stand at `home` and nothing is reckoned. */
  readonly on: boolean;
  readonly bounds: DialBounds;
  /** Where the dials stand when nothing is adapted: as the game was written, or as the player set them. */
  readonly home: Dials;
  readonly dials: Dials;
  /** What speaks for turning each dial up (positive) or down, gathered since it was last turned. */
  readonly evidence: Dials;
  /** For how many more signals each dial is left alone, since the player said that it is right. */
  readonly held: Dials;
  /** Oldest first; the last 200. */
  readonly log: readonly PacingEntry[];
}

/** Room for a gentle game: never trivial, never out of reach. */
export const GENTLE_BOUNDS: DialBounds = { difficulty: [0.1, 0.9], pace: [0.15, 0.85], tension: [0, 0.8] };

const NOTHING: Dials = { difficulty: 0, pace: 0, tension: 0 };

/**
 * Pacing before anything is known of the player.
 *
 * @param home where the dials stand at first, in [0, 1]; what is outside the bounds is brought to their edge
 *
 * @example
 * ```ts
 * import { beginPacing } from "@openempathic/experiences/play";
 *
 * beginPacing({ difficulty: 0.4, pace: 0.4, tension: 0.3 }).dials.pace; // => 0.4
 * ```
 */
export function beginPacing(home: Dials, bounds: DialBounds = GENTLE_BOUNDS): PacingState {
  const within: Dials = {
    difficulty: withinBounds(bounds, "difficulty", home.difficulty),
    pace: withinBounds(bounds, "pace", home.pace),
    tension: withinBounds(bounds, "tension", home.tension),
  };
  return { on: true, bounds, home: within, dials: within, evidence: NOTHING, held: NOTHING, log: [] };
}

/** The setting, or the bound that it is beyond. */
export function withinBounds(bounds: DialBounds, dial: Dial, value: number): number {
  const [lowest, highest] = bounds[dial];
  return Math.max(lowest, Math.min(highest, value));
}
