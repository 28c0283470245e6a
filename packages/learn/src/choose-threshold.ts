/**
 * The likelihood from which on a label counts as present, chosen for the best F1 on given texts but smoothed:
 * F1 as a function of the threshold is averaged over thresholds within ±20 % of the log-odds scale's unit before its
 * top is taken, so that a label with ten positives does not hang on one lucky text.
 *
 * @param likelihoods In [0, 1], one for each text.
 * @param targets 1 where the label is present, else 0.
 * @returns A likelihood in (0, 1).
 * @example
 * ```ts
 * import { chooseThreshold } from "@openempathic/learn";
 *
 * chooseThreshold([0.1, 0.2, 0.3, 0.8, 0.9], [0, 0, 0, 1, 1]) > 0.3; // => true
 * ```
 */
export function chooseThreshold(likelihoods: readonly number[], targets: readonly number[]): number {
  if (likelihoods.length !== targets.length || targets.length === 0) {
    throw new RangeError(
      `chooseThreshold needs a target for each likelihood, got ${likelihoods.length} and ${targets.length}`,
    );
  }
  const grid = Array.from({ length: 121 }, (_, step) => 1 / (1 + Math.exp(6 - step / 10)));
  const curve = f1Curve({ likelihoods, targets, grid });
  let best = 0;
  let chosen = 0.5;
  for (const [step, threshold] of grid.entries()) {
    let sum = 0;
    let weights = 0;
    for (let k = -6; k <= 6; k++) {
      const f1 = curve[step + k];
      if (f1 === undefined) continue;
      const weight = Math.exp(-(k * k) / 8);
      sum += weight * f1;
      weights += weight;
    }
    if (sum / weights > best) {
      best = sum / weights;
      chosen = threshold;
    }
  }
  return chosen;
}

interface CurveInput {
  readonly likelihoods: readonly number[];
  readonly targets: readonly number[];
  readonly grid: readonly number[];
}

/** F1 at each threshold of an ascending grid. */
function f1Curve({ likelihoods, targets, grid }: CurveInput): number[] {
  const hits = new Float64Array(grid.length + 1);
  const calls = new Float64Array(grid.length + 1);
  let positives = 0;
  for (const [i, likelihood] of likelihoods.entries()) {
    let reached = grid.findIndex((threshold) => likelihood < threshold);
    if (reached < 0) reached = grid.length;
    calls[reached] = (calls[reached] as number) + 1;
    hits[reached] = (hits[reached] as number) + (targets[i] as number);
    positives += targets[i] as number;
  }
  const curve: number[] = [];
  let called = 0;
  let hit = 0;
  for (let step = grid.length - 1; step >= 0; step--) {
    called += calls[step + 1] as number;
    hit += hits[step + 1] as number;
    curve[step] = called + positives > 0 ? (2 * hit) / (called + positives) : 0;
  }
  return curve;
}
