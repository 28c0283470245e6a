import { SKIP_REASONS } from "./answer.ts";
import type { Answer, Answers, AnswerValue, Region } from "./answer.ts";
import type { ChoiceQuestion, Question, RegionsQuestion, TraceQuestion } from "./question.ts";
import type { QuestionSchema } from "./question-schema.ts";

/** An answer in its one form, or what is wrong with it: what was expected, never what was written. */
export type ReadAnswer =
  { readonly kind: "answer"; readonly answer: Answer } | { readonly kind: "wrong"; readonly why: string };

/** The longest text of an answer, in UTF-16 units. † Proposed: some ten minutes of speech. */
const LONGEST_TEXT = 10_000;
/** The longest trace: two hours at 20 Hz, and the most regions of one answer. † Proposed. */
const LONGEST_TRACE = 144_000;
const MOST_REGIONS = 1_000;

/** Questions whose zero is a finding: looked for and not there. */
const CAN_BE_ABSENT: ReadonlySet<Question["kind"]> = new Set([
  "presence",
  "intensity",
  "choice",
  "transcript",
  "regions",
]);

/**
 * Holds one answer against its question and gives it in its one form: a step of 0, a "no" and an empty choice all
 * become "not present", so that they are counted alike.
 *
 * @param question The question that was asked.
 * @param given An answer as it came, already of the right outer shape.
 *
 * @example
 * ```ts
 * import { readAnswer, standardSchema } from "@openempathic/collect";
 *
 * const [joy] = standardSchema("intensity").questions;
 * if (joy === undefined) throw new Error("the schema has questions");
 * readAnswer(joy, { kind: "value", value: 0 }); // => { kind: "answer", answer: { kind: "not-present" } }
 * readAnswer(joy, { kind: "value", value: 8 }).kind; // => "wrong"
 * readAnswer(joy, { kind: "cant-tell" }); // => { kind: "answer", answer: { kind: "cant-tell" } }
 * ```
 */
export function readAnswer(question: Question, given: Answer): ReadAnswer {
  switch (given.kind) {
    case "cant-tell":
      return { kind: "answer", answer: { kind: "cant-tell" } };
    case "not-asked":
      return wrong("must be left out where it was not asked");
    case "skipped":
      if (!SKIP_REASONS.includes(given.reason))
        return wrong(`a skip needs a reason: ${SKIP_REASONS.join(", ")}`);
      return { kind: "answer", answer: { kind: "skipped", reason: given.reason } };
    case "not-present":
      if (!CAN_BE_ABSENT.has(question.kind)) return wrong("can't be answered by “not present”");
      return { kind: "answer", answer: { kind: "not-present" } };
    case "value":
      return readValue(question, given.value);
  }
}

/**
 * Holds a person's answers against the questions that they were asked.
 *
 * @param schema The schema.
 * @param asked The ids of the questions that were put to this person.
 * @param given Answers by question; each question that was asked needs one, no other may have one.
 * @returns All answers in their one form; or what is wrong, by question.
 *
 * @example
 * ```ts
 * import { readAnswers, standardSchema } from "@openempathic/collect";
 *
 * const schema = standardSchema("presence");
 * readAnswers(schema, { asked: ["Joy"], given: {} }); // throws RangeError
 * readAnswers(schema, { asked: ["Awe"], given: { Awe: { kind: "value", value: "yes" } } }).kind; // => "answers"
 * readAnswers(schema, { asked: ["Awe"], given: {} }).kind; // => "wrong"
 * ```
 */
export function readAnswers(
  schema: QuestionSchema,
  { asked, given }: { readonly asked: readonly string[]; readonly given: Answers },
):
  | { readonly kind: "answers"; readonly answers: Answers }
  | { readonly kind: "wrong"; readonly problems: Readonly<Record<string, string>> } {
  const answers: Record<string, Answer> = {};
  const problems: Record<string, string> = {};
  for (const id of asked) {
    const question = schema.questions.find((one) => one.id === id);
    if (question === undefined)
      throw new RangeError(`readAnswers needs questions of ${schema.id}; got ${id}`);
    const answer = Object.hasOwn(given, id) ? given[id] : undefined;
    const read = answer === undefined ? wrong("was asked and has no answer") : readAnswer(question, answer);
    if (read.kind === "wrong") problems[id] = read.why;
    else answers[id] = read.answer;
  }
  // The name of an unknown question is somebody's text and is not repeated.
  if (Object.keys(given).some((id) => !asked.includes(id)))
    problems["answers"] = "answers what was not asked";
  return Object.keys(problems).length > 0 ? { kind: "wrong", problems } : { kind: "answers", answers };
}

