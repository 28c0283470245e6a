import { COURSE_LIMITS } from "./course-limits.ts";
import type { Course, Item } from "./course.ts";

/**
 * What is wrong with a course as a whole, in sentences; empty when nothing is: ids that are missing or there twice,
 * references that lead nowhere, tasks that cannot be answered, a skill without tasks.
 */
export function checkCourse(course: Course): readonly string[] {
  const skills = new Set(course.skills.map(({ id }) => id));
  return [
    ...twice("skill", course.skills),
    ...twice("unit", course.units),
    ...twice("item", course.items),
    ...tooMany(course),
    ...(course.units.length === 0 ? ["There is no unit."] : []),
    ...course.units.flatMap(({ id, skills: taught }) =>
      taught
        .filter((skill) => !skills.has(skill))
        .map((skill) => `Unit ${id} trains an unknown skill, ${skill}.`),
    ),
    ...course.skills.flatMap(({ id }) => skillFaults(course, id)),
    ...course.items.flatMap((item) =>
      skills.has(item.skill) ? itemFaults(item) : [`Item ${item.id} needs an unknown skill, ${item.skill}.`],
    ),
  ];
}

function twice(what: string, parts: readonly { readonly id: string }[]): readonly string[] {
  const seen = new Set<string>();
  return parts.flatMap(({ id }) => {
    if (!/^[\w-]{1,64}$/.test(id)) return [`“${id}” cannot be the id of a ${what}.`];
    if (seen.has(id)) return [`There are two ${what}s with the id ${id}.`];
    seen.add(id);
    return [];
  });
}

function tooMany({ items, skills, units }: Course): readonly string[] {
  const counts = { items: items.length, skills: skills.length, units: units.length };
  return (["items", "skills", "units"] as const).flatMap((what) =>
    counts[what] > COURSE_LIMITS[what] ? [`There are more than ${COURSE_LIMITS[what]} ${what}.`] : [],
  );
}

function skillFaults({ items, units }: Course, skill: string): readonly string[] {
  return [
    ...(items.some((item) => item.skill === skill) ? [] : [`Skill ${skill} has no task.`]),
    ...(units.some(({ skills }) => skills.includes(skill)) ? [] : [`Skill ${skill} is in no unit.`]),
  ];
}

function itemFaults(item: Item): readonly string[] {
  const faults: string[] = [];
  const texts = [item.prompt, item.solution, ...item.hints];
  if (item.prompt.trim() === "") faults.push(`Item ${item.id} asks nothing.`);
  if (texts.some(({ length }) => length > COURSE_LIMITS.textLength))
    faults.push(`Item ${item.id} has a text that is too long.`);
  switch (item.kind) {
    case "choice":
      if (item.choices.length < 2) faults.push(`Item ${item.id} has fewer than two choices.`);
      if (new Set(item.choices).size < item.choices.length)
        faults.push(`Item ${item.id} has a choice twice.`);
      if (item.choices[item.right] === undefined) faults.push(`Item ${item.id} has no right choice.`);
      break;
    case "number":
      if (!Number.isFinite(item.answer) || !(item.tolerance >= 0))
        faults.push(`Item ${item.id} has no number as its answer.`);
      break;
    case "text":
      if (item.answers.every((answer) => answer.trim() === ""))
        faults.push(`Item ${item.id} has no right answer.`);
      break;
  }
  return faults;
}
