/**
 * The likelihood that at least one of several things is present, from the likelihood of each: 1 - Π (1 - pᵢ)
 * (noisy-or: Pearl 1988, Probabilistic Reasoning in Intelligent Systems, §4.3.2).
 *
 * It supposes independence. Whatever the dependence, the truth lies between the largest pᵢ and the smaller of 1
 * and Σ pᵢ (Fréchet 1935, Fundamenta Mathematicae 25), and so does this value.
 *
 * @param likelihoods each in [0, 1]
 * @returns in [0, 1]; 0 for none
 *
 * @example
 * ```ts
 * import { noisyOr } from "@openempathic/affect";
 *
 * noisyOr([0.5, 0.5]); // => 0.75
 * noisyOr([0.81]); // => 0.81
 * ```
 */
export function noisyOr(likelihoods: readonly number[]): number {
  // p + q - pq and not 1 - (1 - p)(1 - q), so that one likelihood alone comes back to the last bit.
  return Math.min(
    1,
    likelihoods.reduce((some, one) => some + one - some * one, 0),
  );
}
