import type { SoundscapeKind, TechniqueId } from "../calm-lists.ts";
import { CALM_SCRIPT_SCHEMA } from "../script/calm-script.ts";
import type { CalmScript } from "../script/calm-script.ts";
import { techniqueById, techniqueText, whyText } from "../technique/techniques.ts";
import { chooseTechnique } from "./choose-technique.ts";
import type { CalmReason, TechniqueWish } from "./choose-technique.ts";
import { fitSegments } from "./fit-segments.ts";
import type { SegmentFit } from "./fit-segments.ts";

type Breathing = Pick<SegmentFit, "gentle" | "holds" | "withoutBreath">;

/** What somebody likes; what is missing is as in the comment. */
export interface CalmTaste {
  /** "rain". */
  readonly soundscape?: SoundscapeKind;
  /** How loud the background is, from 0 to 1; 0.5. */
  readonly level?: number;
  /** Bells at the beginning and the end; yes, but none in a wind-down. */
  readonly bells?: boolean;
  /** A soft sound that swells with each guided breath; yes. */
  readonly breathSound?: boolean;
  /** Short held breaths; no. Nobody is asked to hold their breath unless they asked for it. */
  readonly holds?: boolean;
}

/** What an exercise is composed from. */
export interface CalmWish extends TechniqueWish {
  readonly taste?: CalmTaste;
  /** Any integer; it decides the drops of the rain and nothing else. 1 unless told. */
  readonly seed?: number;
}

/** An exercise for one person, with every reason. */
export interface ComposedCalm {
  readonly script: CalmScript;
  readonly why: readonly CalmReason[];
  /** What else would do, best first. */
  readonly others: readonly TechniqueId[];
}

const FADE_OUT_SECONDS = 6;
const SLEEP_FADE_OUT_SECONDS = 90;

/**
 * Composes an exercise for a person's state, time and taste, and says why it is as it is. It lasts exactly as long
 * as they asked for, where the technique allows that; else as near to it as it can, and says so.
 *
 * @throws {RangeError} where minutes are not above 0.
 * @example
 * ```ts
 * import { composeCalm } from "@openempathic/experiences/calm";
 *
 * const { script, why } = composeCalm({ language: "en", minutes: 3, aim: "settle" });
 * script.technique; // => "paced-breathing"
 * why.map(({ kind }) => kind); // => ["aim-settle", "left-short", "no-holds"]
 * ```
 */
export function composeCalm(wish: CalmWish): ComposedCalm {
  if (!(wish.minutes > 0)) throw new RangeError(`composeCalm needs minutes above 0, got ${wish.minutes}`);
  const { technique, why, others } = chooseTechnique(wish);
  const { minMinutes, maxMinutes } = techniqueById(technique);
  const minutes = Math.min(Math.max(wish.minutes, minMinutes), maxMinutes);
  const { language, taste = {} } = wish;
  const fit = { technique, language, minutes, ...breathing(wish, technique), bells: taste.bells ?? true };
  const segments = fitSegments(fit);
  const breathes = segments.some(({ kind }) => kind === "breath");
  const script: CalmScript = {
    schema: CALM_SCRIPT_SCHEMA,
    technique,
    language,
    title: techniqueText(technique, language).title,
    soundscape: { kind: taste.soundscape ?? "rain", level: taste.level ?? 0.5, seed: wish.seed ?? 1 },
    breathSound: taste.breathSound ?? true,
    fadeOutSeconds: technique === "sleep-wind-down" ? SLEEP_FADE_OUT_SECONDS : FADE_OUT_SECONDS,
    segments,
  };
  const notes: string[] = [];
  if (minutes > wish.minutes) notes.push("longer");
  if (minutes < wish.minutes) notes.push("shorter");
  if (fit.withoutBreath && technique === "sleep-wind-down") notes.push("no-breath");
  if (breathes && fit.gentle) notes.push("gentle");
  if (breathes) notes.push(fit.holds ? "holds" : "no-holds");
  const noted = notes.map((kind) => ({ kind, text: whyText(kind, language, { minutes }) }));
  return { script, why: [...why, ...noted], others };
}

/** How breath is guided for this person. Held breaths are for those who asked and ticked nothing against them. */
function breathing({ cautions = [], taste = {} }: CalmWish, technique: TechniqueId): Breathing {
  const gentle = cautions.includes("lung-or-heart");
  const uneasy = cautions.includes("breath-unease");
  // Somebody who chose paced breathing in spite of it gets what they chose.
  const withoutBreath = uneasy && technique !== "paced-breathing";
  return { gentle, withoutBreath, holds: taste.holds === true && !gentle && !uneasy };
}
