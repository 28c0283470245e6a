import type { Course, Item, Unit } from "../course/course.ts";
import { ASSUMED_KNOWLEDGE, knownAfter, MASTERED } from "../mastery/knowledge.ts";

/** Why a task comes now. */
export type TaskReason = "new-skill" | "not-sure-yet" | "again" | "variety" | "asked";

/** A task and why it comes now. */
export interface TaskChoice {
  readonly itemId: string;
  readonly why: TaskReason;
}

/** What is known of a learner's way through a course. */
export interface CourseProgress {
  /** By skill, whether each counted answer was right, oldest first. */
  readonly answers: Readonly<Record<string, readonly boolean[]>>;
  /** The ids of tasks that were shown, each time, oldest first. */
  readonly shown: readonly string[];
}

/** More often than this the same task teaches nothing new. */
const MOST_SHOWINGS = 3;

/**
 * The next task of a unit: of the first skill that is not mastered yet, the task that was shown least. Where variety is
 * wanted, it comes from another skill of the unit, or at least in another form.
 *
 * @returns `undefined` when all skills of the unit are mastered, or its tasks are used up
 */
export function nextTask(
  course: Course,
  unit: Unit,
  { progress, wish }: { readonly progress: CourseProgress; readonly wish?: "variety" | "asked" },
): TaskChoice | undefined {
  const last = course.items.find(({ id }) => id === progress.shown.at(-1));
  const usable = unit.skills
    .filter((skill) => !isMastered(course, progress, skill))
    .map((skill) => ({ skill, items: usableItems(course, progress, skill) }))
    .filter(({ items }) => items.length > 0);
  const others = usable.filter(({ skill }) => skill !== last?.skill);
  const [first] = wish !== undefined && others.length > 0 ? others : usable;
  if (first === undefined) return undefined;
  const form =
    wish === undefined
      ? undefined
      : first.items.find(({ kind, id }) => kind !== last?.kind && id !== last?.id);
  const item = form ?? first.items[0];
  if (item === undefined) return undefined;
  return { itemId: item.id, why: wish ?? reasonFor(item, progress) };
}

/** Whether a skill counts as mastered. */
export function isMastered(course: Course, { answers }: CourseProgress, skill: string): boolean {
  const parameters = course.skills.find(({ id }) => id === skill)?.knowledge ?? ASSUMED_KNOWLEDGE;
  return knownAfter(answers[skill] ?? [], parameters) >= MASTERED;
}

/** The tasks of a skill that may still be shown, least shown first, and the one that was just there last. */
function usableItems({ items }: Course, { shown }: CourseProgress, skill: string): readonly Item[] {
  const times = ({ id }: Item): number => shown.filter((each) => each === id).length;
  const just = shown.at(-1);
  return items
    .filter((item) => item.skill === skill && times(item) < MOST_SHOWINGS)
    .toSorted((a, b) => Number(a.id === just) - Number(b.id === just) || times(a) - times(b));
}

function reasonFor({ id, skill }: Item, { shown, answers }: CourseProgress): TaskReason {
  if (shown.includes(id)) return "again";
  return (answers[skill] ?? []).length === 0 ? "new-skill" : "not-sure-yet";
}
