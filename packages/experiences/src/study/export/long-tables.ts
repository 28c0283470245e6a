import { CATEGORIES } from "@openempathic/affect";
import type { Estimate } from "@openempathic/affect";
import type { StudyData } from "../analysis/study-data.ts";
import type { Datum, DatumValue } from "../protocol/datum.ts";
import type { StudyRun, TaskWork } from "../run/study-state.ts";
import { fateOf } from "../run/study-state.ts";
import {
  PARTICIPANT_COLUMN,
  momentColumn,
  momentText,
  namedColumn,
  secondsBetween,
  secondsColumn,
  textColumn,
} from "./frame-columns.ts";
import type { StudyTable, TableRow } from "./table.ts";

const TASK = textColumn("task", "The id of the task in the protocol.");
const PROMPT = textColumn("prompt", "The prompt of experience sampling; empty for tasks outside of it.");

/** One row for each answer: the same data as the participants' table and the prompts', in long form. */
export function responseTable(data: StudyData): StudyTable {
  return {
    name: "responses",
    description: "One row for each value that a participant gave in a task that they finished.",
    columns: [
      PARTICIPANT_COLUMN,
      TASK,
      PROMPT,
      textColumn("datum", "The name of the datum; the codebook has its declaration under task_datum."),
      textColumn("value", "The value as it was given, number or words."),
      momentColumn("finished_at", "When the task was finished"),
      secondsColumn("seconds", "How long the task was open until it was finished."),
    ],
    rows: worksOf(data).flatMap(({ ref, work }) =>
      Object.entries(work.values).map(([datum, value]) => ({
        ...ref,
        datum,
        value: String(value),
        finished_at: momentText(work.finishedAtMs),
        seconds: secondsBetween(work.begunAtMs, work.finishedAtMs),
      })),
    ),
  };
}

/** One row for each prompt with what became of it, answered or not (CREMAS: Liao and others 2016, doi:10.2196/jmir.4954). */
export function promptTable(data: StudyData): StudyTable {
  return {
    name: "prompts",
    description: "One row for each prompt of experience sampling, whatever became of it.",
    columns: [
      PARTICIPANT_COLUMN,
      textColumn("prompt", "The prompt: day and place within the day."),
      whole("day", "The day of sampling, from 1."),
      whole("place", "The place within the day, from 1."),
      textColumn("time_zone", "The participant’s clock (IANA)."),
      momentColumn("scheduled_at", "When it came"),
      momentColumn("closes_at", "Until when it could be answered"),
      momentColumn("shown_at", "When it was before the participant’s eyes"),
      momentColumn("answered_at", "When all of it was answered"),
      secondsColumn("latency", "From when it came until it was before the participant’s eyes."),
      namedColumn("fate", "What became of it.", [
        ["scheduled", "still to come, or open and not seen"],
        ["delivered", "seen, and still open"],
        ["answered", "answered in time"],
        ["expired", "seen, and not answered in time"],
        ["missed", "never seen in time"],
      ]),
    ],
    rows: runsOf(data).flatMap(({ code, run }) =>
      run.prompts.map((prompt): TableRow => {
        const { promptId, day, place, timeZone, scheduledAtMs, closesAtMs, shownAtMs, answeredAtMs } = prompt;
        return {
          participant_id: code,
          prompt: promptId,
          day,
          place,
          time_zone: timeZone,
          scheduled_at: momentText(scheduledAtMs),
          closes_at: momentText(closesAtMs),
          ...(shownAtMs === undefined
            ? {}
            : { shown_at: momentText(shownAtMs), latency: secondsBetween(scheduledAtMs, shownAtMs) }),
          ...(answeredAtMs === undefined ? {} : { answered_at: momentText(answeredAtMs) }),
          fate: fateOf(prompt),
        };
      }),
    ),
  };
}

