import {
  intraclassCorrelation,
  reliableChange,
  smallestDetectableChange,
  standardErrorOfMeasurement,
} from "@openempathic/measure";
import type { Figure } from "@openempathic/measure";
import type { Measure } from "./measures.ts";
import { measuresOf } from "./measures.ts";
import { deviation } from "./reliability.ts";
import { finishedWork } from "./study-data.ts";
import type { StudyData } from "./study-data.ts";

/** One measure on two occasions. */
export interface Retest {
  readonly firstId: string;
  readonly secondId: string;
  readonly measureId: string;
  readonly name: string;
  readonly by: Measure["by"];
  /** Both values of each person who has both. */
  readonly pairs: readonly (readonly [number, number])[];
  /** ICC(2,1): absolute agreement of single measurements, occasions being a sample of all. */
  readonly icc: Figure;
  /** Standard error of measurement, from it. */
  readonly error: Figure;
  readonly detectable: Figure;
  /** How many changed beyond measurement error; absent where that cannot be told. */
  readonly changed?: { readonly up: number; readonly down: number; readonly none: number };
}

/** Test–retest of everything that the protocol measures twice. */
export function retests(data: StudyData): readonly Retest[] {
  const { tasks } = data.protocol;
  return tasks.flatMap((second) => {
    const first = tasks.find(({ id }) => id === second.retestOf);
    if (first === undefined) return [];
    const after = new Map(finishedWork(data, second).map(({ record, work }) => [record.code, work]));
    return measuresOf(second).map((measure): Retest => {
      const pairs = finishedWork(data, first).flatMap(({ record, work }) => {
        const later = after.get(record.code);
        const one = measure.valueOf(work);
        const two = later === undefined ? undefined : measure.valueOf(later);
        return one === undefined || two === undefined ? [] : [[one, two] as const];
      });
      const { id: measureId, name, by } = measure;
      return { firstId: first.id, secondId: second.id, measureId, name, by, pairs, ...figuresOf(pairs) };
    });
  });
}

function figuresOf(
  pairs: readonly (readonly [number, number])[],
): Pick<Retest, "icc" | "error" | "detectable" | "changed"> {
  const icc = pairs.length < 3 ? tooFew(pairs.length) : intraclassCorrelation(pairs, { form: "2,1" });
  if (icc.value === undefined) return { icc, error: icc, detectable: icc };
  if (icc.value < 0) {
    const none = {
      value: undefined,
      why: "the correlation is below 0, so there is no error to tell from it",
    } as const;
    return { icc, error: none, detectable: none };
  }
  const spread = deviation(pairs.flat());
  const errorAt = (reliability: number): number =>
    standardErrorOfMeasurement(spread, Math.min(1, Math.max(0, reliability)));
  const value = errorAt(icc.value);
  // The more reliable, the smaller the error: the interval's ends change places. The spread is taken as it is.
  const interval = icc.interval && {
    low: errorAt(icc.interval.high),
    high: errorAt(icc.interval.low),
    level: icc.interval.level,
  };
  const detectable: Figure = {
    value: smallestDetectableChange(value),
    interval: interval && {
      low: smallestDetectableChange(interval.low),
      high: smallestDetectableChange(interval.high),
      level: interval.level,
    },
  };
  const figures = { icc, error: { value, interval }, detectable };
  if (value === 0) return figures;
  const directions = pairs.map(
    ([before, after]) => reliableChange({ before, after, error: value }).direction,
  );
  const count = (which: "up" | "down" | "none"): number => directions.filter((each) => each === which).length;
  return { ...figures, changed: { up: count("up"), down: count("down"), none: count("none") } };
}

function tooFew(count: number): Figure {
  return {
    value: undefined,
    why: `at least three people have to be measured twice, and ${String(count)} ${count === 1 ? "is" : "are"}`,
  };
}
