import type { Question, QuestionLevel, Wording } from "./question.ts";
import type { QuestionSchema } from "./question-schema.ts";

/** What one column of an export means. */
export interface CodebookEntry {
  readonly id: string;
  readonly about: string | null;
  readonly prompt: Wording;
  readonly kind: Question["kind"];
  readonly level: QuestionLevel;
  /** What one step of the values is. */
  readonly unit: string;
  /** What the zero of the scale means; null where it has none. */
  readonly zero: string | null;
  /** The values that there can be, in words. */
  readonly values: string;
  /** How each way of having no value is written. */
  readonly missing: Readonly<Record<"not-present" | "cant-tell" | "skipped" | "not-asked", string>>;
}

/**
 * The codebook of a schema: for every question its level, unit, zero point and values, made from the schema itself so
 * that no column can be forgotten.
 *
 * @example
 * ```ts
 * import { codebookOf, standardSchema } from "@openempathic/collect";
 *
 * const [first] = codebookOf(standardSchema("intensity"));
 * first?.level; // => "ordinal"
 * first?.zero; // => "not present"
 * ```
 */
export function codebookOf({ questions }: QuestionSchema): readonly CodebookEntry[] {
  return questions.map((question) => {
    const { id, about, prompt, kind } = question;
    const scale = scaleOf(question);
    const absent = scale.zero === "not present" ? "0" : "does not occur";
    return {
      ...{ id, about, prompt, kind, ...scale },
      missing: {
        "not-present": absent,
        "cant-tell": "looked for, could not be told; no value",
        skipped: "the rater chose not to answer; no value",
        "not-asked": "never put to the rater; no value",
      },
    };
  });
}

/** The level of measurement, unit, zero point and values of a question. */
export function scaleOf(question: Question): Pick<CodebookEntry, "level" | "unit" | "zero" | "values"> {
  switch (question.kind) {
    case "presence":
      return { level: "nominal", unit: "one answer", zero: "not present", values: "yes" };
    case "intensity":
      return {
        level: "ordinal",
        unit: "one step",
        zero: "not present",
        values:
          question.steps?.map(({ en }, step) => `${String(step)} ${en}`).join("; ") ?? range(question.most),
      };
    case "choice": {
      const values = question.options.map(({ id }) => id).join("; ");
      return {
        level: "nominal",
        unit: question.several ? "a set" : "one option",
        zero: "not present",
        values,
      };
    }
    case "comparison":
      return { level: "nominal", unit: "one answer", zero: null, values: "first; second; equal" };
    case "position":
      return {
        level: "interval",
        unit: "half the way from pole to pole",
        zero: "the middle between the poles",
        values: `-1 ${question.low.en} to 1 ${question.high.en}`,
      };
    case "description":
      return { level: "text", unit: "one text", zero: null, values: "words" };
    case "transcript":
      return { level: "text", unit: "one text", zero: "not present", values: "what is said" };
    case "regions": {
      const unit = question.of === "text" ? "UTF-16 units from the start" : "milliseconds from the start";
      return { level: "marks", unit, zero: "not present", values: question.labels.join("; ") };
    }
    case "trace":
      return {
        level: "series",
        unit: `${question.bounded ? "a value on [-1, 1]" : "a change of no fixed size"}, ${String(question.hz)} a second`,
        zero: question.bounded ? "the middle between the poles" : "where the trace began",
        values: "numbers",
      };
  }
}

function range(most: number): string {
  return `0 to ${String(most)}`;
}
