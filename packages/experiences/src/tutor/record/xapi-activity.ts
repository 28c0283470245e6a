import type { Course, Item, Skill, Unit } from "../course/course.ts";
import type { XapiActivity } from "./xapi-statement.ts";

const TYPES = "http://adlnet.gov/expapi/activities";

/** A course, lesson, task or skill as an xAPI activity, under an address that belongs to whoever exports. */
export function xapiActivity(
  root: string,
  course: Course,
  part: { readonly unit: Unit } | { readonly item: Item } | { readonly skill: Skill } | undefined,
): XapiActivity {
  const { language } = course;
  const id = `${root.replace(/\/+$/u, "")}/${course.id}`;
  const activity = (path: string, type: string, name: string): XapiActivity => ({
    objectType: "Activity",
    id: `${id}${path}`,
    definition: { type: `${TYPES}/${type}`, name: { [language]: name } },
  });
  if (part === undefined) return activity("", "course", course.title);
  if ("unit" in part) return activity(`/units/${part.unit.id}`, "lesson", part.unit.title);
  if ("skill" in part) return activity(`/skills/${part.skill.id}`, "objective", part.skill.name);
  const task = activity(`/items/${part.item.id}`, "cmi.interaction", part.item.id);
  return { ...task, definition: { ...task.definition, ...interactionOf(part.item, language) } };
}

/** Responses as xAPI 1.0.3 writes them, part 2, section 2.4.4.1.3. */
function interactionOf(item: Item, language: string): Partial<XapiActivity["definition"]> {
  switch (item.kind) {
    case "choice":
      return {
        interactionType: "choice",
        correctResponsesPattern: [String(item.right)],
        choices: item.choices.map((choice, index) => ({
          id: String(index),
          description: { [language]: choice },
        })),
      };
    case "number": {
      const { answer, tolerance } = item;
      const pattern = tolerance === 0 ? String(answer) : `${answer - tolerance}[:]${answer + tolerance}`;
      return { interactionType: "numeric", correctResponsesPattern: [pattern] };
    }
    case "text":
      return { interactionType: "fill-in", correctResponsesPattern: item.answers };
  }
}
