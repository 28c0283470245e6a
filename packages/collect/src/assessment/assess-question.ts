import { scaleOf } from "../questions/codebook.ts";
import type { Answer, AnswerValue } from "../questions/answer.ts";
import type { Question } from "../questions/question.ts";
import type { AcceptancePolicy } from "./acceptance-policy.ts";

/** What the answers to one question come to so far. The spread is kept whether or not they agree. */
export interface QuestionOutcome {
  readonly question: string;
  /**
   * "agreed": enough told, and they agree. "split": all raters that there will be have told and they don't agree, or
   * too few of them could tell. "open": more raters are needed.
   */
  readonly standing: "agreed" | "split" | "open";
  /**
   * The agreed value: "yes", "not-present", an option, a step (the median), a place (the mean). Null where there is none,
   * and where there can be none: descriptions, regions and traces are all kept.
   */
  readonly value: AnswerValue | null;
  /** How many gave each answer, by its text; for numbers by the number. "not-present" is one of them. */
  readonly counts: Readonly<Record<string, number>>;
  /** Mean of the numbers, "not present" as 0; null for what is no number. */
  readonly mean: number | null;
  /** Raters who could tell. */
  readonly told: number;
  readonly cantTell: number;
  /** How many more raters are asked; 0 unless open. */
  readonly missing: number;
}

/** The absent value's name among counts and outcomes. */
export const NOT_PRESENT = "not-present";

/** Decides one question. `total` is how many raters have answered the task at all. */
export function assessQuestion(
  question: Question,
  answers: readonly Answer[],
  { policy, total }: { readonly policy: AcceptancePolicy; readonly total: number },
): QuestionOutcome {
  const told = answers.filter(({ kind }) => kind === "value" || kind === "not-present");
  const values = told.map((answer) => (answer.kind === "value" ? answer.value : NOT_PRESENT));
  const counts = countValues(question, values);
  const numbers = numbersOf(question, values);
  const cantTell = answers.filter(({ kind }) => kind === "cant-tell").length;
  const { agrees, value } = agreementOf(question, values, policy);
  const required = escalates(question, values) ? policy.full : policy.first;
  const left = Math.max(0, policy.most - total);
  const missing = ((): number => {
    if (told.length < required) return Math.min(required - told.length, left);
    return agrees ? 0 : Math.min(1, left);
  })();
  const isAgreed = missing === 0 && agrees && told.length >= required;
  return {
    question: question.id,
    standing: missing > 0 ? "open" : isAgreed ? "agreed" : "split",
    value: isAgreed ? value : null,
    counts,
    mean: numbers === undefined || numbers.length === 0 ? null : meanOf(numbers),
    told: told.length,
    cantTell,
    missing,
  };
}

/** Only a "yes" asks further raters in the presence mode. */
function escalates(question: Question, values: readonly AnswerValue[]): boolean {
  return question.kind !== "presence" || values.includes("yes");
}

/** Whether the answers agree, and on which value; what has no one right value is agreed without one. */
function agreementOf(
  question: Question,
  values: readonly AnswerValue[],
  { consensusShare, tolerance }: AcceptancePolicy,
): { readonly agrees: boolean; readonly value: AnswerValue | null } {
  const none = { agrees: false, value: null };
  if (values.length === 0) return none;
  const numbers = numbersOf(question, values);
  if (numbers !== undefined) {
    if (meanDistance(numbers) > tolerance * widthOf(question)) return none;
    const value = question.kind === "position" ? meanOf(numbers) : stepOf(medianOf(numbers));
    return { agrees: true, value };
  }
  const keys = values.map((value) => keyOf(question, value));
  const [leader = "", count = 0] = [...tally(keys)].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  const isShared = count / values.length >= consensusShare;
  // A description, regions or a trace are complete when enough have given theirs: all of them are kept.
  if (isFree(question))
    return { agrees: true, value: isShared && leader === NOT_PRESENT ? NOT_PRESENT : null };
  return isShared ? { agrees: true, value: values[keys.indexOf(leader)] ?? null } : none;
}

function isFree({ kind }: Question): boolean {
  return kind === "description" || kind === "regions" || kind === "trace";
}

function numbersOf(question: Question, values: readonly AnswerValue[]): readonly number[] | undefined {
  if (question.kind !== "intensity" && question.kind !== "position") return undefined;
  // readAnswer leaves numbers only; "not present" is the zero of the scale.
  return values.map((value) => (typeof value === "number" ? value : 0));
}

function stepOf(step: number): AnswerValue {
  return step === 0 ? NOT_PRESENT : step;
}

function widthOf(question: Question): number {
  return question.kind === "intensity" ? question.most : 2;
}

/** The mean distance of all pairs; 0 for one rater. */
function meanDistance(numbers: readonly number[]): number {
  let sum = 0;
  for (const [i, a] of numbers.entries()) for (const b of numbers.slice(i + 1)) sum += Math.abs(a - b);
  const pairs = (numbers.length * (numbers.length - 1)) / 2;
  return pairs === 0 ? 0 : sum / pairs;
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0) / numbers.length;
}

/** The lower median, so that it is a step of the scale. */
function medianOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0;
}

function countValues(question: Question, values: readonly AnswerValue[]): Readonly<Record<string, number>> {
  if (scaleOf(question).level === "text" || isFree(question)) {
    const absent = values.filter((value) => value === NOT_PRESENT).length;
    return { ...(absent > 0 ? { [NOT_PRESENT]: absent } : {}), given: values.length - absent };
  }
  const keys = values.map((value) => keyOf(question, value));
  return Object.fromEntries([...tally(keys)].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** What counts as the same answer: for a transcript, the same words whatever their case and signs. */
function keyOf(question: Question, value: AnswerValue): string {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return JSON.stringify(value);
  if (question.kind !== "transcript" || value === NOT_PRESENT) return value;
  return value
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

function tally(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
