import type { Character } from "./character.ts";
import type { EmotionKind } from "./emotion-kind.ts";
import { clampPad, moodName } from "./pad.ts";
import type { MoodName, Pad } from "./pad.ts";
import { pullOf } from "./pass-time.ts";

/** An emotion as it shows: how strong, in [0, 1], and towards whom. */
export interface ShownEmotion {
  readonly kind: EmotionKind;
  readonly intensity: number;
  readonly toward?: string;
}

/** What can be seen of a character: for a face, a voice, a line of text. */
export interface Expression {
  /** Mood and emotions together, each axis on [-1, 1]: what a face is drawn from. */
  readonly pad: Pad;
  readonly mood: { readonly name: MoodName; readonly pad: Pad };
  /** Strongest first; nothing below the threshold. */
  readonly emotions: readonly ShownEmotion[];
}

// A tenth of the scale: less than that nobody would see (our choice).
const SHOWN_FROM = 0.1;

/**
 * What can be seen of a character now.
 *
 * @param shownFrom emotions weaker than this, in [0, 1], stay inside; 0.1 unless told
 *
 * @example
 * ```ts
 * import { appraise, expressionOf, makeCharacter } from "@openempathic/experiences/play";
 *
 * const lin = makeCharacter({ id: "lin", goals: { play: 1 } });
 * const told = appraise({ lin }, { consequences: [{ kind: "goal", goal: "play", likelihood: 0.1 }] });
 * expressionOf(told["lin"] ?? lin).emotions; // => [{ kind: "fear", intensity: 0.4 }]
 * ```
 */
export function expressionOf(character: Character, shownFrom = SHOWN_FROM): Expression {
  const { mood, emotions } = character;
  const pull = pullOf(emotions);
  return {
    pad: clampPad({
      pleasure: mood.pleasure + pull.pleasure,
      arousal: mood.arousal + pull.arousal,
      dominance: mood.dominance + pull.dominance,
    }),
    mood: { name: moodName(mood), pad: clampPad(mood) },
    emotions: emotions
      .map(({ kind, amount, toward }) => ({
        kind,
        intensity: Math.min(1, amount),
        ...(toward === undefined ? {} : { toward }),
      }))
      .filter(({ intensity }) => intensity >= shownFrom)
      .toSorted((a, b) => b.intensity - a.intensity),
  };
}
