import { courseOfQuestions, rawFaults } from "./course-of-questions.ts";
import type { ReadQuestion } from "./course-of-questions.ts";
import { fileFault } from "./file-fault.ts";
import type { CourseAbout, CourseReading, FileFault } from "./file-fault.ts";
import { giftAnswers } from "./gift-answers.ts";
import { giftBlocks } from "./gift-blocks.ts";
import type { GiftBlock } from "./gift-blocks.ts";
import { findUnescaped, unescapeGift } from "./gift-escapes.ts";

/**
 * Reads a course from Moodle's GIFT format (docs.moodle.org, "GIFT format"): true or false, one of several, short
 * answer, numbers with tolerance or range, missing word, categories, titles, comments, escapes, general feedback.
 * Each category becomes a skill. Essays, matching and several right choices are refused, with their line.
 *
 * @returns the whole course, or every fault with its line: nothing is half imported
 * @example
 * ```ts
 * import { readGift } from "@openempathic/experiences/tutor";
 *
 * const about = { title: "Sums", language: "en" } as const;
 * readGift("Two plus two is {=4 ~5}.", about).kind; // => "read"
 * readGift("Say why. {}", about); // => { kind: "faulty", faults: [{ line: 1, reason: "essay" }] }
 * ```
 */
export function readGift(text: string, about: CourseAbout): CourseReading {
  const raw = rawFaults(text);
  if (raw.length > 0) return { kind: "faulty", faults: raw };
  const { blocks, namelessCategories } = giftBlocks(text.replace(/^\ufeff/u, ""), about.title);
  const faults: FileFault[] = namelessCategories.map((line) => fileFault(line, "bad-category"));
  const questions: ReadQuestion[] = [];
  for (const block of blocks) {
    const question = questionOf(block, about);
    if ("reason" in question) faults.push(question);
    else questions.push(question);
  }
  return courseOfQuestions(about, questions, faults);
}

function questionOf(block: GiftBlock, { language }: CourseAbout): ReadQuestion | FileFault {
  const { line, category } = block;
  const titled = withoutTitle(block.text);
  if (titled === undefined) return fileFault(line, "open-title", block.text);
  const body = titled.replace(/^\s*\[(?:html|moodle|plain|markdown)\]/u, "");
  const lineOf = (at: number): number =>
    line + (block.text.slice(0, block.text.length - body.length + at).split("\n").length - 1);
  const opens = findUnescaped(body, "{");
  const closes = findUnescaped(body, "}");
  if (opens === undefined)
    return closes === undefined
      ? fileFault(line, "no-answer", body)
      : fileFault(lineOf(closes), "stray-brace");
  if (closes === undefined) return fileFault(lineOf(opens), "open-brace");
  if (closes < opens) return fileFault(lineOf(closes), "stray-brace");
  const after = body.slice(closes + 1);
  const again = findUnescaped(after, "{") ?? findUnescaped(after, "}");
  if (again !== undefined) return fileFault(lineOf(closes + 1 + again), "stray-brace");
  const nested = findUnescaped(body.slice(opens + 1, closes), "{");
  if (nested !== undefined) return fileFault(lineOf(opens + 1 + nested), "stray-brace");

  const answers = giftAnswers(body.slice(opens + 1, closes), language);
  if ("reason" in answers) return fileFault(lineOf(opens), answers.reason, answers.found);
  const { solution, ...task } = answers;
  const before = unescapeGift(body.slice(0, opens)).trim();
  const rest = unescapeGift(after).trim();
  if (before === "" && rest === "") return fileFault(line, "no-question");
  const prompt = rest === "" ? before : `${before} _____ ${rest}`.trim();
  return { line, skill: category, task: { ...task, prompt, hints: [], solution } };
}

/** The question without its `::title::`; `undefined` where the title has no end. */
function withoutTitle(text: string): string | undefined {
  const begins = text.trimStart();
  if (!begins.startsWith("::")) return text;
  const end = begins.indexOf("::", 2);
  return end < 0 ? undefined : begins.slice(end + 2);
}
