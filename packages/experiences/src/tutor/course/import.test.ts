import { describe, expect, it } from "vitest";
import { checkCourse } from "./check-course.ts";
import type { Course } from "./course.ts";
import { faultText } from "./file-fault.ts";
import type { CourseReading, FaultReason } from "./file-fault.ts";
import { judgeAnswer } from "./judge-answer.ts";
import { readCsv } from "./read-csv.ts";
import { readGift } from "./read-gift.ts";

const ABOUT = { title: "My course", language: "en" } as const;

function courseIn(reading: CourseReading): Course {
  if (reading.kind === "faulty")
    throw new Error(reading.faults.map((fault) => faultText(fault, "en")).join("\n"));
  expect(checkCourse(reading.course)).toEqual([]);
  return reading.course;
}

// The examples of docs.moodle.org/en/GIFT_format, in other words where they are long.
const GIFT = `// A comment at the top
$CATEGORY: $course$/top/History

::Grant::Who is buried in Grant's tomb in New York City? {
=Grant
~No one
~Napoleon #was buried in France
}

Grant is {~buried =entombed ~living} in Grant's tomb.

$CATEGORY: Numbers
The sun is larger than the earth. {T}
Light is slow. {FALSE#No, it is fast.}

When was Ulysses S. Grant born? {#1822:5}

What is pi to two places? {#3.14..3.15 ####It goes on for ever.}

Two plus two equals {=four =4}.

::Escapes:: Which one is \\{curly\\}\\: \\= or \\~? {=\\{ ~\\=}
`;

describe("a GIFT file", () => {
  it("TI1: becomes a course: a skill for each category, every kind of question that can be checked", () => {
    // Two questions with no empty line between are one block in GIFT; this file has one such pair on purpose.
    const faulty = readGift(GIFT, ABOUT);
    expect(faulty).toMatchObject({ kind: "faulty", faults: [{ line: 14, reason: "stray-brace" }] });
    const course = courseIn(readGift(GIFT.replace("{T}\n", "{T}\n\n"), ABOUT));
    expect(course.skills.map(({ name }) => name)).toEqual(["History", "Numbers"]);
    expect(course.items.map(({ kind }) => kind)).toEqual([
      "choice",
      "choice",
      "choice",
      "choice",
      "number",
      "number",
      "text",
      "choice",
    ]);
    const [grant, missing, sun, light, born, pi, sum, escapes] = course.items;
    expect(grant).toMatchObject({
      prompt: "Who is buried in Grant's tomb in New York City?",
      choices: ["Grant", "No one", "Napoleon"],
      right: 0,
    });
    expect(missing).toMatchObject({ prompt: "Grant is _____ in Grant's tomb.", right: 1 });
    expect([sun, light]).toMatchObject([{ right: 0 }, { right: 1 }]);
    expect(born).toMatchObject({ answer: 1822, tolerance: 5 });
    expect(pi).toMatchObject({ solution: "It goes on for ever." });
    expect(pi === undefined ? "" : judgeAnswer(pi, "3.141")).toBe("right");
    expect(sum === undefined ? "" : judgeAnswer(sum, "Four")).toBe("right");
    expect(escapes).toMatchObject({ prompt: "Which one is {curly}: = or ~?", choices: ["{", "="] });
  });

  it("is read with Windows line ends and a byte order mark as well", () => {
    expect(courseIn(readGift("\ufeffOne? {=1 ~2}\r\n\r\nTwo? {#2}\r\n", ABOUT)).items).toHaveLength(2);
  });
});

const CSV = `unit,skill,kind,prompt,answer,choices,tolerance,hint1,solution
Europe,Capitals,choice,"Capital of ""France""?",Paris,Rome|Paris|Lyon,,Not Rome,Paris
Europe,Capitals,text,Capital of Italy?,Rome|Roma,,,,
Sums,Adding,number,"One half
and one quarter?",3/4,,0,,
`;

