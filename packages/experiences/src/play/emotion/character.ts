import type { EmotionKind } from "./emotion-kind.ts";
import type { Pad } from "./pad.ts";
import { defaultMood, ORDINARY_PERSONALITY } from "./personality.ts";
import type { Personality } from "./personality.ts";

/** Something that a character wants or dreads, and how likely they think it is. */
export interface Goal {
  /** How much it matters, on [-1, 1]: positive for what they want, negative for what they dread. */
  readonly utility: number;
  /** How likely they think it is, in [0, 1]: 0.5 is open, 1 has happened, 0 will not happen. */
  readonly likelihood: number;
  /** Whether it can come and go (being warm). Otherwise it is settled once its likelihood is 0 or 1. */
  readonly recurring?: boolean;
}

/** Something that a character holds for more or less likely, and what it means for their goals. */
export interface Belief {
  /** In [0, 1]: 0 is refuted, 0.5 says nothing, 1 is certain. */
  readonly likelihood: number;
  /** For each goal how far this speaks for it (to 1) or against it (to -1). */
  readonly bearsOn: Readonly<Record<string, number>>;
}

/** An emotion as it is carried: how much of it is left, and towards whom it is. */
export interface CarriedEmotion {
  readonly kind: EmotionKind;
  /** Above 0; what is above 1 is felt as 1 and only lasts longer. */
  readonly amount: number;
  /** The character or thing that it is about; absent where it is about nobody. */
  readonly toward?: string;
}

/** How fast a character's feelings change. */
export interface Temper {
  /** After this time half of an emotion is left. */
  readonly emotionHalfLifeMs: number;
  /** After this time a mood is half-way back to where it belongs. */
  readonly moodHalfLifeMs: number;
  /** How far one full emotion towards somebody moves the relation to them, in [0, 1]; 0 keeps relations fixed. */
  readonly bonding: number;
}

/** Emotions last for about a minute, a mood for some twenty (Gebhard 2005, section 4); relations stay as written. */
export const ORDINARY_TEMPER: Temper = { emotionHalfLifeMs: 15_000, moodHalfLifeMs: 240_000, bonding: 0 };

/** A figure in a story with all that is felt: plain data, the same after a trip through JSON. */
export interface Character {
  readonly id: string;
  readonly personality: Personality;
  readonly temper: Temper;
  readonly goals: Readonly<Record<string, Goal>>;
  readonly beliefs: Readonly<Record<string, Belief>>;
  /** For each other character how much they are liked, on [-1, 1]; a missing one is nobody special. */
  readonly relations: Readonly<Record<string, number>>;
  /** Things and places that they have known for long: how much they are liked, on [-1, 1]. */
  readonly attitudes: Readonly<Record<string, number>>;
  readonly emotions: readonly CarriedEmotion[];
  /** Not clamped: `expressionOf` shows it within [-1, 1]. */
  readonly mood: Pad;
}

/** What a character is made of; everything but the id may be left out. */
export type CharacterFields = Pick<Character, "id"> &
  Partial<Omit<Character, "goals" | "temper">> & {
    readonly temper?: Partial<Temper>;
    /** A number is short for `{ utility, likelihood: 0.5 }`. */
    readonly goals?: Readonly<Record<string, Goal | number>>;
  };

/**
 * A character as a writer describes them, in the mood that goes with their personality.
 *
 * @throws RangeError where a number is outside its range
 *
 * @example
 * ```ts
 * import { makeCharacter } from "@openempathic/experiences/play";
 *
 * makeCharacter({ id: "lin", goals: { "play tomorrow": 0.9 } }).goals["play tomorrow"]?.likelihood; // => 0.5
 * ```
 */
export function makeCharacter(fields: CharacterFields): Character {
  const personality = fields.personality ?? ORDINARY_PERSONALITY;
  const character: Character = {
    id: fields.id,
    personality,
    temper: { ...ORDINARY_TEMPER, ...fields.temper },
    goals: Object.fromEntries(
      Object.entries(fields.goals ?? {}).map(([id, goal]) => [
        id,
        typeof goal === "number" ? { utility: goal, likelihood: 0.5 } : goal,
      ]),
    ),
    beliefs: fields.beliefs ?? {},
    relations: fields.relations ?? {},
    attitudes: fields.attitudes ?? {},
    emotions: fields.emotions ?? [],
    mood: fields.mood ?? defaultMood(personality),
  };
  requireRanges(character);
  return character;
}

function requireRanges({ id, personality, temper, goals, beliefs, relations, attitudes }: Character): void {
  const within = (field: string, value: number, low: number): void => {
    if (value >= low && value <= 1) return;
    throw new RangeError(`makeCharacter needs ${field} of ${id} in [${low}, 1]; it got ${String(value)}`);
  };
  for (const [factor, value] of Object.entries(personality)) within(factor, value as number, -1);
  for (const [goal, { utility, likelihood }] of Object.entries(goals)) {
    within(`the utility of ${goal}`, utility, -1);
    within(`the likelihood of ${goal}`, likelihood, 0);
  }
  for (const [belief, { likelihood, bearsOn }] of Object.entries(beliefs)) {
    within(`the likelihood of ${belief}`, likelihood, 0);
    for (const weight of Object.values(bearsOn)) within(`what ${belief} bears on`, weight, -1);
  }
  for (const [other, liking] of Object.entries(relations)) within(`the relation to ${other}`, liking, -1);
  for (const [thing, liking] of Object.entries(attitudes)) within(`the attitude to ${thing}`, liking, -1);
  within("the bonding", temper.bonding, 0);
  if (!(temper.emotionHalfLifeMs > 0 && temper.moodHalfLifeMs > 0)) {
    throw new RangeError(
      `makeCharacter needs half-lives of ${id} above 0 ms; it got ${JSON.stringify(temper)}`,
    );
  }
}
