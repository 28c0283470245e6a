import type { CarriedEmotion, Character } from "./character.ts";
import type { EmotionKind } from "./emotion-kind.ts";

/** The emotions that move a relation, and which way. */
const BONDS: Readonly<Partial<Record<EmotionKind, 1 | -1>>> = {
  gratitude: 1,
  admiration: 1,
  "happy-for": 1,
  anger: -1,
  reproach: -1,
};

/**
 * A character with more feelings: equal ones (same kind, towards the same) add up, and those towards somebody move the
 * relation to them by a share of what is left to the end of the scale (the idea: Ochs, Sabouret and Corruble 2009,
 * doi:10.1109/TCIAIG.2009.2036247; the rule is ours).
 */
export function carry(character: Character, more: readonly CarriedEmotion[]): Character {
  if (more.length === 0) return character;
  const emotions = [...character.emotions];
  for (const emotion of more) {
    const index = emotions.findIndex(
      ({ kind, toward }) => kind === emotion.kind && toward === emotion.toward,
    );
    const held = emotions[index];
    if (held === undefined) emotions.push(emotion);
    else emotions[index] = { ...held, amount: held.amount + emotion.amount };
  }
  return { ...character, emotions, relations: relationsAfter(character, more) };
}

function relationsAfter(
  { relations, temper }: Character,
  more: readonly CarriedEmotion[],
): Character["relations"] {
  if (temper.bonding === 0) return relations;
  const next: Record<string, number> = { ...relations };
  for (const { kind, amount, toward } of more) {
    const sign = BONDS[kind];
    if (sign === undefined || toward === undefined) continue;
    const liking = next[toward] ?? 0;
    next[toward] = liking + (sign - liking) * temper.bonding * Math.min(1, amount);
  }
  return next;
}
