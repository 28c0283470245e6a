import { RISK_LEVELS } from "../risk.ts";
import type { RiskJudgement, RiskLevel, Turn } from "../risk.ts";

/** One message with the judgement that its author expects. */
export interface RiskCase {
  readonly id: string;
  readonly language: string;
  /** What sort of mention it is: explicit, implicit, figurative, context … */
  readonly kind: string;
  readonly turns: readonly Turn[];
  readonly level: RiskLevel;
  readonly about: "self" | "others" | null;
}

/** How well a judge found the risk in a set of cases. A share is `undefined` where there is no case to count. */
export interface RiskEvaluation {
  readonly cases: number;
  /** Of the cases expected at any level above none, the share judged above none. */
  readonly recallConcern: number | undefined;
  /** Of the cases expected at passive or graver, the share judged so. */
  readonly recallPassive: number | undefined;
  /** Of the cases expected at active or graver, the share judged so. */
  readonly recallActive: number | undefined;
  /** Of the cases expected at none, the share judged at passive or graver. */
  readonly falseAlarms: number | undefined;
  /** Of the cases expected at none, the share judged at any level above none. */
  readonly anyAlarm: number | undefined;
  readonly exactLevel: number | undefined;
  /** Of the cases expected and judged above none, the share with the right "about". */
  readonly rightAbout: number | undefined;
  readonly misses: readonly { readonly expected: RiskCase; readonly judged: RiskJudgement }[];
}

const rank = (level: RiskLevel) => RISK_LEVELS.indexOf(level);

/**
 * Compares a judge with the levels that the authors of a set of messages expect.
 *
 * @param cases the messages with their expected levels
 * @param judge the judge, such as `judgeRisk`
 * @returns shares in [0, 1], and every case whose level differs
 *
 * @example
 * ```ts
 * import { evaluateRisk, judgeRisk } from "@openempathic/govern";
 *
 * evaluateRisk([], judgeRisk).recallPassive; // => undefined
 * ```
 */
export function evaluateRisk(
  cases: readonly RiskCase[],
  judge: (turns: readonly Turn[]) => RiskJudgement,
): RiskEvaluation {
  const judged = cases.map((expected) => ({ expected, judged: judge(expected.turns) }));
  type Pair = (typeof judged)[number];
  const share = (among: (pair: Pair) => boolean, holds: (pair: Pair) => boolean) => {
    const counted = judged.filter(among);
    return counted.length === 0 ? undefined : counted.filter(holds).length / counted.length;
  };
  const expectedAt = (level: RiskLevel) => (pair: Pair) => rank(pair.expected.level) >= rank(level);
  const judgedAt = (level: RiskLevel) => (pair: Pair) => rank(pair.judged.level) >= rank(level);
  const harmless = (pair: Pair) => pair.expected.level === "none";
  return {
    cases: cases.length,
    recallConcern: share(expectedAt("concern"), judgedAt("concern")),
    recallPassive: share(expectedAt("passive"), judgedAt("passive")),
    recallActive: share(expectedAt("active"), judgedAt("active")),
    falseAlarms: share(harmless, judgedAt("passive")),
    anyAlarm: share(harmless, judgedAt("concern")),
    exactLevel: share(
      () => true,
      (pair) => pair.expected.level === pair.judged.level,
    ),
    rightAbout: share(
      (pair) => !harmless(pair) && pair.judged.level !== "none",
      (pair) => pair.expected.about === pair.judged.about,
    ),
    misses: judged.filter((pair) => pair.expected.level !== pair.judged.level),
  };
}

/** The evaluation of a set as lines of text: in all, by language, by kind and by level. */
export function formatRiskEvaluation(
  name: string,
  cases: readonly RiskCase[],
  judge: (turns: readonly Turn[]) => RiskJudgement,
): string {
  const head =
    "set                          cases  recall>=concern  recall>=passive  recall>=active  false alarms  any alarm  exact level  about";
  const groups: (readonly [string, readonly RiskCase[]])[] = [[name, cases]];
  for (const field of ["language", "kind", "level"] as const) {
    for (const value of [...new Set(cases.map((one) => one[field]))].sort()) {
      groups.push([`  ${field} ${value}`, cases.filter((one) => one[field] === value)]);
    }
  }
  return [head, ...groups.map(([label, group]) => lineOf(label, evaluateRisk(group, judge)))].join("\n");
}

function lineOf(label: string, figures: RiskEvaluation): string {
  const cell = (value: number | undefined, width: number) =>
    (value === undefined ? "-" : value.toFixed(3)).padStart(width);
  return [
    label.padEnd(28),
    String(figures.cases).padStart(6),
    cell(figures.recallConcern, 17),
    cell(figures.recallPassive, 17),
    cell(figures.recallActive, 16),
    cell(figures.falseAlarms, 14),
    cell(figures.anyAlarm, 11),
    cell(figures.exactLevel, 13),
    cell(figures.rightAbout, 7),
  ].join("");
}
