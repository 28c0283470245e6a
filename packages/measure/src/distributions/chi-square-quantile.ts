import { findQuantile } from "./find-quantile.ts";
import { logGamma } from "./log-gamma.ts";

/**
 * The value below which a share of the chi-square distribution lies.
 *
 * The incomplete gamma function by its series (DLMF 8.7.1) or its continued fraction (DLMF 8.9.2).
 *
 * @param share Inside (0, 1).
 * @param degrees Degrees of freedom, above 0.
 * @example
 * ```ts
 * import { chiSquareQuantile } from "@openempathic/measure";
 *
 * chiSquareQuantile(0.95, 3).toFixed(6); // => "7.814728"
 * ```
 */
export function chiSquareQuantile(share: number, degrees: number): number {
  let most = degrees + 10;
  while (lowerGamma(degrees / 2, most / 2) < share) most *= 2;
  return findQuantile((x) => lowerGamma(degrees / 2, x / 2), share, [0, most]);
}

/** The regularised lower incomplete gamma function P(a, x). */
function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? front * series(a, x) : 1 - front * fraction(a, x);
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let result = d;
  for (let n = 1; n < 10_000; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / (step * d + b);
    c = b + step / c;
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return result;
}
