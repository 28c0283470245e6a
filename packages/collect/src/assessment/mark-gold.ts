import { wilsonInterval } from "@openempathic/measure";
import type { Interval } from "@openempathic/measure";
import type { Answer } from "../questions/answer.ts";
import type { Question } from "../questions/question.ts";

/** How a gold answer compares with the known one; "open" where nothing was told and so nothing can be marked. */
export type GoldMark = "right" | "near" | "wrong" | "open";

/** A number of steps or a share of a bipolar scale within which an answer is near the known one. † Proposed. */
const NEAR_STEPS = 1;
const NEAR_SHARE = 0.25;

/**
 * Marks an answer to a question whose answer is known. It says how well a rater attends, never what they are worth,
 * and never becomes a label.
 *
 * @param question The question.
 * @param key The known answer.
 * @param given The rater's answer, as `readAnswer` gave it.
 *
 * @example
 * ```ts
 * import { markGold, standardSchema } from "@openempathic/collect";
 *
 * const [question] = standardSchema("intensity").questions;
 * if (question === undefined) throw new Error("the schema has questions");
 * markGold(question, { key: { kind: "value", value: 5 }, given: { kind: "value", value: 6 } }); // => "near"
 * markGold(question, { key: { kind: "not-present" }, given: { kind: "cant-tell" } }); // => "open"
 * ```
 */
export function markGold(
  question: Question,
  { key, given }: { readonly key: Answer; readonly given: Answer },
): GoldMark {
  if (given.kind === "skipped" || given.kind === "not-asked" || given.kind === "cant-tell") {
    return given.kind === key.kind ? "right" : "open";
  }
  const known = numberOf(key);
  const told = numberOf(given);
  if (question.kind === "intensity" && known !== undefined && told !== undefined) {
    const steps = Math.abs(known - told);
    // Whether it is there at all is the first thing that is asked, so a step across the zero is no near miss.
    if (steps === 0) return "right";
    return steps <= NEAR_STEPS && (known === 0) === (told === 0) ? "near" : "wrong";
  }
  if (question.kind === "position" && known !== undefined && told !== undefined) {
    return Math.abs(known - told) <= NEAR_SHARE * 2 ? "right" : "wrong";
  }
  return JSON.stringify(key) === JSON.stringify(given) ? "right" : "wrong";
}

/** How a rater did on gold items. */
export interface GoldScore {
  /** Items that could be marked. */
  readonly marked: number;
  /** Share that was right or near, with its interval; `undefined` while nothing was marked. */
  readonly share: { readonly value: number; readonly interval: Interval } | undefined;
}

/**
 * The share of a rater's gold answers that were right or near, with Wilson's interval. Open ones are left out.
 *
 * @example
 * ```ts
 * import { scoreGold } from "@openempathic/collect";
 *
 * scoreGold(["right", "near", "wrong", "open"]).marked; // => 3
 * scoreGold([]).share; // => undefined
 * ```
 */
export function scoreGold(marks: readonly GoldMark[]): GoldScore {
  const told = marks.filter((mark) => mark !== "open");
  const good = told.filter((mark) => mark !== "wrong").length;
  const share =
    told.length === 0
      ? undefined
      : { value: good / told.length, interval: wilsonInterval(good, told.length) };
  return { marked: told.length, share };
}

function numberOf(answer: Answer): number | undefined {
  if (answer.kind === "not-present") return 0;
  return answer.kind === "value" && typeof answer.value === "number" ? answer.value : undefined;
}
