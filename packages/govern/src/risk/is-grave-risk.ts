import { RISK_LEVELS } from "../risk.ts";
import type { RiskLevel } from "../risk.ts";

/**
 * Whether a risk is "passive" or graver: a wish to be dead, or more. From there on only scripted words and checked lines
 * of help are said, no language model is asked, and nothing else goes before.
 *
 * @example
 * ```ts
 * import { isGraveRisk } from "@openempathic/govern";
 *
 * isGraveRisk("concern"); // => false
 * isGraveRisk("passive"); // => true
 * ```
 */
export function isGraveRisk(level: RiskLevel): boolean {
  return RISK_LEVELS.indexOf(level) >= RISK_LEVELS.indexOf("passive");
}
