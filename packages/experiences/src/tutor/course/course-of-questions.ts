import type { Course, Item, ItemFrame, ChoiceItem, NumberItem, TextItem } from "./course.ts";
import { COURSE_LIMITS } from "./course-limits.ts";
import { fileFault } from "./file-fault.ts";
import type { CourseAbout, CourseReading, FileFault } from "./file-fault.ts";

/** What a course file may be at most, in UTF-16 units. */
export const FILE_LIMIT = 400_000;

/** A question as an importer has read it, with where it stood. */
export interface ReadQuestion {
  readonly line: number;
  /** Its unit's title; the course's own where the file has no units. */
  readonly unit?: string;
  readonly skill: string;
  readonly task: Omit<ItemFrame, "id" | "skill"> & (ChoiceItem | NumberItem | TextItem);
}

/** What can be told of a file before it is read; empty when nothing stands in the way. */
export function rawFaults(text: string): readonly FileFault[] {
  if (text.length > FILE_LIMIT) return [fileFault(1, "too-large")];
  // Control signs other than tab and line ends, halves of a pair, and what stands for a byte that was no UTF-8.
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  const at = /[\u0000-\u0008\u000b\u000e-\u001f\ufffd]|\p{Surrogate}/u.exec(text);
  if (at === null) return [];
  return [fileFault(text.slice(0, at.index).split(/\r\n|\r|\n/u).length, "not-text")];
}

/** Puts questions together to a course, or says what is wrong with them. Both importers end here. */
export function courseOfQuestions(
  about: CourseAbout,
  questions: readonly ReadQuestion[],
  faults: readonly FileFault[],
): CourseReading {
  const all = [...faults, ...questions.flatMap(questionFaults), ...limitFaults(questions)];
  if (all.length === 0 && questions.length === 0) all.push(fileFault(1, "empty"));
  if (all.length > 0) return { kind: "faulty", faults: all.toSorted((a, b) => a.line - b.line) };
  return { kind: "read", course: courseOf(about, questions) };
}

function courseOf(about: CourseAbout, questions: readonly ReadQuestion[]): Course {
  const skillNames = [...new Set(questions.map(({ skill }) => skill))];
  const skillId = (name: string): string => `skill-${String(skillNames.indexOf(name) + 1)}`;
  const unitOf = ({ unit }: ReadQuestion): string => unit ?? about.title;
  const unitTitles = [...new Set(questions.map(unitOf))];
  return {
    id: "own",
    language: about.language,
    title: about.title,
    lead: "",
    authors: about.authors ?? "",
    licence: about.licence ?? "",
    skills: skillNames.map((name) => ({ id: skillId(name), name })),
    units: unitTitles.map((title, index) => ({
      id: `unit-${String(index + 1)}`,
      title,
      skills: [
        ...new Set(questions.filter((each) => unitOf(each) === title).map(({ skill }) => skillId(skill))),
      ],
      lesson: "",
    })),
    items: questions.map(({ skill, task }, index): Item => ({
      ...task,
      id: `item-${String(index + 1)}`,
      skill: skillId(skill),
    })),
  };
}

function questionFaults({ line, task }: ReadQuestion): readonly FileFault[] {
  const faults: FileFault[] = [];
  if (task.prompt.trim() === "") faults.push(fileFault(line, "no-question"));
  const texts = [task.prompt, task.solution, ...task.hints];
  if (texts.some(({ length }) => length > COURSE_LIMITS.textLength)) faults.push(fileFault(line, "too-long"));
  if (task.kind !== "choice") return faults;
  if (task.choices.some((choice) => choice.trim() === "")) faults.push(fileFault(line, "empty-choice"));
  if (task.choices.length < 2) faults.push(fileFault(line, "one-choice"));
  if (new Set(task.choices).size < task.choices.length) faults.push(fileFault(line, "choice-twice"));
  return faults;
}

function limitFaults(questions: readonly ReadQuestion[]): readonly FileFault[] {
  const skills = new Set(questions.map(({ skill }) => skill)).size;
  const units = new Set(questions.map(({ unit }) => unit)).size;
  const isTooMany =
    questions.length > COURSE_LIMITS.items || skills > COURSE_LIMITS.skills || units > COURSE_LIMITS.units;
  return isTooMany ? [fileFault(questions.at(-1)?.line ?? 1, "too-many")] : [];
}
