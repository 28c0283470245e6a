import { RISK_LEVELS, RISK_OUTPUTS, type RiskCase } from "@openempathic/govern";

/** A message scored by a model that was not trained on it, and what the rules alone say of it. */
export interface ScoredCase {
  readonly expected: RiskCase;
  readonly logOdds: readonly number[];
  /** The place of the rules' level in RISK_LEVELS. */
  readonly byRules: number;
}

/**
 * Chooses the log-odds from which on each output counts. The three steps from passive on: the lowest threshold at
 * which no more than `falseAlarms` of the harmless messages, and the rules' own false alarms with them, reach the
 * level; the graver steps get smaller shares. Concern: a share of its own. Whom it is about: even odds.
 *
 * @param shares the share of harmless messages that may reach each level, in [0, 1]
 */
export function chooseThresholds(
  scored: readonly ScoredCase[],
  shares: Readonly<Record<"concern" | "passive" | "active" | "imminent", number>>,
): number[] {
  return RISK_OUTPUTS.map((output, index) => {
    if (output === "others") return 0;
    const rank = RISK_LEVELS.indexOf(output);
    const below = scored.filter(({ expected }) =>
      output === "imminent"
        ? RISK_LEVELS.indexOf(expected.level) < rank && expected.level !== "active"
        : expected.level === "none",
    );
    const byRules = below.filter((one) => one.byRules >= rank).length;
    const spare = Math.max(0, Math.floor(shares[output] * below.length) - byRules);
    const scores = below
      .filter((one) => one.byRules < rank)
      .map((one) => one.logOdds[index] ?? 0)
      .sort((a, b) => b - a);
    return (scores[spare] ?? 0) + 1e-6;
  });
}
