import { taskData } from "@openempathic/experiences/study";
import type { DatumValue, StudyTask } from "@openempathic/experiences/study";

/** How much of a task is not answered yet; empty words count as not answered. */
export function missingIn(task: StudyTask, values: Readonly<Record<string, DatumValue>>): number {
  return taskData(task).filter(({ name }) => {
    const value = values[name];
    return value === undefined || (typeof value === "string" && value.trim() === "");
  }).length;
}
