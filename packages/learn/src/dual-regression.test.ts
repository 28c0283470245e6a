import { seededRandom } from "@openempathic/measure";
import { describe, expect, it } from "vitest";
import { fitDualRegression, type SparseRows } from "./dual-regression.ts";

/** Dense rows as sparse ones. */
function rowsOf(table: readonly (readonly number[])[]): SparseRows {
  const columnCount = table[0]?.length ?? 0;
  return {
    starts: Int32Array.from({ length: table.length + 1 }, (_, i) => i * columnCount),
    columns: Int32Array.from(table.flatMap((row) => row.map((_, column) => column))),
    values: Float32Array.from(table.flat()),
    columnCount,
  };
}

const random = seededRandom(11);
const table = Array.from({ length: 60 }, () => [random() - 0.5, random() - 0.5, random() - 0.5]);

function scoreOf(row: readonly number[], model: ReturnType<typeof fitDualRegression>): number {
  return row.reduce((sum, value, column) => sum + value * (model.weights[column] ?? 0), model.bias[0] ?? 0);
}

describe("fitDualRegression", () => {
  it("reaches the minimum of ridge regression: the gradient of its objective vanishes", () => {
    const targets = Float32Array.from(table, ([a = 0, b = 0]) => 2 * a - b + 0.3);
    const model = fitDualRegression(rowsOf(table), targets, {
      loss: "squared",
      cost: 5,
      passes: 300,
      seed: 1,
    });
    // Objective ½‖w‖² + (C/2) Σ (score − target)²: w + C Σ (score − target) x = 0.
    for (const column of [0, 1, 2]) {
      const slope = table.reduce(
        (sum, row, i) => sum + 5 * (scoreOf(row, model) - (targets[i] ?? 0)) * (row[column] ?? 0),
        0,
      );
      expect((model.weights[column] ?? 0) + slope).toBeCloseTo(0, 4);
    }
  });

  it("reaches the minimum of logistic regression: the gradient of its objective vanishes", () => {
    const targets = Float32Array.from(table, ([a = 0, b = 0, c = 0]) => (a - b + 0.5 * c > 0.1 ? 1 : 0));
    const model = fitDualRegression(rowsOf(table), targets, {
      loss: "logistic",
      cost: 3,
      passes: 400,
      seed: 1,
    });
    // Objective ½‖w‖² + C Σ log loss: w + C Σ (σ(score) − target) x = 0, and the same for the bias.
    const errors = table.map((row, i) => 1 / (1 + Math.exp(-scoreOf(row, model))) - (targets[i] ?? 0));
    for (const column of [0, 1, 2]) {
      const slope = table.reduce((sum, row, i) => sum + 3 * (errors[i] ?? 0) * (row[column] ?? 0), 0);
      expect((model.weights[column] ?? 0) + slope).toBeCloseTo(0, 2);
    }
    expect((model.bias[0] ?? 0) + 3 * errors.reduce((sum, error) => sum + error, 0)).toBeCloseTo(0, 2);
  });

  it("fits each output as if it were alone", () => {
    const first = table.map(([a = 0]) => (a > 0 ? 1 : 0));
    const second = table.map(([, b = 0]) => (b > 0.2 ? 1 : 0));
    const options = { loss: "logistic", cost: 1, passes: 20, seed: 4 } as const;
    const both = fitDualRegression(
      rowsOf(table),
      Float32Array.from(first.flatMap((t, i) => [t, second[i] ?? 0])),
      options,
    );
    const alone = fitDualRegression(rowsOf(table), Float32Array.from(second), options);
    expect([1, 3, 5].map((at) => both.weights[at])).toEqual([...alone.weights]);
  });

  it("refuses targets that do not fit the rows", () => {
    const options = { loss: "squared", cost: 1, passes: 1, seed: 1 } as const;
    expect(() => fitDualRegression(rowsOf(table), new Float32Array(7), options)).toThrow(RangeError);
  });
});
