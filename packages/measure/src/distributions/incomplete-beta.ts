import { findQuantile } from "./find-quantile.ts";
import { logGamma } from "./log-gamma.ts";

/**
 * The regularised incomplete beta function I_x(a, b): the share of a beta distribution below x. Continued fraction of
 * DLMF 8.17.22 (https://dlmf.nist.gov/8.17#v), evaluated by Lentz' method (Thompson and Barnett 1986,
 * doi:10.1016/0021-9991(86)90046-X).
 *
 * @param x In [0, 1].
 * @param a Above 0.
 * @param b Above 0.
 * @example
 * ```ts
 * import { incompleteBeta } from "@openempathic/measure";
 *
 * incompleteBeta(0.5, 3, 3).toFixed(12); // => "0.500000000000"
 * ```
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0)) {
    throw new RangeError(`incompleteBeta needs x in [0, 1] and a and b above 0, got ${x}, ${a} and ${b}`);
  }
  if (x === 0 || x === 1) return x;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  // The fraction converges quickly below the mean; above it the mirrored one does.
  return x < (a + 1) / (a + b + 2)
    ? (front * continuedFraction(x, a, b)) / a
    : 1 - (front * continuedFraction(1 - x, b, a)) / b;
}

/** The x below which a share of a beta distribution lies. */
export function betaQuantile(share: number, a: number, b: number): number {
  return findQuantile((x) => incompleteBeta(x, a, b), share, [0, 1]);
}

function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return result;
}