describe("a CSV file", () => {
  it("TI1: becomes a course with units, skills, hints and every kind of task", () => {
    const course = courseIn(readCsv(CSV, ABOUT));
    expect(course.units.map(({ title }) => title)).toEqual(["Europe", "Sums"]);
    expect(course.items).toMatchObject([
      { kind: "choice", prompt: 'Capital of "France"?', right: 1, hints: ["Not Rome"], solution: "Paris" },
      { kind: "text", answers: ["Rome", "Roma"] },
      { kind: "number", answer: 0.75, prompt: "One half\nand one quarter?" },
    ]);
  });

  it("may be parted by semicolons, as spreadsheets in half of Europe write it", () => {
    expect(courseIn(readCsv("skill;kind;prompt;answer\nA;number;Half?;0,5\n", ABOUT)).items).toMatchObject([
      { answer: 0.5 },
    ]);
  });
});

const HEAD = "skill,kind,prompt,answer,choices,tolerance\n";
/** A question that is right on the first line, so that a reader that stops there would have half a file. */
const GOOD = "Two? {#2}\n\n";
const GOOD_ROW = "A,number,Two?,2,,\n";

const BROKEN_GIFT: readonly (readonly [what: string, file: string, line: number, reason: FaultReason])[] = [
  ["nothing", "", 1, "empty"],
  ["only a comment", "// nothing here\n", 1, "empty"],
  ["only a category", "$CATEGORY: A\n", 1, "empty"],
  ["a category without a name", `${GOOD}$CATEGORY: \n`, 3, "bad-category"],
  ["a category that is only the top", `${GOOD}$CATEGORY: $course$/top\n`, 3, "bad-category"],
  ["an essay", `${GOOD}Say why. {}`, 3, "essay"],
  ["an essay with feedback", `${GOOD}Say why. {####Because.}`, 3, "essay"],
  ["a description without answers", `${GOOD}Just read this.`, 3, "no-answer"],
  ["a brace that is not closed", `${GOOD}One? {=1 ~2`, 3, "open-brace"],
  ["a brace that is not opened", `${GOOD}One? =1 ~2}`, 3, "stray-brace"],
  ["braces the wrong way round", `${GOOD}One? }=1 ~2{`, 3, "stray-brace"],
  ["two sets of answers", `${GOOD}One {=1 ~2} and two {=2 ~1}`, 3, "stray-brace"],
  ["a brace in braces", `${GOOD}One? {=1 {~2}}`, 3, "stray-brace"],
  ["a brace too many on the second line", `${GOOD}One? {=1 ~2}\nmore }`, 4, "stray-brace"],
  ["a title without an end", `${GOOD}::Title One? {=1 ~2}`, 3, "open-title"],
  ["nothing asked", `${GOOD}{=1 ~2}`, 3, "no-question"],
  ["a title and nothing asked", `${GOOD}::T:: {=1 ~2}`, 3, "no-question"],
  ["pairs to match", `${GOOD}Match. {=a -> 1 =b -> 2}`, 3, "matching"],
  ["several right by marks", `${GOOD}Which? {=1 =2 ~3}`, 3, "several-right"],
  ["several right by weights", `${GOOD}Which? {~%50%1 ~%50%2 ~%-100%3}`, 3, "several-right"],
  ["right in part", `${GOOD}Which? {=%50%1 ~3}`, 3, "several-right"],
  ["no choice right", `${GOOD}Which? {~1 ~2}`, 3, "no-right"],
  ["one wrong choice alone", `${GOOD}Which? {~%100%1}`, 3, "one-choice"],
  ["a choice twice", `${GOOD}Which? {=1 ~2 ~2}`, 3, "choice-twice"],
  ["an empty choice", `${GOOD}Which? {=1 ~}`, 3, "empty-choice"],
  ["an empty right answer", `${GOOD}Which? {=}`, 3, "empty-choice"],
  ["words before the choices", `${GOOD}Which? {one =1 ~2}`, 3, "before-answers"],
  ["a weight that is none", `${GOOD}Which? {=1 ~%x%2}`, 3, "bad-weight"],
  ["a weight over 100", `${GOOD}Which? {=1 ~%200%2}`, 3, "bad-weight"],
  ["a weight without its end", `${GOOD}Which? {=1 ~%50 2}`, 3, "bad-weight"],
  ["a number that is none", `${GOOD}How many? {#many}`, 3, "not-a-number"],
  ["no number", `${GOOD}How many? {#}`, 3, "not-a-number"],
  ["a tolerance below 0", `${GOOD}How many? {#3:-1}`, 3, "bad-range"],
  ["a tolerance that is none", `${GOOD}How many? {#3:x}`, 3, "not-a-number"],
  ["two tolerances", `${GOOD}How many? {#3:1:1}`, 3, "not-a-number"],
  ["a range the wrong way round", `${GOOD}How many? {#5..1}`, 3, "bad-range"],
  ["several numbers with weights", `${GOOD}How many? {#=3 =%50%4}`, 3, "several-right"],
  ["a NUL", `${GOOD}One\u0000? {=1 ~2}`, 3, "not-text"],
  ["bytes that were no UTF-8", `${GOOD}\n\nGr\ufffdn? {=1 ~2}`, 5, "not-text"],
  ["a text that is too long", `${GOOD}${"long ".repeat(1000)}{=1 ~2}`, 3, "too-long"],
];

