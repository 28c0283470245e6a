import { canonicalJson, sha256 } from "@openempathic/govern";
import type { JsonValue } from "@openempathic/govern";
import type { Question, Wording } from "./question.ts";

/** The name and version of the form that schemas are written in. */
export const QUESTION_SCHEMA = "open-empathic/questions/1";

/** A versioned set of questions, as data. Another wording or scale is another version: answers name the one they saw. */
export interface QuestionSchema {
  readonly schema: typeof QUESTION_SCHEMA;
  readonly id: string;
  /** Counts up from 1. */
  readonly version: number;
  readonly title: Wording;
  readonly questions: readonly Question[];
}

/**
 * Checks a set of questions and gives it back as a schema.
 *
 * @param fields Id, version, title and at least one question.
 * @throws {RangeError} For an id of other signs than letters, digits, ".", "_" and "-"; a version below 1; no question;
 *   two questions of one id; an empty wording; a scale without steps, with another number of words than steps, a choice
 *   of fewer than two different options, no label for regions, or a trace of no samples a second.
 *
 * @example
 * ```ts
 * import { makeQuestionSchema } from "@openempathic/collect";
 *
 * const title = { en: "Laughter", de: "Lachen" };
 * const prompt = { en: "Is there laughter?", de: "Wird gelacht?" };
 * const laughter = { kind: "presence", id: "laughter", about: null, prompt } as const;
 * makeQuestionSchema({ id: "laughter", version: 1, title, questions: [laughter] }).version; // => 1
 * makeQuestionSchema({ id: "none", version: 1, title, questions: [] }); // throws RangeError
 * ```
 */
export function makeQuestionSchema(fields: Omit<QuestionSchema, "schema">): QuestionSchema {
  const { id, version, title, questions } = fields;
  need(/^[\w.-]{1,64}$/u.test(id), `an id of letters, digits, ".", "_" and "-"`, id);
  need(Number.isInteger(version) && version >= 1, "a whole version of 1 or more", version);
  need(isWorded(title), "a title in both languages", title);
  need(questions.length > 0, "a question", questions.length);
  const seen = new Set<string>();
  for (const question of questions) {
    need(/^[\w.-]{1,64}$/u.test(question.id), "an id for each question", question.id);
    need(!seen.has(question.id), "a different id for each question", question.id);
    seen.add(question.id);
    need(isWorded(question.prompt), `a prompt in both languages for ${question.id}`, question.prompt);
    checkScale(question);
  }
  return { schema: QUESTION_SCHEMA, id, version, title, questions };
}

/**
 * The SHA-256 of a schema's canonical JSON: two schemas of one id and version that differ anywhere have different ones.
 *
 * @returns 64 hex digits.
 *
 * @example
 * ```ts
 * import { digestOfSchema, standardSchema } from "@openempathic/collect";
 *
 * digestOfSchema(standardSchema("presence")).length; // => 64
 * ```
 */
export function digestOfSchema(schema: QuestionSchema): string {
  // A schema is plain data with string keys, as the type says.
  return sha256(canonicalJson(schema as unknown as JsonValue));
}

function checkScale(question: Question): void {
  const { id } = question;
  switch (question.kind) {
    case "intensity": {
      const { most, steps } = question;
      need(Number.isInteger(most) && most >= 1, `a strongest step of 1 or more for ${id}`, most);
      need(
        steps === null || (steps.length === most + 1 && steps.every(isWorded)),
        `words for each of ${String(most + 1)} steps of ${id}, or null`,
        steps?.length,
      );
      return;
    }
    case "choice": {
      const ids = new Set(question.options.map((option) => option.id));
      need(ids.size >= 2 && ids.size === question.options.length, `two or more different options for ${id}`, [
        ...ids,
      ]);
      need(
        question.options.every(({ words }) => isWorded(words)),
        `words for each option of ${id}`,
        id,
      );
      return;
    }
    case "position":
      need(isWorded(question.low) && isWorded(question.high), `words for both poles of ${id}`, id);
      return;
    case "description":
      need(Number.isInteger(question.leastWords) && question.leastWords >= 1, `a fewest number of words`, id);
      return;
    case "regions":
      need(question.labels.length > 0, `a label for the regions of ${id}`, question.labels.length);
      return;
    case "trace":
      need(question.hz > 0 && Number.isFinite(question.hz), `samples a second for ${id}`, question.hz);
      return;
    case "presence":
    case "comparison":
    case "transcript":
      return;
  }
}

function isWorded({ en, de }: Wording): boolean {
  return en.trim() !== "" && de.trim() !== "";
}

function need(holds: boolean, what: string, got: unknown): void {
  if (!holds) throw new RangeError(`makeQuestionSchema needs ${what}; it got ${JSON.stringify(got)}`);
}
