import { endOf } from "../analysis/consort.ts";
import type { StudyData, StudyRecord } from "../analysis/study-data.ts";
import { scoreRange, scoreScale } from "../instrument/score-scale.ts";
import type { Datum, DatumValue } from "../protocol/datum.ts";
import type { StudyTask } from "../protocol/protocol.ts";
import { taskData } from "../protocol/task-data.ts";
import { workOf } from "../run/read-run.ts";
import type { TaskWork } from "../run/study-state.ts";
import {
  PARTICIPANT_COLUMN,
  momentColumn,
  momentText,
  namedColumn,
  secondsBetween,
  secondsColumn,
  textColumn,
} from "./frame-columns.ts";
import type { StudyTable } from "./table.ts";

/** One row for each participant: how far they came, every value of every task that they finished, and its scores. */
export function participantTable(data: StudyData): StudyTable {
  const { protocol, records } = data;
  const { tasks } = protocol;
  return {
    name: "participants",
    description: "One row for each participant who consented and has not taken their data away.",
    columns: [
      PARTICIPANT_COLUMN,
      {
        name: "number",
        description:
          "The place in the order of consent; with the protocol it gives arm and order of tasks again.",
        level: "ordinal",
        zero: "none",
        minimum: 1,
        whole: true,
      },
      namedColumn(
        "arm",
        "The arm by chance.",
        protocol.arms.map(({ id, name }) => [id, name] as const),
      ),
      namedColumn("status", "How far the participant came.", [
        ["finished", "did all tasks"],
        ["under-way", "has not finished yet"],
        ["stopped", "stopped before the end and left the answers"],
      ]),
      namedColumn(
        "consent_version",
        "The version of the text that was agreed to.",
        protocol.consents.map(({ version }) => [version, version] as const),
      ),
      momentColumn("consented_at", "When it was agreed to"),
      textColumn("task_order", "The participant’s tasks in their order, parted by >."),
      ...tasks.flatMap(columnsOf),
    ],
    rows: records.flatMap((record) => (record.run === undefined ? [] : [rowOf(record, tasks)])),
  };
}

/** The columns of one task: its data, how long it took, its scores. */
export function columnsOf(task: StudyTask): readonly Datum[] {
  const own = taskData(task).map((datum) => ({ ...datum, name: `${task.id}_${datum.name}` }));
  const seconds = secondsColumn(
    `${task.id}_seconds`,
    `How long “${task.title}” was open until it was finished.`,
  );
  return [...own, seconds, ...scoreColumns(task)];
}

/** The values of one finished task by its columns. */
export function valuesOf(task: StudyTask, work: TaskWork): Readonly<Record<string, DatumValue>> {
  if (work.finishedAtMs === undefined) return {};
  const own = Object.entries(work.values).map(([name, value]) => [`${task.id}_${name}`, value] as const);
  return {
    ...Object.fromEntries(own),
    [`${task.id}_seconds`]: secondsBetween(work.begunAtMs, work.finishedAtMs),
    ...scoresOf(task, work),
  };
}

function scoreColumns(task: StudyTask): readonly Datum[] {
  if (task.kind !== "questionnaire") return [];
  const { instrument } = task;
  return instrument.scales.flatMap((scale) => {
    const { low, high } = scoreRange(instrument, scale);
    const name = `${task.id}_${scale.id}_score`;
    const rule =
      scale.mostMissing === 0
        ? "none with an item missing"
        : `with at most ${String(scale.mostMissing)} items missing, for which the mean of the others stands`;
    const score: Datum = {
      name,
      description: `${scale.name}: ${scale.score} of ${String(scale.items.length)} items${scale.times === undefined ? "" : `, times ${String(scale.times)}`}; ${rule}.`,
      level: "interval",
      zero: "lower-end",
      unit: "points",
      minimum: low,
      maximum: high,
    };
    const bands = scale.bands?.map(({ words }) => [words, words] as const);
    return bands === undefined
      ? [score]
      : [
          score,
          namedColumn(
            `${task.id}_${scale.id}_range`,
            `Where in the scale the score of ${scale.name} lies. It says nothing about whether somebody is ill.`,
            bands,
          ),
        ];
  });
}

function scoresOf(task: StudyTask, { values }: TaskWork): Readonly<Record<string, DatumValue>> {
  if (task.kind !== "questionnaire") return {};
  return Object.fromEntries(
    task.instrument.scales.flatMap((scale): (readonly [string, DatumValue])[] => {
      const { value, ...rest } = scoreScale(task.instrument, scale, values);
      if (value === undefined) return [];
      const band = "band" in rest ? rest.band : undefined;
      return [
        [`${task.id}_${scale.id}_score`, value],
        ...(band === undefined ? [] : [[`${task.id}_${scale.id}_range`, band.words] as const]),
      ];
    }),
  );
}

function rowOf(record: StudyRecord, tasks: readonly StudyTask[]): Readonly<Record<string, DatumValue>> {
  const { code, number, armId, run } = record;
  if (run === undefined) return {};
  const works = tasks.map((task) => {
    const work = workOf(run, { taskId: task.id });
    return work === undefined ? {} : valuesOf(task, work);
  });
  return Object.assign(
    {
      participant_id: code,
      number,
      arm: armId,
      status: endOf(record),
      consent_version: run.consent.version,
      consented_at: momentText(run.consent.atMs),
      task_order: run.order.join(">"),
    },
    ...works,
  ) as Readonly<Record<string, DatumValue>>;
}
