import type { RiskLevel } from "@openempathic/govern";

/** Whether a risk is one that the prepared crisis answer meets. Guesses about feelings are then out of place. */
export function isInDanger(level: RiskLevel | undefined): boolean {
  return level === "passive" || level === "active" || level === "imminent";
}
