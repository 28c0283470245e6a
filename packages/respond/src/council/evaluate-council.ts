import { COUNCIL_RULES } from "../check.ts";
import type { CouncilRule } from "../check.ts";
import { checkCouncil } from "./check-council.ts";

/** A text with the rules that a person says it breaks. */
export interface CouncilCase {
  readonly id: string;
  /** "dev" texts were looked at while the phrases were written, "held-out" ones counted, "later" ones written after them. */
  readonly part: "dev" | "held-out" | "later";
  readonly language: "en" | "de";
  readonly rules: readonly CouncilRule[];
  readonly text: string;
}

/** How often a rule was found where it should be (hit), missed, and found where it should not be (false alarm). */
export interface CouncilScore {
  readonly rule: CouncilRule | "any";
  readonly hits: number;
  readonly misses: number;
  readonly falseAlarms: number;
  /** Hits among what was found, in [0, 1]; `undefined` where nothing was found. */
  readonly precision: number | undefined;
  /** Hits among what should have been found, in [0, 1]; `undefined` where there was nothing to find. */
  readonly recall: number | undefined;
}

/**
 * Counts how well {@link checkCouncil} finds what people labelled, rule by rule, and "any" for whether a text was
 * objected to at all.
 *
 * @param cases labelled texts
 */
export function evaluateCouncil(cases: readonly CouncilCase[]): readonly CouncilScore[] {
  const read = cases.map(({ rules, text, language }) => ({
    should: new Set<string>(rules),
    found: new Set<string>(checkCouncil(text, language).map(({ rule }) => rule)),
  }));
  const score = (rule: CouncilScore["rule"]): CouncilScore => {
    const has = (set: ReadonlySet<string>): boolean => (rule === "any" ? set.size > 0 : set.has(rule));
    const hits = read.filter(({ should, found }) => has(should) && has(found)).length;
    const misses = read.filter(({ should, found }) => has(should) && !has(found)).length;
    const falseAlarms = read.filter(({ should, found }) => !has(should) && has(found)).length;
    return {
      rule,
      hits,
      misses,
      falseAlarms,
      precision: share(hits, hits + falseAlarms),
      recall: share(hits, hits + misses),
    };
  };
  return [...COUNCIL_RULES, "any" as const].map(score);
}

/** The scores as a table in Markdown. */
export function formatCouncilEvaluation(title: string, cases: readonly CouncilCase[]): string {
  const lines = evaluateCouncil(cases).map(
    ({ rule, hits, misses, falseAlarms, precision, recall }) =>
      `| ${rule} | ${hits} | ${misses} | ${falseAlarms} | ${shown(precision)} | ${shown(recall)} |`,
  );
  const head =
    "| rule | hits | misses | false alarms | precision | recall |\n| --- | --: | --: | --: | --: | --: |";
  return `${title}: ${cases.length} texts\n\n${head}\n${lines.join("\n")}`;
}

function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

function shown(value: number | undefined): string {
  return value === undefined ? "–" : value.toFixed(3);
}
