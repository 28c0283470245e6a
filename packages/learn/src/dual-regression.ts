import { seededRandom } from "@openempathic/measure";
import { shuffle } from "./shuffle.ts";

/** Texts as sparse rows: row `i` holds columns `columns[starts[i] … starts[i + 1]]` with their `values`. */
export interface SparseRows {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
  readonly columnCount: number;
}

/** One linear model per output: the score of output `l` is `bias[l] + Σ value · weights[column · outputs + l]`. */
export interface LinearModel {
  readonly outputs: number;
  readonly bias: Float64Array;
  readonly weights: Float32Array;
}

export interface DualRegressionOptions {
  /** `logistic` for targets 0 or 1, `squared` for real targets (ridge regression). */
  readonly loss: "logistic" | "squared";
  /** Weight of the loss against ½‖w‖², > 0: larger fits closer. One value, or one for each output. */
  readonly cost: number | readonly number[];
  /** How many times a positive text counts; 1 unless told. For `logistic` only. */
  readonly positiveWeight?: number;
  readonly passes: number;
  readonly seed: number;
  /** Told after each pass. */
  readonly onPass?: (pass: number) => void;
}

/**
 * Fits L2-regularised logistic or ridge regression, all outputs in one sweep, by dual coordinate ascent: each
 * step solves the problem of one text exactly with the others held fixed. Deterministic for a seed. The bias is
 * regularised like a weight (a constant feature of value 1), as in LIBLINEAR.
 *
 * Yu, Huang and Lin 2011, "Dual coordinate descent methods for logistic regression and maximum entropy models",
 * doi:10.1007/s10994-010-5221-8, section 3 (logistic); Ho and Lin 2012, "Large-scale linear support vector
 * regression", JMLR 13, section 3.2 with epsilon 0 (squared).
 *
 * @param targets Row-major, one row for each text and one column for each output.
 */
export function fitDualRegression(
  rows: SparseRows,
  targets: Float32Array,
  options: DualRegressionOptions,
): LinearModel {
  const count = rows.starts.length - 1;
  const outputs = targets.length / count;
  if (!Number.isInteger(outputs) || outputs < 1) {
    throw new RangeError(
      `fitDualRegression needs the same number of targets for each of ${count} rows, got ${targets.length}`,
    );
  }
  const { cost, loss, positiveWeight = 1 } = options;
  const costs = Array.from({ length: outputs }, (_, l) => (typeof cost === "number" ? cost : (cost[l] ?? 1)));
  const model = {
    outputs,
    bias: new Float64Array(outputs),
    weights: new Float32Array(rows.columnCount * outputs),
  };
  const duals = new Float64Array(count * outputs);
  const scores = new Float64Array(outputs);
  const random = seededRandom(options.seed);
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let pass = 0; pass < options.passes; pass++) {
    for (const row of shuffle(order, random)) {
      const norm = scoreRow(rows, row, { model, scores });
      for (let l = 0; l < outputs; l++) {
        const at = row * outputs + l;
        const dual = duals[at] as number;
        const target = targets[at] as number;
        const weight = loss === "logistic" && target > 0.5 ? positiveWeight : 1;
        const problem = { score: scores[l] as number, target, norm, cost: (costs[l] as number) * weight };
        const next = loss === "logistic" ? logisticDual(dual, problem) : squaredDual(dual, problem);
        duals[at] = next;
        scores[l] = next - dual;
      }
      addRow(rows, row, { model, scores });
    }
    options.onPass?.(pass + 1);
  }
  return model;
}

interface Step {
  readonly model: LinearModel;
  readonly scores: Float64Array;
}

/** Writes the model's scores of one row into `scores`; returns the row's squared length, bias included. */
export function scoreRow(rows: SparseRows, row: number, { model, scores }: Step): number {
  const { outputs, weights } = model;
  let norm = 1;
  scores.set(model.bias);
  for (let k = rows.starts[row] as number, stop = rows.starts[row + 1] as number; k < stop; k++) {
    const value = rows.values[k] as number;
    const base = (rows.columns[k] as number) * outputs;
    norm += value * value;
    for (let l = 0; l < outputs; l++)
      scores[l] = (scores[l] as number) + value * (weights[base + l] as number);
  }
  return norm;
}

/** Adds `scores[l]` times the row to the weights of each output `l`. */
function addRow(rows: SparseRows, row: number, { model, scores }: Step): void {
  const { outputs, weights, bias } = model;
  for (let l = 0; l < outputs; l++) bias[l] = (bias[l] as number) + (scores[l] as number);
  for (let k = rows.starts[row] as number, stop = rows.starts[row + 1] as number; k < stop; k++) {
    const value = rows.values[k] as number;
    const base = (rows.columns[k] as number) * outputs;
    for (let l = 0; l < outputs; l++) {
      weights[base + l] = (weights[base + l] as number) + value * (scores[l] as number);
    }
  }
}

interface Problem {
  readonly score: number;
  readonly target: number;
  readonly norm: number;
  readonly cost: number;
}

/**
 * The dual of one text, signed: it lies in (0, C) for a positive text and (-C, 0) for a negative one, and is the
 * multiple of the text that the weights hold. Solves `ln(a / (C - a)) + margin + (a - a₀)·‖x‖² = 0` by Newton
 * steps on the logit of a/C, which stay inside the bounds.
 */
function logisticDual(dual: number, { score, target, norm, cost }: Problem): number {
  const sign = target > 0.5 ? 1 : -1;
  const old = sign * dual;
  const margin = sign * score;
  let logit = old > 0 ? Math.log(old / (cost - old)) : -margin;
  let a = cost / (1 + Math.exp(-logit));
  for (let step = 0; step < 4; step++) {
    const gap = logit + margin + (a - old) * norm;
    logit -= gap / (1 + norm * a * (1 - a / cost));
    a = cost / (1 + Math.exp(-logit));
    if (Math.abs(gap) < 1e-3) break;
  }
  return sign * Math.min(Math.max(a, cost * 1e-12), cost * (1 - 1e-12));
}

function squaredDual(dual: number, { score, target, norm, cost }: Problem): number {
  const slack = 1 / cost;
  return dual + (target - score - slack * dual) / (norm + slack);
}
