/** A source of numbers in [0, 1): the same seed gives the same numbers on every machine. */
export type Random = () => number;

/**
 * The mulberry32 generator (T. Ettinger, public domain): 32 bits of state, enough for shuffling and resampling,
 * not for secrets.
 *
 * @param seed Any integer; only its lowest 32 bits count.
 * @example
 * ```ts
 * import { seededRandom } from "@openempathic/measure";
 *
 * seededRandom(7)() === seededRandom(7)(); // => true
 * ```
 */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
