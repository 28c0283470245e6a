import { betaQuantile } from "./incomplete-beta.ts";

/**
 * The value below which a share of Student's t distribution lies.
 *
 * Through the beta distribution: Abramowitz and Stegun 1964, 26.7.1.
 *
 * @param share Inside (0, 1).
 * @param degrees Degrees of freedom, above 0.
 * @example
 * ```ts
 * import { tQuantile } from "@openempathic/measure";
 *
 * tQuantile(0.975, 11).toFixed(6); // => "2.200985"
 * tQuantile(0.5, 3); // => 0
 * ```
 */
export function tQuantile(share: number, degrees: number): number {
  if (share === 0.5) return 0;
  const tails = 2 * Math.min(share, 1 - share);
  const x = betaQuantile(tails, degrees / 2, 0.5);
  const size = Math.sqrt((degrees * (1 - x)) / x);
  return share < 0.5 ? -size : size;
}
