import type { CategoryId } from "@openempathic/affect";
import { clearFeeling } from "../arc/line-feeling.ts";
import type { Readings } from "../arc/story-arc.ts";
import type { Utterance } from "../script/script.ts";

/** The moods of a script's utterances: the writer's own word where there is one, else what is clearly heard. */
export function moodFor(
  { id, text }: Pick<Utterance, "id" | "text">,
  known: {
    readonly readings: Readings;
    readonly moods: Readonly<Record<number, CategoryId | null>>;
  },
): CategoryId | undefined {
  const own = known.moods[id];
  if (own !== undefined) return own ?? undefined;
  const reading = Object.hasOwn(known.readings, text) ? known.readings[text] : undefined;
  return reading?.abstained === null ? clearFeeling(reading)?.category : undefined;
}
