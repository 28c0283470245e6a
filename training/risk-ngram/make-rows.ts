import {
  RISK_BUCKETS,
  RISK_LEVELS,
  RISK_OUTPUTS,
  readForRisk,
  type RiskCase,
  type RiskReading,
  riskFeaturesOf,
  stretchesOf,
} from "@openempathic/govern";
import type { SparseRows } from "@openempathic/learn";

/** One stretch of a message as a sparse row, with what is to be learned from it. */
export interface RiskExample {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  /** 1 or 0 for each of RISK_OUTPUTS. */
  readonly targets: readonly number[];
}

/**
 * The examples of a message: all its stretches when it holds no risk; when it does, only a message of one stretch
 * says where the risk is, so a longer one gives the stretch given by `loudest`.
 */
export function examplesOf(
  one: RiskCase,
  loudest: (reading: RiskReading) => number = () => 0,
): RiskExample[] {
  const reading = readForRisk(one.turns);
  const stretches = stretchesOf(reading.message);
  const chosen =
    one.level === "none" || stretches.length === 1
      ? stretches
      : stretches.slice(loudest(reading), loudest(reading) + 1);
  const rank = RISK_LEVELS.indexOf(one.level);
  const targets = RISK_OUTPUTS.map((output, index) =>
    output === "others" ? Number(one.about === "others") : Number(rank > index),
  );
  return chosen.map((stretch) => {
    const { buckets, values } = riskFeaturesOf(stretch, reading.around);
    const summed = new Map<number, number>();
    for (const [at, bucket] of buckets.entries())
      summed.set(bucket, (summed.get(bucket) ?? 0) + (values[at] ?? 0));
    return { columns: [...summed.keys()], values: [...summed.values()], targets };
  });
}

/** The rows of examples for fitDualRegression. */
export function sparseRowsOf(examples: readonly RiskExample[]): SparseRows {
  const starts = new Int32Array(examples.length + 1);
  for (const [row, { columns }] of examples.entries()) starts[row + 1] = (starts[row] ?? 0) + columns.length;
  const columns = new Int32Array(starts[examples.length] ?? 0);
  const values = new Float32Array(columns.length);
  for (const [row, example] of examples.entries()) {
    columns.set(example.columns, starts[row] ?? 0);
    values.set(example.values, starts[row] ?? 0);
  }
  return { starts, columns, values, columnCount: RISK_BUCKETS };
}
