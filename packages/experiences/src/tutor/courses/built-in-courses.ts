import type { ReplyLanguage } from "@openempathic/respond";
import type { Course, Item, ItemFrame } from "../course/course.ts";
import charts from "./charts.json" with { type: "json" };
import fractions from "./fractions.json" with { type: "json" };

/** The courses that come with the tutor, each in English and German, licensed CC BY 4.0 (see README.md here). */
export const BUILT_IN_COURSES: Readonly<Record<string, Readonly<Record<ReplyLanguage, Course>>>> = {
  fractions: { en: courseIn(fractions, "en"), de: courseIn(fractions, "de") },
  charts: { en: courseIn(charts, "en"), de: courseIn(charts, "de") },
};

type ItemWords = Pick<ItemFrame, "prompt" | "hints" | "solution"> & { readonly choices?: readonly string[] };

/** A course as it stands in JSON: everything that is the same in both languages once. */
interface BilingualCourse extends Pick<Course, "id" | "authors" | "licence"> {
  readonly en: Pick<Course, "title" | "lead">;
  readonly de: Pick<Course, "title" | "lead">;
  readonly skills: readonly { readonly id: string; readonly en: string; readonly de: string }[];
  readonly units: readonly ({ readonly id: string; readonly skills: readonly string[] } & Readonly<
    Record<ReplyLanguage, { readonly title: string; readonly lesson: readonly string[] }>
  >)[];
  readonly items: readonly ({
    readonly id: string;
    readonly skill: string;
    readonly kind: string;
    readonly answer?: number;
    readonly tolerance?: number;
    readonly right?: number;
  } & Readonly<Record<ReplyLanguage, ItemWords>>)[];
}

function courseIn(course: BilingualCourse, language: ReplyLanguage): Course {
  const { id, authors, licence } = course;
  return {
    id,
    language,
    ...course[language],
    authors,
    licence,
    skills: course.skills.map((skill) => ({ id: skill.id, name: skill[language] })),
    units: course.units.map((unit) => ({
      id: unit.id,
      skills: unit.skills,
      title: unit[language].title,
      lesson: unit[language].lesson.join("\n\n"),
    })),
    items: course.items.map((item) => itemIn(item, language)),
  };
}

/** A number as it is, and a choice that is not one would be found by `checkCourse` in the tests. */
function itemIn(item: BilingualCourse["items"][number], language: ReplyLanguage): Item {
  const { id, skill, answer, tolerance = 0, right = -1 } = item;
  const { prompt, hints, solution, choices = [] } = item[language];
  const frame = { id, skill, prompt, hints, solution };
  return answer === undefined
    ? { ...frame, kind: "choice", choices, right }
    : { ...frame, kind: "number", answer, tolerance };
}
