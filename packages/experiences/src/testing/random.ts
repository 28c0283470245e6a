/** Seeded chance for simulations: the same seed gives the same sequence everywhere. */
export interface Random {
  /** The next number, in [0, 1). */
  next(): number;
  /** A whole number from 0 to `below`, without `below` itself. */
  below(below: number): number;
  /** One of the list's values, each as likely as the others. The list must not be empty. */
  oneOf<Value>(values: readonly Value[]): Value;
  /** Whether something happens that happens with this probability, in [0, 1]. */
  happens(probability: number): boolean;
}

/**
 * Opens seeded chance (mulberry32, Tommy Ettinger 2017, public domain).
 *
 * @param seed any whole number; only its lowest 32 bits count
 */
export function openRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    oneOf: (values) => {
      if (values.length === 0) throw new RangeError("oneOf needs a list with at least one value, got none");
      // The cast is safe: the index is below the length.
      return values[below(values.length)] as (typeof values)[number];
    },
    happens: (probability) => next() < probability,
  };
}
