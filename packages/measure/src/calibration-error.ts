/**
 * Expected calibration error: how far likelihoods are from the share of cases in which they came true. The cases
 * are sorted by likelihood and cut into bins of equal mass (as equal as the count allows, ties in the order given);
 * the gaps between mean likelihood and share are averaged, weighted by the size of the bin. Cost O(n log n).
 *
 * Naeini, Cooper and Hauskrecht 2015, AAAI, "Obtaining well calibrated probabilities using Bayesian binning",
 * equation for ECE; equal-mass bins after Nixon et al. 2019, arXiv 1904.01685, section 3.
 *
 * @param likelihoods In [0, 1].
 * @param outcomes Whether each came true, in the same order.
 * @param bins 15 unless told; never more than there are cases.
 * @returns In [0, 1]; 0 is perfect.
 * @throws {RangeError} When the lengths differ, there is no case, a likelihood lies outside or bins is no whole number above 0.
 * @example
 * ```ts
 * import { expectedCalibrationError } from "@openempathic/measure";
 *
 * expectedCalibrationError([0.5, 0.5, 0.5, 0.5], [true, false, true, false], 1); // => 0
 * expectedCalibrationError([1, 1], [true, false], 1); // => 0.5
 * ```
 */
export function expectedCalibrationError(
  likelihoods: readonly number[],
  outcomes: readonly boolean[],
  bins = 15,
): number {
  check("expectedCalibrationError", likelihoods, outcomes);
  if (!Number.isInteger(bins) || bins < 1) {
    throw new RangeError(`expectedCalibrationError needs a whole number of bins above 0, got ${bins}`);
  }
  const count = likelihoods.length;
  const order = likelihoods
    .map((_, i) => i)
    .sort((a, b) => (likelihoods[a] as number) - (likelihoods[b] as number));
  let error = 0;
  for (let bin = 0; bin < bins; bin++) {
    const inside = order.slice(Math.floor((bin * count) / bins), Math.floor(((bin + 1) * count) / bins));
    let gap = 0;
    for (const i of inside) gap += (likelihoods[i] as number) - (outcomes[i] === true ? 1 : 0);
    error += Math.abs(gap) / count;
  }
  return error;
}

/**
 * Brier score: the mean squared distance between likelihoods and what came true (0 or 1).
 *
 * Brier 1950, doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2, halved as is usual for two outcomes.
 *
 * @example
 * ```ts
 * import { brierScore } from "@openempathic/measure";
 *
 * brierScore([0.5, 1], [true, true]); // => 0.125
 * ```
 */
export function brierScore(likelihoods: readonly number[], outcomes: readonly boolean[]): number {
  check("brierScore", likelihoods, outcomes);
  const squares = likelihoods.map((likelihood, i) => (likelihood - (outcomes[i] === true ? 1 : 0)) ** 2);
  return squares.reduce((sum, square) => sum + square, 0) / squares.length;
}

function check(name: string, likelihoods: readonly number[], outcomes: readonly boolean[]): void {
  if (likelihoods.length !== outcomes.length || likelihoods.length === 0) {
    throw new RangeError(
      `${name} needs an outcome for each likelihood and at least one, got ${likelihoods.length} and ${outcomes.length}`,
    );
  }
  const outside = likelihoods.find((likelihood) => !(likelihood >= 0 && likelihood <= 1));
  if (outside !== undefined) throw new RangeError(`${name} needs likelihoods in [0, 1], got ${outside}`);
}