/** One row for each text that a model read, with which model it was. */
export function estimateTable(data: StudyData): StudyTable {
  return {
    name: "estimates",
    description: "One row for each text that a model read: what it made of it, and which model it was.",
    columns: [
      PARTICIPANT_COLUMN,
      TASK,
      PROMPT,
      textColumn("text", "Which text: “text” for one’s own, else its id in the protocol."),
      ...(["valence", "arousal", "dominance"] as const).flatMap((dimension): Datum[] => [
        {
          name: `${dimension}_mean`,
          description: `${dimension} as the model estimates it, from -1 to 1; missing where it did not assess it.`,
          level: "interval",
          zero: "middle",
          minimum: -1,
          maximum: 1,
        },
        {
          name: `${dimension}_sd`,
          description: `How unsure the model is of ${dimension}: standard deviation.`,
          level: "ratio",
          zero: "absence",
          minimum: 0,
        },
      ]),
      textColumn(
        "abstained",
        "Why the model did not say anything; missing where it did. “failed” is an error.",
      ),
      textColumn("model_id", "The model."),
      textColumn("model_version", "Its version."),
      textColumn("model_digest", "The digest of its weights; missing where it has none."),
    ],
    rows: worksOf(data).flatMap(({ ref, work }) =>
      Object.entries(work.estimates).map(([text, estimate]) => ({
        ...ref,
        text,
        ...estimateCells(estimate),
      })),
    ),
  };
}

/** One row for each category that a model assessed in a text. */
export function likelihoodTable(data: StudyData): StudyTable {
  return {
    name: "likelihoods",
    description:
      "One row for each category that a model assessed in a text; what it did not assess has no row.",
    columns: [
      PARTICIPANT_COLUMN,
      TASK,
      PROMPT,
      textColumn("text", "Which text, as in the estimates."),
      namedColumn(
        "category",
        "The category of the EmoNet taxonomy.",
        CATEGORIES.map(({ id }) => [id, id] as const),
      ),
      {
        name: "likelihood",
        description:
          "The share of observers who, by the model’s calibrated estimate, would say that it is present.",
        level: "ratio",
        zero: "absence",
        minimum: 0,
        maximum: 1,
      },
    ],
    rows: worksOf(data).flatMap(({ ref, work }) =>
      Object.entries(work.estimates).flatMap(([text, estimate]) =>
        Object.entries(estimate?.abstained === null ? estimate.likelihood : {}).map(
          ([category, likelihood]) => ({
            ...ref,
            text,
            category,
            likelihood,
          }),
        ),
      ),
    ),
  };
}

function estimateCells(estimate: Estimate | null): TableRow {
  if (estimate === null) return { abstained: "failed" };
  const { dimensions, abstained, source } = estimate;
  const cells: Record<string, DatumValue> = { model_id: source.id, model_version: source.version };
  if (source.digest !== undefined) cells["model_digest"] = source.digest;
  if (abstained !== null) return { ...cells, abstained: abstained.reason };
  for (const [dimension, spread] of Object.entries(dimensions)) {
    cells[`${dimension}_mean`] = spread.mean;
    cells[`${dimension}_sd`] = spread.sd;
  }
  return cells;
}

interface OneWork {
  readonly ref: TableRow;
  readonly work: TaskWork & { readonly finishedAtMs: number };
}

/** Every finished task of everybody, outside of sampling and inside. */
function worksOf(data: StudyData): readonly OneWork[] {
  return runsOf(data).flatMap(({ code, run }) =>
    Object.values(run.work).flatMap((work): OneWork[] => {
      const { finishedAtMs, taskId, promptId } = work;
      if (finishedAtMs === undefined) return [];
      const ref = {
        participant_id: code,
        task: taskId,
        ...(promptId === undefined ? {} : { prompt: promptId }),
      };
      return [{ ref, work: { ...work, finishedAtMs } }];
    }),
  );
}

function runsOf({ records }: StudyData): readonly { readonly code: string; readonly run: StudyRun }[] {
  return records.flatMap(({ code, run }) => (run === undefined ? [] : [{ code, run }]));
}

function whole(name: string, description: string): Datum {
  return { name, description, level: "ordinal", zero: "none", minimum: 1, whole: true };
}
