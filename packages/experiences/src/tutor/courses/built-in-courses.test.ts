import { describe, expect, it } from "vitest";
import { checkCourse } from "../course/check-course.ts";
import type { Item } from "../course/course.ts";
import { judgeAnswer } from "../course/judge-answer.ts";
import { lessonBlocks } from "../course/lesson-blocks.ts";
import { rightAnswer } from "../policy/hint-ladder.ts";
import { BUILT_IN_COURSES } from "./built-in-courses.ts";

const ALL = Object.values(BUILT_IN_COURSES).flatMap(({ en, de }) => [en, de]);

describe("the built-in courses", () => {
  it.each(ALL.map((course) => [course.title, course] as const))(
    "TB1: “%s” is whole, and every text of it can be drawn",
    (_, course) => {
      expect(checkCourse(course)).toEqual([]);
      for (const text of [
        ...course.units.map(({ lesson }) => lesson),
        ...course.items.map(({ prompt }) => prompt),
      ]) {
        expect(lessonBlocks(text).length).toBeGreaterThan(0);
        // A drawing that could not be read would be left as its text.
        expect(JSON.stringify(lessonBlocks(text))).not.toContain("```");
      }
    },
  );

  it.each(ALL.map((course) => [course.title, course] as const))(
    "TB1: “%s” has three hints and a solution to each task, and its answers are taken",
    (_, course) => {
      for (const item of course.items) {
        expect(item.hints, item.id).toHaveLength(3);
        expect(item.solution, item.id).not.toBe("");
        expect(judgeAnswer(item, answerTo(item)), item.id).toBe("right");
      }
      for (const { id } of course.skills)
        expect(course.items.filter(({ skill }) => skill === id)).toHaveLength(4);
    },
  );

  it("TB1: have answers that agree with their sums", () => {
    const answers = Object.fromEntries(
      BUILT_IN_COURSES["fractions"]?.en.items.map((item) => [item.id, item]) ?? [],
    );
    const number = (id: string) => (answers[id]?.kind === "number" ? answers[id].answer : undefined);
    expect(number("add-1")).toBeCloseTo(2 / 7 + 3 / 7, 12);
    expect(number("add-2")).toBe(1 / 2 + 1 / 4);
    expect(number("add-3")).toBeCloseTo(1 / 2 + 1 / 3, 12);
    expect(number("same-1")).toBe((2 / 3) * 9);
    expect(number("same-4")).toBe(12 / (3 / 5));
    expect(rightAnswer(answers["add-3"] as Item, "en")).toBe("5/6");
  });

  it("TB1: are the same course in English and German", () => {
    for (const { en, de } of Object.values(BUILT_IN_COURSES)) {
      const shape = ({ items }: typeof en) => items.map(({ id, skill, kind }) => [id, skill, kind]);
      expect(shape(en)).toEqual(shape(de));
    }
  });
});

function answerTo(item: Item): string {
  return item.kind === "choice" ? String(item.right) : rightAnswer(item, "en");
}
