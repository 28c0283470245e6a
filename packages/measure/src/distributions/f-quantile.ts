import { betaQuantile } from "./incomplete-beta.ts";

/**
 * The value below which a share of Fisher's F distribution lies.
 *
 * Through the beta distribution: Abramowitz and Stegun 1964, 26.6.2.
 *
 * @param share Inside (0, 1).
 * @param between Degrees of freedom of the numerator, above 0.
 * @param within Degrees of freedom of the denominator, above 0.
 * @example
 * ```ts
 * import { fQuantile } from "@openempathic/measure";
 *
 * fQuantile(0.95, 5, 10).toFixed(6); // => "3.325835"
 * ```
 */
export function fQuantile(share: number, between: number, within: number): number {
  // Of the two tails the smaller x loses no digits to 1 - x.
  const x = betaQuantile(share, between / 2, within / 2);
  if (x < 0.5) return (within * x) / (between * (1 - x));
  const y = betaQuantile(1 - share, within / 2, between / 2);
  return (within * (1 - y)) / (between * y);
}
