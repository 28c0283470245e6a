import type { StudyProtocol, StudyTask } from "../protocol/protocol.ts";
import { allocate } from "../protocol/allocate.ts";
import { workOf } from "../run/read-run.ts";
import { replayStudy } from "../run/study.ts";
import type { StudyEvent } from "../run/study-event.ts";
import type { StudyRun, TaskWork } from "../run/study-state.ts";

/** A run as the researcher's server gives it. */
export interface StoredRun {
  readonly code: string;
  readonly number: number;
  /** Null once the participant has taken their data away. */
  readonly events: readonly StudyEvent[] | null;
}

/** One participant of a study. */
export interface StudyRecord {
  readonly code: string;
  readonly number: number;
  readonly armId: string;
  /** Absent once the participant has taken their data away. */
  readonly run?: StudyRun;
}

/** A study with all that is known of its participants. */
export interface StudyData {
  readonly protocol: StudyProtocol;
  readonly hash: string;
  /** How many read the consent and said no; nothing else is known of them. */
  readonly declined: number;
  /** In the order of their codes, which tells nothing. */
  readonly records: readonly StudyRecord[];
  /** Set where nobody is real. */
  readonly simulated?: true;
}

/** Folds the runs of a study. */
export function readStudyData(about: Omit<StudyData, "records">, runs: readonly StoredRun[]): StudyData {
  const records = runs
    .map(({ code, number, events }): StudyRecord => {
      const run = events === null ? undefined : replayStudy(events).run;
      const { armId } = run ?? allocate(about.protocol, number);
      return { code, number, armId, ...(run === undefined ? {} : { run }) };
    })
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return { ...about, records };
}

/** A task that was finished, and by whom. */
export interface FinishedWork {
  readonly record: StudyRecord;
  readonly run: StudyRun;
  readonly work: TaskWork;
}

/** Who finished a task outside of sampling, in the order of the records. */
export function finishedWork({ records }: StudyData, task: StudyTask): readonly FinishedWork[] {
  return records.flatMap((record) => {
    const { run } = record;
    const work = run === undefined ? undefined : workOf(run, { taskId: task.id });
    return run === undefined || work?.finishedAtMs === undefined ? [] : [{ record, run, work }];
  });
}
