/** How long the first failure is waited for, in milliseconds. */
const FIRST_MS = 30_000;

/** Never longer than this. */
const LONGEST_MS = 6 * 3_600_000;

/**
 * How long to wait after so many failures in a row: 30 seconds, then twice as long each time, at most six hours.
 *
 * @returns milliseconds
 * @example
 * ```ts
 * import { waitAfter } from "./wait-after.ts";
 *
 * waitAfter(3); // => 120000
 * ```
 */
export function waitAfter(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
}
