import { RISK_BUCKETS, RISK_OUTPUTS, type RiskModel } from "@openempathic/govern";
import { fitDualRegression } from "@openempathic/learn";
import { type RiskExample, sparseRowsOf } from "./make-rows.ts";

/** How the models are fitted; chosen by cross-validation, see README.md. */
export const RISK_RECIPE = {
  cost: 0.7,
  positiveWeight: 2,
  passes: 8,
  seed: 1,
  copies: 2,
  besides: 0.5,
} as const;

const OTHERS = RISK_OUTPUTS.indexOf("others");

/**
 * Fits one logistic regression for each output: the four steps of the ladder on all examples, whom it is about on
 * those with a risk.
 */
export function fitRiskModel(examples: readonly RiskExample[], recipe = RISK_RECIPE): RiskModel {
  const outputs = RISK_OUTPUTS.length;
  const ladder = fit(examples, (example) => example.targets.slice(0, OTHERS), recipe);
  const risky = examples.filter((example) => example.targets[0] === 1);
  const others = fit(risky, (example) => example.targets.slice(OTHERS), { ...recipe, positiveWeight: 1 });
  const weights = new Float32Array(RISK_BUCKETS * outputs);
  for (let bucket = 0; bucket < RISK_BUCKETS; bucket++) {
    const steps = leaning(ladder.weights.subarray(bucket * OTHERS, (bucket + 1) * OTHERS));
    for (let l = 0; l < OTHERS; l++) weights[bucket * outputs + l] = steps[l] ?? 0;
    weights[bucket * outputs + OTHERS] = others.weights[bucket] ?? 0;
  }
  return {
    weights,
    scales: new Array<number>(outputs).fill(1),
    bias: [...leaning(ladder.bias), ...others.bias],
    thresholds: new Array<number>(outputs).fill(0),
    doubtBelow: -Infinity,
  };
}

/**
 * The step to passive leans on the step to concern: the mean of both parts harmless messages from grave ones better
 * than either (README.md, what was tried), at the price of calling some concerns passive.
 */
function leaning(steps: Float32Array | Float64Array): number[] {
  const [concern = 0, passive = 0, ...graver] = steps;
  return [concern, (concern + passive) / 2, ...graver];
}

function fit(
  examples: readonly RiskExample[],
  targetsOf: (example: RiskExample) => readonly number[],
  recipe: { cost: number; positiveWeight: number; passes: number; seed: number },
) {
  const { cost, positiveWeight, passes, seed } = recipe;
  const targets = Float32Array.from(examples.flatMap(targetsOf));
  return fitDualRegression(sparseRowsOf(examples), targets, {
    loss: "logistic",
    cost,
    positiveWeight,
    passes,
    seed,
  });
}
