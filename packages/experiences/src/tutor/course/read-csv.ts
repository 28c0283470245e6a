import { readNumber } from "./judge-answer.ts";
import { courseOfQuestions, rawFaults } from "./course-of-questions.ts";
import type { ReadQuestion } from "./course-of-questions.ts";
import { csvRecords } from "./csv-records.ts";
import type { CsvRecord } from "./csv-records.ts";
import { fileFault } from "./file-fault.ts";
import type { CourseAbout, CourseReading, FileFault } from "./file-fault.ts";

const REQUIRED = ["skill", "kind", "prompt", "answer"] as const;
const OPTIONAL = ["unit", "choices", "tolerance", "hint1", "hint2", "hint3", "solution"] as const;
type Column = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number];
type Row = Readonly<Partial<Record<Column, string>>>;

/**
 * Reads a course from a table (CSV by RFC 4180, UTF-8, comma or semicolon), one task a line. Columns, in any order:
 * `skill`, `kind` (choice, number, text), `prompt`, `answer`, and where wanted `unit`, `choices` (between bars; the
 * answer is one of them), `tolerance`, `hint1` to `hint3`, `solution`. Several right words stand between bars, too.
 *
 * @returns the whole course, or every fault with its line: nothing is half imported
 * @example
 * ```ts
 * import { readCsv } from "@openempathic/experiences/tutor";
 *
 * const about = { title: "Capitals", language: "en" } as const;
 * readCsv("skill,kind,prompt,answer\nEurope,text,Capital of France?,Paris", about).kind; // => "read"
 * readCsv("skill,kind,prompt,answer\nEurope,tune,Capital of France?,Paris", about); // => { kind: "faulty", faults: [{ line: 2, reason: "unknown-kind", found: "tune" }] }
 * ```
 */
export function readCsv(text: string, about: CourseAbout): CourseReading {
  const raw = rawFaults(text);
  if (raw.length > 0) return { kind: "faulty", faults: raw };
  const { records, fault } = csvRecords(text.replace(/^\ufeff/u, ""));
  if (fault !== undefined) return { kind: "faulty", faults: [fault] };
  const [head, ...rows] = records;
  if (head === undefined) return courseOfQuestions(about, [], []);
  const headFaults = columnFaults(head);
  if (headFaults.length > 0) return { kind: "faulty", faults: headFaults };
  const columns = head.fields.map((field) => field.trim().toLowerCase());
  const faults: FileFault[] = [];
  const questions = rows.flatMap((record) => {
    if (record.fields.length !== columns.length) {
      faults.push(fileFault(record.line, "wrong-width", String(record.fields.length)));
      return [];
    }
    const row: Row = Object.fromEntries(
      columns.map((column, at) => [column, record.fields[at]?.trim() ?? ""]),
    );
    const task = taskOf(row);
    if ("reason" in task) {
      faults.push(fileFault(record.line, task.reason, task.found));
      return [];
    }
    return [{ line: record.line, ...task }];
  });
  return courseOfQuestions(about, questions, faults);
}

function columnFaults({ line, fields }: CsvRecord): readonly FileFault[] {
  const columns = fields.map((field) => field.trim().toLowerCase());
  const known: readonly string[] = [...REQUIRED, ...OPTIONAL];
  return [
    ...columns
      .filter((column) => !known.includes(column))
      .map((column) => fileFault(line, "unknown-column", column)),
    ...REQUIRED.filter((column) => !columns.includes(column)).map((column) =>
      fileFault(line, "no-column", column),
    ),
    ...columns
      .filter((column, at) => columns.indexOf(column) < at)
      .map((column) => fileFault(line, "column-twice", column)),
  ];
}

function taskOf(row: Row): Omit<ReadQuestion, "line"> | Pick<FileFault, "reason" | "found"> {
  const { skill = "", kind = "", prompt = "", answer = "", choices = "", tolerance = "" } = row;
  if (skill === "") return { reason: "no-skill" };
  if (answer === "") return { reason: "no-answer" };
  const hints = [row.hint1 ?? "", row.hint2 ?? "", row.hint3 ?? ""].filter((hint) => hint !== "");
  const frame = { prompt, hints, solution: row.solution ?? "" };
  const place = { skill, ...(row.unit === undefined || row.unit === "" ? {} : { unit: row.unit }) };
  if (kind !== "choice" && choices !== "") return { reason: "choices-without-choice" };
  switch (kind) {
    case "choice": {
      const all = choices.split("|").map((choice) => choice.trim());
      const right = all.indexOf(answer);
      if (right < 0) return { reason: "answer-not-a-choice", found: answer };
      return { ...place, task: { ...frame, kind, choices: all, right } };
    }
    case "number": {
      const number = readNumber(answer);
      const allowed = tolerance === "" ? 0 : readNumber(tolerance);
      if (number === undefined) return { reason: "not-a-number", found: answer };
      if (allowed === undefined) return { reason: "not-a-number", found: tolerance };
      if (allowed < 0) return { reason: "bad-range", found: tolerance };
      return { ...place, task: { ...frame, kind, answer: number, tolerance: allowed } };
    }
    case "text": {
      const answers = answer
        .split("|")
        .map((each) => each.trim())
        .filter((each) => each !== "");
      return answers.length === 0 ? { reason: "no-answer" } : { ...place, task: { ...frame, kind, answers } };
    }
    default:
      return { reason: "unknown-kind", found: kind };
  }
}
