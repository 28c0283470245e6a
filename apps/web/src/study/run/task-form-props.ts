import type { DatumValue, StudyTask, TaskWork } from "@openempathic/experiences/study";

/** What a task’s form works with. */
export interface TaskFormProps<Task extends StudyTask = StudyTask> {
  readonly task: Task;
  readonly values: TaskWork["values"];
  readonly onValues: (values: Readonly<Record<string, DatumValue>>) => void;
}
