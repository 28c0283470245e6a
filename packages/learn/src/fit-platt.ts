import type { PlattScale } from "@openempathic/perceive";

/**
 * Fits Platt scaling: the slope and offset that make `σ(slope · score + offset)` the likelihood of a positive,
 * by maximum likelihood with Newton steps. Targets are smoothed by one imagined case on each side, so that a
 * label with few positives stays finite.
 *
 * Platt 1999, "Probabilistic outputs for support vector machines", section 2.2; Newton's method after Lin, Lin and
 * Weng 2007, doi:10.1007/s10994-007-5018-6.
 *
 * @param scores Log-odds of a model on texts that it was not trained on.
 * @param targets 1 where the label is present, else 0; as many as scores.
 */
export function fitPlatt(scores: ArrayLike<number>, targets: ArrayLike<number>): PlattScale {
  if (scores.length !== targets.length || scores.length === 0) {
    throw new RangeError(
      `fitPlatt needs a target for each score, got ${scores.length} and ${targets.length}`,
    );
  }
  let positives = 0;
  for (let i = 0; i < targets.length; i++) positives += targets[i] as number;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (targets.length - positives + 2);
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < 100; step++) {
    const sums = { slope: 0, offset: 0, ss: 1e-9, so: 0, oo: 1e-9 };
    for (let i = 0; i < scores.length; i++) {
      const score = scores[i] as number;
      const p = 1 / (1 + Math.exp(-(slope * score + offset)));
      const error = p - ((targets[i] as number) > 0.5 ? high : low);
      const curve = p * (1 - p);
      sums.slope += error * score;
      sums.offset += error;
      sums.ss += curve * score * score;
      sums.so += curve * score;
      sums.oo += curve;
    }
    const determinant = sums.ss * sums.oo - sums.so * sums.so;
    const bySlope = (sums.slope * sums.oo - sums.offset * sums.so) / determinant;
    const byOffset = (sums.offset * sums.ss - sums.slope * sums.so) / determinant;
    // A step is cut to half a unit: far from the solution Newton's method may overshoot.
    const cut = Math.min(1, 0.5 / Math.max(Math.abs(bySlope), Math.abs(byOffset), 1e-12));
    slope -= cut * bySlope;
    offset -= cut * byOffset;
    if (Math.max(Math.abs(bySlope), Math.abs(byOffset)) < 1e-9) break;
  }
  return { slope, offset };
}