function readValue(question: Question, value: AnswerValue): ReadAnswer {
  switch (question.kind) {
    case "presence":
      if (value === "no") return { kind: "answer", answer: { kind: "not-present" } };
      return value === "yes" ? taken(value) : wrong("must be yes or no");
    case "intensity":
      if (value === 0) return { kind: "answer", answer: { kind: "not-present" } };
      return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= question.most
        ? taken(value)
        : wrong(`must be a whole number from 0 to ${String(question.most)}`);
    case "position":
      return typeof value === "number" && value >= -1 && value <= 1
        ? taken(value)
        : wrong("must be a number from -1 to 1");
    case "comparison":
      return value === "first" || value === "second" || value === "equal"
        ? taken(value)
        : wrong("must be first, second or equal");
    case "choice":
      return readChoice(question, value);
    case "description":
      if (!isText(value)) return wrong(`must be a text of at most ${String(LONGEST_TEXT)} characters`);
      return countWords(value) >= question.leastWords
        ? taken(value)
        : wrong(`needs at least ${String(question.leastWords)} words`);
    case "transcript":
      return isText(value) && value.trim() !== ""
        ? taken(value)
        : wrong("must be a text; “not present” where nothing is said");
    case "regions":
      return readRegions(question, value);
    case "trace":
      return readTrace(question, value);
  }
}

function readChoice({ options, several }: ChoiceQuestion, value: AnswerValue): ReadAnswer {
  const known = new Set(options.map(({ id }) => id));
  if (!several) {
    return typeof value === "string" && known.has(value) ? taken(value) : wrong("must be one of the options");
  }
  // The narrowing that `every` does is lost on a union of arrays.
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (chosen.length === 0) return { kind: "answer", answer: { kind: "not-present" } };
  const ids = chosen.filter((one): one is string => typeof one === "string" && known.has(one));
  if (ids.length !== chosen.length || new Set(ids).size !== ids.length)
    return wrong("must be options, each once");
  // In the schema's order, so that the same choice is the same value.
  return taken(options.map(({ id }) => id).filter((id) => ids.includes(id)));
}

function readRegions({ labels }: RegionsQuestion, value: AnswerValue): ReadAnswer {
  if (!Array.isArray(value) || value.length > MOST_REGIONS)
    return wrong(`must be at most ${String(MOST_REGIONS)} regions`);
  // Whether they are regions is what the next lines find out.
  const regions = value as readonly Partial<Region>[];
  if (regions.length === 0) return { kind: "answer", answer: { kind: "not-present" } };
  const read: Region[] = [];
  for (const { start, end, label } of regions) {
    if (typeof start !== "number" || typeof end !== "number" || !(start >= 0 && end > start && end < 1e9))
      return wrong("a region needs a start of 0 or more and an end after it");
    if (label === undefined || !labels.includes(label)) return wrong("a region needs one of the labels");
    read.push({ start, end, label });
  }
  return taken(
    read.toSorted((a, b) => a.start - b.start || a.end - b.end || a.label.localeCompare(b.label, "en")),
  );
}

function readTrace({ bounded }: TraceQuestion, value: AnswerValue): ReadAnswer {
  if (!Array.isArray(value) || value.length === 0 || value.length > LONGEST_TRACE)
    return wrong(`must be 1 to ${String(LONGEST_TRACE)} samples`);
  // Whether they are numbers is what the next lines find out.
  const samples = value as readonly unknown[];
  const numbers = samples.filter((one): one is number => typeof one === "number" && Number.isFinite(one));
  if (numbers.length !== samples.length) return wrong("samples must be numbers");
  if (bounded && numbers.some((one) => one < -1 || one > 1)) return wrong("samples must be from -1 to 1");
  return taken(numbers);
}

function isText(value: AnswerValue): value is string {
  return typeof value === "string" && value.length <= LONGEST_TEXT;
}

/** Words as runs of letters and digits; scripts without spaces count two signs as a word. */
function countWords(text: string): number {
  const unspaced = text.match(/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/gu)?.length ?? 0;
  const spaced = text
    .replaceAll(/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/gu, " ")
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu);
  return (spaced?.length ?? 0) + Math.floor(unspaced / 2);
}

function taken(value: AnswerValue): ReadAnswer {
  return { kind: "answer", answer: { kind: "value", value } };
}

function wrong(why: string): { readonly kind: "wrong"; readonly why: string } {
  return { kind: "wrong", why };
}
