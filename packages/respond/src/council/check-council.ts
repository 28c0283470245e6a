import { COUNCIL_RULES } from "../check.ts";
import type { CouncilRule } from "../check.ts";
import { checkPhrases } from "../checking/check-phrases.ts";
import type { ReplyLanguage } from "../plan.ts";
import { findInText } from "./find-in-text.ts";
import type { FoundWords } from "./find-in-text.ts";

/** Words of a text that one of the council's rules objects to, and why. */
export interface CouncilFinding extends FoundWords<CouncilRule> {
  /** Why it was found, in one sentence; it speaks of the words, not of whoever wrote them. */
  readonly reason: string;
}

const REASONS: Readonly<Record<ReplyLanguage, Readonly<Record<CouncilRule, string>>>> = {
  en: {
    manipulation:
      "These words move somebody by guilt, secrecy, isolation or doubt in themselves, not by reasons.",
    stereotype: "These words say of a whole group what can be true of single people at most.",
    indignity: "These words take somebody’s worth away.",
    pressure: "These words press somebody to hurry, or away from care, money or people that protect them.",
  },
  de: {
    manipulation:
      "Diese Worte bewegen jemanden durch Schuld, Heimlichkeit, Vereinzelung oder Selbstzweifel statt durch Gründe.",
    stereotype: "Diese Worte sagen über eine ganze Gruppe, was höchstens für Einzelne gelten kann.",
    indignity: "Diese Worte sprechen jemandem seinen Wert ab.",
    pressure:
      "Diese Worte drängen jemanden zur Eile oder weg von Hilfe, Geld oder Menschen, die sie oder ihn schützen.",
  },
};

/**
 * Holds a text that is about to be sent against the council's rules: manipulation, stereotype, indignity, pressure on
 * people. It knows phrases, in English and German, and nothing of what was meant: it misses what is worded otherwise,
 * and what it finds is for a person or a second wording to look at. How much it misses is printed by
 * `packages/respond/evaluation/run.ts`.
 *
 * @param text any text
 * @param language of the reasons
 * @returns what was found, in order, with the words it rests on; empty where nothing was
 *
 * @example
 * ```ts
 * import { checkCouncil } from "@openempathic/respond";
 *
 * checkCouncil("Act now, this is your last chance.", "en").map(({ rule, text }) => [rule, text]);
 * // => [["pressure", "Act now,"], ["pressure", "this is your last chance"]]
 * checkCouncil("You can take all the time you need.", "en"); // => []
 * ```
 */
export function checkCouncil(text: string, language: ReplyLanguage): readonly CouncilFinding[] {
  return findInText(text, checkPhrases(true)).flatMap(({ rule, ...words }) =>
    isCouncilRule(rule) ? [{ rule, ...words, reason: REASONS[language][rule] }] : [],
  );
}

function isCouncilRule(rule: string): rule is CouncilRule {
  return (COUNCIL_RULES as readonly string[]).includes(rule);
}
