import type { Cast } from "../emotion/appraise.ts";
import type { Guest } from "./guests.ts";
import { guestsAtDusk } from "./guests.ts";
import type { Tea } from "./brew.ts";
import type { Tone } from "./tone.ts";
import english from "./tea-words.en.json" with { type: "json" };

/** The key of one text of the night; the same in both languages, by test. */
export type TeaWordKey = keyof typeof english;

/** One line of the night as it was told. */
export type TeaLine =
  /** A text of ours, shown in the language of the moment. */
  | { readonly kind: "told"; readonly seq: number; readonly key: TeaWordKey }
  /** What the keeper did, of the choices that were there. */
  | { readonly kind: "chosen"; readonly seq: number; readonly key: TeaWordKey }
  /** The player's own words. `tone` is missing until it could be told how they came across. */
  | {
      readonly kind: "said";
      readonly seq: number;
      readonly text: string;
      readonly tone?: Tone;
      /** Whether the player said themselves how it was meant. */
      readonly isMeant?: boolean;
    }
  /** A guest's answer in the words of a language model. */
  | { readonly kind: "worded"; readonly seq: number; readonly guest: Guest; readonly text: string }
  /** A line of a story that somebody wrote in ink. */
  | { readonly kind: "ink"; readonly seq: number; readonly text: string; readonly chosen?: boolean };

/** One cup that was served. */
export interface Cup {
  readonly guest: Guest;
  readonly tea: Tea;
  /** How well it was drawn, in [0, 1]. */
  readonly score: number;
  /** How much good it did, in [0, 1]. */
  readonly quality: number;
}

/** The moments of the night, and whose each is. */
export const MOMENTS = [
  { id: "lin-arrives", guest: "lin", choices: ["tomorrow", "lovely", "bus"] },
  { id: "bruno-grumbles", guest: "bruno", choices: ["mend", "hands", "clock"] },
  { id: "pim-snail", guest: "pim", choices: ["ask", "grandpa", "only"] },
  { id: "leaf", guest: "lin", choices: ["ask", "violin", "quiet"] },
  { id: "peg", guest: "bruno", choices: ["ask", "together", "wait"] },
  { id: "bus", guest: "pim", choices: ["play", "moss", "cup"] },
] as const satisfies readonly { id: string; guest: Guest; choices: readonly string[] }[];

/** A night in the tea house: plain data. */
export interface TeaNight {
  readonly cast: Cast;
  /** Whose moment it is, where a story in ink says so. */
  readonly guest?: Guest;
  /** Which of the moments it is; `MOMENTS.length` when the night is over. */
  readonly moment: number;
  /** First a cup is brewed, then there is talk. */
  readonly phase: "brewing" | "talking" | "over";
  /** Whether the player has said something in their own words in this moment. */
  readonly hasSpoken: boolean;
  /** Whether it is out who made the violin. */
  readonly leaf: "unknown" | "told" | "kept";
  readonly string: "whole" | "slipped" | "half" | "mended";
  readonly hasPlayed: boolean;
  readonly cups: readonly Cup[];
  readonly lines: readonly TeaLine[];
}

/** The night before anybody has come in. */
export function nightfall(): TeaNight {
  return {
    cast: guestsAtDusk(),
    moment: 0,
    phase: "brewing",
    hasSpoken: false,
    leaf: "unknown",
    string: "whole",
    hasPlayed: false,
    cups: [],
    lines: [],
  };
}

/** Whose moment it is; `undefined` when the night is over. */
export function guestOf(night: TeaNight): Guest | undefined {
  return night.guest ?? MOMENTS[night.moment]?.guest;
}
