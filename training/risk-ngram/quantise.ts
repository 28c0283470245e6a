import { RISK_OUTPUTS, type RiskModel } from "@openempathic/govern";

/** What risk-weights.json holds: a model whose weights are 8 bits each, in base64. */
export interface RiskModelFile {
  readonly weights: string;
  readonly scales: readonly number[];
  readonly bias: readonly number[];
  readonly thresholds: readonly number[];
  readonly doubtBelow: number;
}

/** Weights beyond so many standard deviations are cut, so that the many small ones keep their differences. */
const WIDEST = 12;

/** Rounds a model's weights to 8 bits, with one scale for each output. */
export function quantised(model: RiskModel): { readonly model: RiskModel; readonly file: RiskModelFile } {
  const outputs = RISK_OUTPUTS.length;
  const steps = RISK_OUTPUTS.map((_, output) => {
    let squares = 0;
    let largest = 0;
    let count = 0;
    for (let at = output; at < model.weights.length; at += outputs) {
      const weight = model.weights[at] ?? 0;
      if (weight !== 0) count += 1;
      squares += weight * weight;
      largest = Math.max(largest, Math.abs(weight));
    }
    return Math.min(largest, WIDEST * Math.sqrt(squares / Math.max(count, 1))) / 127 || 1;
  });
  const weights = Int8Array.from(model.weights, (weight, at) =>
    Math.max(-127, Math.min(127, Math.round(weight / (steps[at % outputs] ?? 1)))),
  );
  const scales = steps.map((step, output) => step * (model.scales[output] ?? 1));
  const rounded = { ...model, weights, scales };
  const { bias, thresholds, doubtBelow } = rounded;
  return {
    model: rounded,
    file: { weights: Buffer.from(weights.buffer).toString("base64"), scales, bias, thresholds, doubtBelow },
  };
}
