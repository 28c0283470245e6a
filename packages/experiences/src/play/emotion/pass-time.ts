import type { CarriedEmotion, Character } from "./character.ts";
import { padOf } from "./pad.ts";
import type { Pad } from "./pad.ts";
import { defaultMood } from "./personality.ts";

// Far below anything that can be seen; a forgotten emotion need not be carried for ever.
const FORGOTTEN = 1e-9;

/**
 * A character some time later: emotions fade, and the mood follows them and comes back to its default.
 *
 * Emotions halve every `emotionHalfLifeMs`. The mood M moves towards its default D plus the emotions' points
 * (a_i of P_i), dM/dt = m (D + sum a_i P_i - M) with m = ln 2 / moodHalfLifeMs. That is solved exactly, so how a span
 * of time is cut into steps makes no difference: one step of 10 s is 100 steps of 0.1 s.
 *
 * Gebhard's ALMA (2005, doi:10.1145/1082473.1082478) pulls the mood to the emotions' centre and pushes it further
 * once it is past it, step by step; what it does depends on the length of a step. This linear pull has the same
 * direction and its table of points, and no push.
 *
 * @param elapsedMs at least 0, in milliseconds of the story's time
 * @throws RangeError for a negative span or one that is not a number
 *
 * @example
 * ```ts
 * import { appraise, makeCharacter, passTime } from "@openempathic/experiences/play";
 *
 * const lin = makeCharacter({ id: "lin", goals: { play: 1 } });
 * const glad = appraise({ lin }, { consequences: [{ kind: "goal", goal: "play", likelihood: 1 }] })["lin"] ?? lin;
 * glad.emotions[0]?.amount; // => 0.5
 * passTime(glad, 15_000).emotions[0]?.amount.toFixed(2); // => "0.25"
 * ```
 */
export function passTime(character: Character, elapsedMs: number): Character {
  if (!(elapsedMs >= 0)) {
    throw new RangeError(`passTime needs elapsedMs to be at least 0; it got ${String(elapsedMs)}`);
  }
  if (elapsedMs === 0) return character;
  const { emotions, temper, mood } = character;
  const emotionRate = Math.LN2 / temper.emotionHalfLifeMs;
  const moodRate = Math.LN2 / temper.moodHalfLifeMs;
  const emotionsLeft = Math.exp(-emotionRate * elapsedMs);
  const moodLeft = Math.exp(-moodRate * elapsedMs);
  // Written from the slower of the two, so that nothing overflows however long it was.
  const slower = Math.max(emotionsLeft, moodLeft);
  const share = moodRate * slower * spanOf(Math.abs(moodRate - emotionRate), elapsedMs);
  const pull = pullOf(emotions);
  const rest = defaultMood(character.personality);
  return {
    id: character.id,
    personality: character.personality,
    temper,
    goals: character.goals,
    beliefs: character.beliefs,
    relations: character.relations,
    attitudes: character.attitudes,
    emotions: emotions.length === 0 ? emotions : fade(emotions, emotionsLeft),
    mood: {
      pleasure: rest.pleasure + (mood.pleasure - rest.pleasure) * moodLeft + pull.pleasure * share,
      arousal: rest.arousal + (mood.arousal - rest.arousal) * moodLeft + pull.arousal * share,
      dominance: rest.dominance + (mood.dominance - rest.dominance) * moodLeft + pull.dominance * share,
    },
  };
}

/** The sum of the emotions' points, each as strong as the emotion. */
export function pullOf(emotions: readonly CarriedEmotion[]): Pad {
  let pleasure = 0;
  let arousal = 0;
  let dominance = 0;
  for (const { kind, amount } of emotions) {
    const point = padOf(kind);
    pleasure += amount * point.pleasure;
    arousal += amount * point.arousal;
    dominance += amount * point.dominance;
  }
  return { pleasure, arousal, dominance };
}

/** The integral of e^(-rate t) over the span; the span itself where the rate is 0, which the formula cannot give. */
function spanOf(rate: number, elapsedMs: number): number {
  return rate === 0 ? elapsedMs : -Math.expm1(-rate * elapsedMs) / rate;
}

function fade(emotions: readonly CarriedEmotion[], left: number): readonly CarriedEmotion[] {
  const faded: CarriedEmotion[] = [];
  for (const emotion of emotions) {
    const amount = emotion.amount * left;
    if (amount >= FORGOTTEN) faded.push(withAmount(emotion, amount));
  }
  return faded;
}

/** Written out, here and above, since this runs for everybody at every step. */
function withAmount({ kind, toward }: CarriedEmotion, amount: number): CarriedEmotion {
  return toward === undefined ? { kind, amount } : { kind, amount, toward };
}
