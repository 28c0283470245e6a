import type { MessageEntry } from "@openempathic/experiences";
import { isGraveRisk } from "@openempathic/govern";
import type { RiskLevel } from "@openempathic/govern";

/** Whether a risk is one that the prepared crisis answer meets. Guesses about feelings are then out of place. */
export function isInDanger(level: RiskLevel | undefined): boolean {
  return level !== undefined && isGraveRisk(level);
}

/** Whether a message came from somebody in danger: by its own words, or because those before it still count. */
export function wasInDanger({ risk, plan }: MessageEntry): boolean {
  return isInDanger(risk?.level) || isInDanger(plan?.risk);
}
