import { RISK_LEVELS } from "@openempathic/govern";
import type { RiskLatch } from "@openempathic/govern";

/** Whether the remembered risk is such that the crisis script answers: passive and above. A concern is not. */
export function isInCrisis({ level }: Pick<RiskLatch, "level">): boolean {
  return RISK_LEVELS.indexOf(level) >= RISK_LEVELS.indexOf("passive");
}
