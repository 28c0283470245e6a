import type { Answer } from "../questions/answer.ts";
import type { Question } from "../questions/question.ts";
import type { AcceptancePolicy } from "./acceptance-policy.ts";
import { standingAnnotations } from "./annotation.ts";
import type { Annotation } from "./annotation.ts";
import { assessQuestion } from "./assess-question.ts";
import type { QuestionOutcome } from "./assess-question.ts";

/** The version of {@link assessClip}: another way of deciding has another number, and releases name it. */
export const ASSESSMENT_VERSION = 1;

/** What is assessed. */
export interface AssessmentCase {
  /** The pseudonymous id of whoever made the clip. */
  readonly contributor: string;
  /** The questions that its task asks. */
  readonly questions: readonly Question[];
  /** All annotations of the task, superseded ones and gold among them or not, in any order. */
  readonly annotations: readonly Annotation[];
  readonly policy: AcceptancePolicy;
}

/** Who may still answer: nobody who has, nor the clip's own maker. */
export interface Needed {
  readonly raters: number;
  readonly not: readonly string[];
}

/** What a clip's answers come to. */
export interface Assessment {
  readonly version: typeof ASSESSMENT_VERSION;
  readonly verdict: "annotatable" | "consensus" | "contested";
  /** How many answers the task is to have in all: those there are and those still needed. Its number of slots. */
  readonly overlap: number;
  readonly needed: Needed;
  readonly outcomes: readonly QuestionOutcome[];
  /** The ids of the questions on which raters disagree for good. */
  readonly contested: readonly string[];
}

/**
 * The one decision about a clip's answers: whether it needs more raters, whether they agree, or whether it is
 * contested. Queue, pages and releases all call it, so none of them can think otherwise than the others.
 *
 * Only labels that stand count: gold, tutorials, superseded answers and answers of the clip's own maker don't. "Can't
 * tell" was an answer and takes part in how many raters were asked; a skip was none.
 *
 * @example
 * ```ts
 * import { assessClip, PRESENCE_POLICY, standardSchema } from "@openempathic/collect";
 *
 * const questions = standardSchema("presence").questions.filter(({ id }) => id === "Awe");
 * const no = { id: "a", rater: "r1", purpose: "label", atMs: 1, supersedes: null,
 *   answers: { Awe: { kind: "not-present" } } } as const;
 * const yes = { ...no, answers: { Awe: { kind: "value", value: "yes" } } } as const;
 * const base = { contributor: "p1", questions, policy: PRESENCE_POLICY };
 * assessClip({ ...base, annotations: [no] }).verdict; // => "consensus"
 * assessClip({ ...base, annotations: [yes] }).needed; // => { raters: 2, not: ["p1", "r1"] }
 * ```
 */
export function assessClip({ contributor, questions, annotations, policy }: AssessmentCase): Assessment {
  const labels = standingAnnotations(annotations).filter(
    ({ purpose, rater }) => purpose === "label" && rater !== contributor,
  );
  const answered = labels.filter(({ answers }) => questions.some(({ id }) => isAnswer(answers[id])));
  const outcomes = questions.map((question) => {
    const answers = answered.flatMap(({ answers: given }) => given[question.id] ?? []);
    return assessQuestion(question, answers, { policy, total: answered.length });
  });
  const raters = Math.max(0, ...outcomes.map(({ missing }) => missing));
  const contested = outcomes.filter(({ standing }) => standing === "split").map(({ question }) => question);
  return {
    version: ASSESSMENT_VERSION,
    verdict: raters > 0 ? "annotatable" : contested.length > 0 ? "contested" : "consensus",
    overlap: answered.length + raters,
    needed: { raters, not: [...new Set([contributor, ...labels.map(({ rater }) => rater)])] },
    outcomes,
    contested,
  };
}

/** Whether somebody answered a question, if only that it can't be told. */
export function isAnswer(answer: Answer | undefined): boolean {
  return answer !== undefined && answer.kind !== "skipped" && answer.kind !== "not-asked";
}