const BROKEN_CSV: readonly (readonly [what: string, file: string, line: number, reason: FaultReason])[] = [
  ["nothing", "", 1, "empty"],
  ["only a head", HEAD, 1, "empty"],
  ["a column too few in the head", "skill,kind,prompt\nA,text,B\n", 1, "no-column"],
  ["a column nobody knows", "skill,kind,prompt,answer,colour\nA,text,B,C,D\n", 1, "unknown-column"],
  ["a column twice", "skill,kind,prompt,answer,answer\nA,text,B,C,D\n", 1, "column-twice"],
  ["no head", "A,number,Two?,2\n", 1, "unknown-column"],
  ["a field too few", `${HEAD}${GOOD_ROW}A,number,Two?,2\n`, 3, "wrong-width"],
  ["a field too many", `${HEAD}${GOOD_ROW}A,number,Two?,2,,,more\n`, 3, "wrong-width"],
  ["a quotation mark that stays open", `${HEAD}${GOOD_ROW}A,number,"Two?,2,,\n`, 3, "open-quote"],
  ["a quotation mark in the middle", `${HEAD}${GOOD_ROW}A,number,Tw"o?,2,,\n`, 3, "stray-quote"],
  ["words after a quotation mark", `${HEAD}${GOOD_ROW}A,number,"Two"?,2,,\n`, 3, "stray-quote"],
  ["a kind nobody knows", `${HEAD}${GOOD_ROW}A,essay,Why?,Because,,\n`, 3, "unknown-kind"],
  ["no kind", `${HEAD}${GOOD_ROW}A,,Why?,Because,,\n`, 3, "unknown-kind"],
  ["no skill", `${HEAD}${GOOD_ROW},text,Why?,Because,,\n`, 3, "no-skill"],
  ["no answer", `${HEAD}${GOOD_ROW}A,text,Why?,,,\n`, 3, "no-answer"],
  ["only bars as an answer", `${HEAD}${GOOD_ROW}A,text,Why?,||,,\n`, 3, "no-answer"],
  ["nothing asked", `${HEAD}${GOOD_ROW}A,text,,Because,,\n`, 3, "no-question"],
  ["an answer that is no choice", `${HEAD}${GOOD_ROW}A,choice,Which?,C,A|B,\n`, 3, "answer-not-a-choice"],
  ["one choice alone", `${HEAD}${GOOD_ROW}A,choice,Which?,A,A,\n`, 3, "one-choice"],
  ["a choice twice", `${HEAD}${GOOD_ROW}A,choice,Which?,A,A|B|B,\n`, 3, "choice-twice"],
  ["an empty choice", `${HEAD}${GOOD_ROW}A,choice,Which?,A,A||B,\n`, 3, "empty-choice"],
  ["choices for a number", `${HEAD}${GOOD_ROW}A,number,Two?,2,1|2,\n`, 3, "choices-without-choice"],
  ["a number that is none", `${HEAD}${GOOD_ROW}A,number,Two?,two,,\n`, 3, "not-a-number"],
  ["a fraction by zero", `${HEAD}${GOOD_ROW}A,number,Two?,2/0,,\n`, 3, "not-a-number"],
  ["a tolerance that is none", `${HEAD}${GOOD_ROW}A,number,Two?,2,,x\n`, 3, "not-a-number"],
  ["a tolerance below 0", `${HEAD}${GOOD_ROW}A,number,Two?,2,,-1\n`, 3, "bad-range"],
  ["a NUL", `${HEAD}${GOOD_ROW}A,text,W\u0000hy?,2,,\n`, 3, "not-text"],
  ["half of a letter", `${HEAD}${GOOD_ROW}A,text,W\ud800hy?,2,,\n`, 3, "not-text"],
  ["a question that is too long", `${HEAD}${GOOD_ROW}A,text,${"why ".repeat(1100)},2,,\n`, 3, "too-long"],
  [
    "too many skills",
    `${HEAD}${Array.from({ length: 51 }, (_, at) => `S${String(at)},number,Two?,2,,\n`).join("")}`,
    52,
    "too-many",
  ],
  ["too many tasks", `${HEAD}${GOOD_ROW.repeat(501)}`, 502, "too-many"],
  [
    "a fault behind a field of two lines",
    `${HEAD}A,number,"Two\nlines?",2,,\nA,number,Two?,x,,\n`,
    4,
    "not-a-number",
  ],
  ["a file that is too large", `${HEAD}${" ".repeat(400_001)}`, 1, "too-large"],
];

