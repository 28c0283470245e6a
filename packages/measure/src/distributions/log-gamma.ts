/** Lanczos' coefficients for g = 7, n = 9, as worked out by P. Godfrey (2001); relative error below 1e-15. */
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
] as const;

/**
 * The natural logarithm of the gamma function, for x above 0.
 *
 * Lanczos 1964, doi:10.1137/0701008.
 *
 * @example
 * ```ts
 * import { logGamma } from "@openempathic/measure";
 *
 * Math.exp(logGamma(5)).toFixed(9); // => "24.000000000"
 * ```
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma needs a number above 0, got ${x}`);
  // Below one half the reflection formula keeps the precision.
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  let sum: number = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i++) sum += (LANCZOS[i] as number) / (x - 1 + i);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** The digamma function, the slope of {@link logGamma}, for x above 0: Bernardo 1976, doi:10.2307/2347257 (AS 103). */
export function digamma(x: number): number {
  let shifted = x;
  let result = 0;
  // The series is good from 10 on; the recurrence carries smaller numbers there.
  while (shifted < 10) {
    result -= 1 / shifted;
    shifted += 1;
  }
  const square = 1 / (shifted * shifted);
  const series =
    square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132)))));
  return result + Math.log(shifted) - 0.5 / shifted - series;
}
