import type { Interval } from "../bootstrap-interval.ts";
import { normalQuantile } from "./normal-quantile.ts";

/**
 * The interval of a share, which stays inside [0, 1] and is honest for few cases.
 *
 * Wilson 1927, doi:10.1080/01621459.1927.10502953; the score interval, without continuity correction.
 *
 * @param successes From 0 to `cases`; an expected number may have decimals.
 * @param cases Above 0.
 * @param confidence Inside (0, 1); 0.95 unless told.
 * @example
 * ```ts
 * import { wilsonInterval } from "@openempathic/measure";
 *
 * wilsonInterval(10, 10).low.toFixed(4); // => "0.7225"
 * ```
 */
export function wilsonInterval(successes: number, cases: number, confidence = 0.95): Interval {
  if (!(cases > 0 && successes >= 0 && successes <= cases)) {
    throw new RangeError(
      `wilsonInterval needs cases above 0 and from 0 to as many successes, got ${cases} and ${successes}`,
    );
  }
  const z2 = normalQuantile(0.5 + confidence / 2) ** 2;
  const share = successes / cases;
  const centre = (successes + z2 / 2) / (cases + z2);
  const half = Math.sqrt(z2 * (cases * share * (1 - share) + z2 / 4)) / (cases + z2);
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half), level: confidence };
}
