import { isGraveRisk } from "@openempathic/govern";
import { crisisAnswer } from "@openempathic/respond";
import type { CrisisAnswer } from "@openempathic/respond";
import type { CalmState } from "./calm-state.ts";

/**
 * The help that goes before any exercise: the scripted answer to the last note, with lines of help word for word
 * from the checked table, while the remembered risk is "passive" or graver. `undefined` where it is not.
 */
export function calmCare(state: CalmState): CrisisAnswer | undefined {
  const { latch, language, country, notes } = state;
  if (!isGraveRisk(latch.level)) return undefined;
  const turns = notes.slice(-1).map(({ text }) => ({ role: "person", text }) as const);
  return crisisAnswer({ language, latch, turns, ...(country === undefined ? {} : { country }) });
}
