import type { CategoryId, Estimate } from "@openempathic/affect";
import { foldText } from "@openempathic/respond";
import type { ReplyLanguage } from "@openempathic/respond";
import { byFeeling, LEARNING_FEELINGS } from "./learning-feeling.ts";
import type { ByFeeling, LearningFeeling } from "./learning-feeling.ts";
import cues from "./feeling-cues.json" with { type: "json" };

/** Which of the 40 categories speak for which feeling of learning; boredom has none of its own among them. */
const CATEGORIES: Readonly<Record<LearningFeeling, readonly CategoryId[]>> = {
  engaged: ["Interest", "Concentration", "Elation", "Pride", "Relief", "Hope"],
  confused: ["Confusion", "Doubt"],
  frustrated: ["Irritability", "Anger", "Distress", "Helplessness", "Disappointment"],
  bored: ["Fatigue"],
};
/** How much more probable words are under a feeling that they plainly name, or whose category is certain. */
const CUE_WEIGHT = 8;
const CATEGORY_WEIGHT = 4;

/**
 * How probable somebody's words are under each feeling: 1 where nothing is said about it, more where the words name
 * it, or where the estimate of their affect speaks for it. An estimate that abstains says nothing.
 */
export function wordEvidence(
  text: string,
  language: ReplyLanguage,
  estimate: Estimate | undefined,
): ByFeeling {
  const said = ` ${foldText(text).replace(/[^\p{L}\p{N}' ]+/gu, " ")} `.replace(/\s+/gu, " ");
  const isNamed = (feeling: LearningFeeling): boolean =>
    cues[language][feeling].some((cue) => said.includes(` ${foldText(cue)} `));
  return byFeeling(
    (feeling) => (isNamed(feeling) ? CUE_WEIGHT : 1) * (1 + CATEGORY_WEIGHT * likelihood(estimate, feeling)),
  );
}

/** Whether words say anything about how learning feels. */
export function saysSomething(evidence: ByFeeling): boolean {
  const values = LEARNING_FEELINGS.map((feeling) => evidence[feeling]);
  return Math.max(...values) >= 1.5 * Math.min(...values);
}

/** The strongest category that speaks for a feeling; what was not assessed says nothing. */
function likelihood(estimate: Estimate | undefined, feeling: LearningFeeling): number {
  if (estimate === undefined || estimate.abstained !== null) return 0;
  return Math.max(0, ...CATEGORIES[feeling].map((category) => estimate.likelihood[category] ?? 0));
}
