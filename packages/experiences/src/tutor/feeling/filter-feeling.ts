import { byFeeling, LEARNING_FEELINGS, normalised, TRANSITIONS } from "./learning-feeling.ts";
import type { ByFeeling } from "./learning-feeling.ts";

/**
 * One step of the forward filter: feelings go on by their transitions, then what was seen weighs them.
 * Rabiner 1989, doi:10.1109/5.18626, equation 20, normalised.
 *
 * @param belief how probable each feeling was, summing to 1
 * @param evidence how probable what was seen is under each feeling, above 0 for at least one
 * @param passes whether an act at a task lies between (words about the same moment do not move feelings on)
 */
export function filterFeeling(belief: ByFeeling, evidence: ByFeeling, passes: boolean): ByFeeling {
  const now = passes ? moveOn(belief) : belief;
  return normalised(byFeeling((feeling) => now[feeling] * evidence[feeling]));
}

/** The belief one act later, before anything was seen. */
function moveOn(belief: ByFeeling): ByFeeling {
  return byFeeling((to) =>
    LEARNING_FEELINGS.reduce((sum, from) => sum + belief[from] * TRANSITIONS[from][to], 0),
  );
}