describe("a broken file", () => {
  it("TI2: comes in at least fifty ways, most of them after a line that is right", () => {
    expect(BROKEN_GIFT.length + BROKEN_CSV.length).toBeGreaterThanOrEqual(50);
  });

  it.each(BROKEN_GIFT)(
    "TI2: GIFT with %s is refused whole, with the line and the reason",
    (...[, file, line, reason]) => {
      expectRefused(readGift(file, ABOUT), line, reason);
    },
  );

  it.each(BROKEN_CSV)(
    "TI2: CSV with %s is refused whole, with the line and the reason",
    (...[, file, line, reason]) => {
      expectRefused(readCsv(file, ABOUT), line, reason);
    },
  );

  it("TI2: has all its faults told at once, in both languages", () => {
    const reading = readCsv(`${HEAD}A,tune,B,C,,\nA,number,Two?,x,,\n`, ABOUT);
    const faults = reading.kind === "faulty" ? reading.faults : [];
    expect(faults.map((fault) => faultText(fault, "en"))).toEqual([
      "Line 2: the kind must be choice, number or text (tune).",
      "Line 3: this is not a number (x).",
    ]);
    expect(faults.map((fault) => faultText(fault, "de"))[1]).toBe("Zeile 3: das ist keine Zahl (x).");
  });

  function expectRefused(reading: CourseReading, line: number, reason: FaultReason): void {
    expect(reading.kind).toBe("faulty");
    const faults = reading.kind === "faulty" ? reading.faults : [];
    expect(faults).toContainEqual(expect.objectContaining({ line, reason }));
    for (const fault of faults) expect(faultText(fault, "de")).toMatch(/^Zeile \d+: .+\.$/u);
  }
});
