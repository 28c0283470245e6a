import type { StudyTask } from "../protocol/protocol.ts";
import type { WorkRef } from "./study-event.ts";
import { workKey } from "./study-state.ts";
import type { Prompt, StudyRun, TaskWork } from "./study-state.ts";

/** Where a participant is. */
export type RunPlace =
  | { readonly kind: "task"; readonly task: StudyTask; readonly place: number; readonly of: number }
  /** The tasks are done, and days of sampling are to begin. */
  | { readonly kind: "before-sampling" }
  | { readonly kind: "sampling" }
  | { readonly kind: "finished" }
  | { readonly kind: "stopped" };

/** Where a participant is now; it follows from what is done. */
export function placeOf(run: StudyRun): RunPlace {
  if (run.stoppedAtMs !== undefined) return { kind: "stopped" };
  const index = run.order.findIndex((id) => workOf(run, { taskId: id })?.finishedAtMs === undefined);
  const task = index === -1 ? undefined : taskWith(run.protocol.tasks, run.order[index] ?? "");
  if (task !== undefined) return { kind: "task", task, place: index + 1, of: run.order.length };
  if (run.protocol.sampling === undefined) return { kind: "finished" };
  if (run.prompts.length === 0) return { kind: "before-sampling" };
  const isOver = run.prompts.every(
    ({ answeredAtMs, closed }) => answeredAtMs !== undefined || closed === true,
  );
  return { kind: isOver ? "finished" : "sampling" };
}

/** The prompt that can be answered at this moment; `undefined` while there is none. */
export function openPrompt({ prompts }: StudyRun, nowMs: number): Prompt | undefined {
  return prompts.find((prompt) => isOpen(prompt, nowMs));
}

/** Whether a prompt can be answered at this moment. */
export function isOpen({ scheduledAtMs, closesAtMs, answeredAtMs, closed }: Prompt, nowMs: number): boolean {
  return answeredAtMs === undefined && closed !== true && nowMs >= scheduledAtMs && nowMs < closesAtMs;
}

/** The next thing that a prompt asks; `undefined` when all is answered. */
export function promptTask(run: StudyRun, promptId: string): StudyTask | undefined {
  return run.protocol.sampling?.tasks
    .filter((task) => isFor(task, run.armId))
    .find(({ id }) => workOf(run, { taskId: id, promptId })?.finishedAtMs === undefined);
}

/** Whether a task is for an arm. */
export function isFor({ arms }: StudyTask, armId: string): boolean {
  return arms === undefined || arms.includes(armId);
}

/** What was done of a task; `undefined` before it was begun. */
export function workOf(run: StudyRun, ref: WorkRef): TaskWork | undefined {
  const key = workKey(ref);
  return Object.hasOwn(run.work, key) ? run.work[key] : undefined;
}

/** The task that an id names, among those outside or inside experience sampling. */
export function taskOf(run: StudyRun, { taskId, promptId }: WorkRef): StudyTask | undefined {
  const { tasks, sampling } = run.protocol;
  return taskWith(promptId === undefined ? tasks : (sampling?.tasks ?? []), taskId);
}

function taskWith(tasks: readonly StudyTask[], id: string): StudyTask | undefined {
  return tasks.find((task) => task.id === id);
}
