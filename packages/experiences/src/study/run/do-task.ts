import { isSafetyAnswer, latchAfterTick } from "../care/judge-answer.ts";
import { fitsDatum } from "../protocol/datum.ts";
import type { DatumValue } from "../protocol/datum.ts";
import type { StudyTask } from "../protocol/protocol.ts";
import { taskData, textsToRead } from "../protocol/task-data.ts";
import { isOpen, placeOf, promptTask, taskOf, workOf } from "./read-run.ts";
import type { StudyEvent, WorkRef } from "./study-event.ts";
import { workKey } from "./study-state.ts";
import type { StudyRun, TaskWork, Unjudged } from "./study-state.ts";

type Of<Kind extends StudyEvent["kind"]> = Extract<StudyEvent, { kind: Kind }>;

/** The task comes before the participant's eyes: from now on its time counts. */
export function beginTask(run: StudyRun, event: Of<"task-begun">): StudyRun {
  const task = taskNow(run, event);
  if (task === undefined || workOf(run, event) !== undefined) return run;
  return withWork(run, { ...refOf(event), begunAtMs: event.atMs, values: {}, estimates: {} });
}

/** Values for a task that is under way; an event with one that is not declared, or does not fit, changes nothing. */
export function takeAnswer(run: StudyRun, event: Of<"answered">): StudyRun {
  const task = taskNow(run, event);
  const work = workOf(run, event);
  if (task === undefined || work === undefined) return run;
  const data = taskData(task);
  const given = Object.entries(event.values);
  const fits = given.every(([name, value]) => {
    const datum = data.find((each) => each.name === name);
    return datum !== undefined && fitsDatum(datum, value);
  });
  if (!fits || given.every(([name, value]) => work.values[name] === value)) return run;
  const next = withWork(run, { ...work, values: { ...work.values, ...event.values } });
  return given.reduce((so, [name, value]) => noteRisk(so, { event, task, name, value }), next);
}

/** The task is done: its values stand from now on. Leaving something out is everybody's right. */
export function finishTask(run: StudyRun, event: Of<"task-finished">): StudyRun {
  const work = workOf(run, event);
  if (taskNow(run, event) === undefined || work === undefined) return run;
  const done = withWork(run, { ...work, finishedAtMs: event.atMs });
  const { promptId } = event;
  if (promptId === undefined || promptTask(done, promptId) !== undefined) return done;
  return {
    ...done,
    prompts: done.prompts.map((prompt) =>
      prompt.promptId === promptId ? { ...prompt, answeredAtMs: event.atMs } : prompt,
    ),
  };
}

/** What the model made of a text. */
export function takeEstimate(run: StudyRun, event: Of<"estimated"> | Of<"not-estimated">): StudyRun {
  const work = workOf(run, event);
  if (work === undefined || !textsLeft(run, work).some(({ of }) => of === event.of)) return run;
  const estimate = event.kind === "estimated" ? event.estimate : null;
  return withWork(run, { ...work, estimates: { ...work.estimates, [event.of]: estimate } });
}

/** Texts of a finished task that are not read yet. */
export function textsLeft(
  run: StudyRun,
  work: TaskWork,
): readonly { readonly of: string; readonly text: string }[] {
  const task = taskOf(run, work);
  if (task === undefined || work.finishedAtMs === undefined) return [];
  return textsToRead(task, work.values).filter(({ of }) => !Object.hasOwn(work.estimates, of));
}

/** The task that an event speaks of, if it is the one to do at this moment. */
function taskNow(run: StudyRun, event: WorkRef & { readonly atMs: number }): StudyTask | undefined {
  const place = placeOf(run);
  const { taskId, promptId } = event;
  if (promptId === undefined)
    return place.kind === "task" && place.task.id === taskId ? place.task : undefined;
  const prompt = run.prompts.find((each) => each.promptId === promptId);
  if (place.kind !== "sampling" || prompt === undefined || !isOpen(prompt, event.atMs)) return undefined;
  const task = promptTask(run, promptId);
  return task?.id === taskId ? task : undefined;
}

function withWork(run: StudyRun, work: TaskWork): StudyRun {
  return { ...run, work: { ...run.work, [workKey(work)]: work } };
}

function refOf({ taskId, promptId }: WorkRef): WorkRef {
  return { taskId, ...(promptId === undefined ? {} : { promptId }) };
}

interface GivenValue {
  readonly event: Of<"answered">;
  readonly task: StudyTask;
  readonly name: string;
  readonly value: DatumValue;
}

/** Words are to be judged, and an item about self-harm opens the way to help in this very step. */
function noteRisk(run: StudyRun, { event, task, name, value }: GivenValue): StudyRun {
  const key = workKey(event);
  const due: Unjudged = { seq: event.seq, key, datum: name };
  const others = run.unjudged.filter((each) => each.key !== key || each.datum !== name);
  if (task.kind === "questionnaire") {
    if (!isSafetyAnswer(task.instrument, name, value)) return run;
    return { ...run, latch: latchAfterTick(run.latch, event.atMs), unjudged: [...others, due] };
  }
  return typeof value === "string" && value.trim() !== "" ? { ...run, unjudged: [...others, due] } : run;
}
