import type { Ratings } from "./ratings.ts";

/**
 * How often each unit was given each value, sparse: the counts of unit `u` are those from `start[u]` up to, without,
 * `start[u + 1]`. Which rater said what is forgotten: agreement among interchangeable raters does not need it.
 */
export interface UnitCounts {
  /** One more than there are units here. */
  readonly start: Int32Array;
  readonly value: Int32Array;
  readonly count: Float64Array;
  /** For each unit, how many ratings it has. */
  readonly ratings: Float64Array;
  readonly valueCount: number;
  readonly ratingCount: number;
}

/** Counts the ratings of the units that have at least `least` of them. */
export function countByUnit(ratings: Ratings, least: number): UnitCounts {
  const { unitStart, valueIndex, values } = ratings;
  const starts = [0];
  const counts: number[] = [];
  const countedValues: number[] = [];
  const sizes: number[] = [];
  const tally = new Float64Array(values.length);
  let ratingCount = 0;
  for (let u = 0; u < ratings.units.length; u++) {
    const from = unitStart[u] as number;
    const to = unitStart[u + 1] as number;
    if (to - from < least) continue;
    const seen = [];
    for (let i = from; i < to; i++) {
      const value = valueIndex[i] as number;
      if (tally[value] === 0) seen.push(value);
      tally[value] = (tally[value] as number) + 1;
    }
    for (const value of seen.sort((a, b) => a - b)) {
      countedValues.push(value);
      counts.push(tally[value] as number);
      tally[value] = 0;
    }
    starts.push(counts.length);
    sizes.push(to - from);
    ratingCount += to - from;
  }
  return {
    start: Int32Array.from(starts),
    value: Int32Array.from(countedValues),
    count: Float64Array.from(counts),
    ratings: Float64Array.from(sizes),
    valueCount: values.length,
    ratingCount,
  };
}
