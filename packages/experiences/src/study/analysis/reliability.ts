import {
  bootstrapInterval,
  cronbachAlpha,
  mcDonaldOmega,
  smallestDetectableChange,
  standardErrorOfMeasurement,
} from "@openempathic/measure";
import type { Figure } from "@openempathic/measure";
import { keyedAnswer } from "../instrument/instrument.ts";
import type { Instrument, InstrumentScale } from "../instrument/instrument.ts";
import { finishedWork } from "./study-data.ts";
import type { StudyData } from "./study-data.ts";

/** How an interval is drawn that has no formula. */
export interface Resampling {
  readonly resamples: number;
  readonly seed: number;
}

/** Enough for intervals to two digits, in a moment. */
export const RESAMPLING: Resampling = { resamples: 400, seed: 20_261_128 };

/** With fewer people many resamples have no one-factor model at all, and the rest would make too narrow an interval. */
const FEWEST_FOR_OMEGA = 20;

/** How far a score of this study can be relied on, or why that cannot be told. */
export interface ScaleReliability {
  readonly taskId: string;
  readonly scaleId: string;
  readonly name: string;
  /** Who answered every item of it. */
  readonly complete: number;
  readonly finished: number;
  readonly alpha: Figure;
  readonly omega: Figure;
  /** Standard error of measurement, in points of the score, from alpha. */
  readonly error: Figure;
  /** The smallest change of one person beyond measurement error, in points. */
  readonly detectable: Figure;
}

/** The reliability of each score of each questionnaire, from those who answered all of its items. */
export function scaleReliabilities(
  data: StudyData,
  resampling: Resampling = RESAMPLING,
): readonly ScaleReliability[] {
  return data.protocol.tasks.flatMap((task) => {
    if (task.kind !== "questionnaire") return [];
    const { instrument } = task;
    const works = finishedWork(data, task);
    return instrument.scales.map((scale): ScaleReliability => {
      const rows = works.flatMap(({ work }) => {
        const row = keyedRow(instrument, scale, work.values);
        return row === undefined ? [] : [row];
      });
      return {
        taskId: task.id,
        scaleId: scale.id,
        name: scale.name,
        complete: rows.length,
        finished: works.length,
        ...figuresOf(rows, scale, resampling),
      };
    });
  });
}

function figuresOf(
  rows: readonly (readonly number[])[],
  scale: InstrumentScale,
  resampling: Resampling,
): Pick<ScaleReliability, "alpha" | "omega" | "error" | "detectable"> {
  const factor = (scale.score === "sum" ? 1 : 1 / scale.items.length) * (scale.times ?? 1);
  const alpha = cronbachAlpha(rows);
  const omega = mcDonaldOmega(rows, rows.length < FEWEST_FOR_OMEGA ? {} : { bootstrap: resampling });
  const error = errorFigure(rows, factor, resampling);
  const detectable: Figure =
    error.value === undefined
      ? error
      : {
          value: smallestDetectableChange(error.value),
          interval: error.interval && {
            low: smallestDetectableChange(error.interval.low),
            high: smallestDetectableChange(error.interval.high),
            level: error.interval.level,
          },
        };
  return { alpha, omega, error, detectable };
}

/** SD · √(1 − alpha), with a bootstrap over persons. */
function errorFigure(rows: readonly (readonly number[])[], factor: number, resampling: Resampling): Figure {
  const of = (chosen: readonly (readonly number[])[]): number | string => {
    const alpha = cronbachAlpha(chosen);
    if (alpha.value === undefined) return alpha.why;
    if (alpha.value < 0) return "alpha is below 0, so the items do not measure one thing";
    return standardErrorOfMeasurement(deviation(chosen.map(sum)) * factor, alpha.value);
  };
  const value = of(rows);
  if (typeof value === "string") return { value: undefined, why: value };
  const interval = bootstrapInterval(
    (chosen) => {
      const figure = of(Array.from(chosen, (index) => rows[index] ?? []));
      return typeof figure === "string" ? undefined : figure;
    },
    { ...resampling, cases: rows.length },
  );
  return { value, interval };
}

function keyedRow(
  instrument: Instrument,
  scale: InstrumentScale,
  values: Readonly<Record<string, number | string>>,
): readonly number[] | undefined {
  const row = scale.items.flatMap((id) => {
    const item = instrument.items.find((each) => each.id === id);
    const answer = values[id];
    return item === undefined || typeof answer !== "number" ? [] : [keyedAnswer(instrument, item, answer)];
  });
  return row.length === scale.items.length ? row : undefined;
}

function sum(values: readonly number[]): number {
  return values.reduce((so, value) => so + value, 0);
}

/** Standard deviation of a sample; 0 for fewer than two values. */
export function deviation(values: readonly number[]): number {
  const mean = sum(values) / values.length;
  const squares = values.reduce((so, value) => so + (value - mean) ** 2, 0);
  return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
}
