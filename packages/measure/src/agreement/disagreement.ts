/** What the differences between values mean (Stevens 1946, doi:10.1126/science.103.2684.677). */
export type MeasurementLevel = "nominal" | "ordinal" | "interval" | "ratio";

/** Values, and how often each occurs. */
export interface CountedValues {
  readonly value: Int32Array;
  readonly count: Float64Array;
}

/** How the disagreement of all ordered pairs among some counted values is summed. */
export interface Disagreement {
  readonly positions: Float64Array;
  /** Whether positions stay as they are; else they are ranks, which depend on all ratings. */
  readonly isFixed: boolean;
  /** The sum of squared differences over all ordered pairs. */
  readonly ofPairs: (values: CountedValues, positions: Float64Array) => number;
  /** Mid-ranks from how often each value occurs. */
  readonly rank: (totals: Float64Array) => Float64Array;
}

/** Krippendorff's squared difference of each level, summed over pairs without listing them where that is possible. */
export function disagreementOf(level: MeasurementLevel, positions: Float64Array): Disagreement {
  const rank = (totals: Float64Array): Float64Array => midRanks(totals, positions);
  const isFixed = level !== "ordinal";
  switch (level) {
    case "nominal":
      return { positions, isFixed, rank, ofPairs: unlikePairs };
    case "ordinal":
    case "interval":
      return { positions, isFixed, rank, ofPairs: squaredDistances };
    case "ratio":
      return { positions, isFixed, rank, ofPairs: squaredRatios };
  }
}

function unlikePairs({ count }: CountedValues): number {
  let all = 0;
  let alike = 0;
  for (const times of count) {
    all += times;
    alike += times * times;
  }
  return all * all - alike;
}

/** Σ_c Σ_k n_c n_k (x_c − x_k)² = 2 n Σ n_c (x_c − mean)². */
function squaredDistances({ value, count }: CountedValues, positions: Float64Array): number {
  let all = 0;
  let sum = 0;
  for (let i = 0; i < value.length; i++) {
    all += count[i] as number;
    sum += (count[i] as number) * (positions[value[i] as number] as number);
  }
  const mean = sum / all;
  let squares = 0;
  for (let i = 0; i < value.length; i++) {
    squares += (count[i] as number) * ((positions[value[i] as number] as number) - mean) ** 2;
  }
  return 2 * all * squares;
}

function squaredRatios({ value, count }: CountedValues, positions: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < value.length; i++) {
    const a = positions[value[i] as number] as number;
    for (let j = 0; j < i; j++) {
      const b = positions[value[j] as number] as number;
      sum += 2 * (count[i] as number) * (count[j] as number) * ((a - b) / (a + b)) ** 2;
    }
  }
  return sum;
}

function midRanks(totals: Float64Array, positions: Float64Array): Float64Array {
  const order = Int32Array.from(positions, (_, i) => i).sort(
    (a, b) => (positions[a] as number) - (positions[b] as number),
  );
  const ranks = new Float64Array(totals.length);
  let below = 0;
  for (const value of order) {
    ranks[value] = below + (totals[value] as number) / 2;
    below += totals[value] as number;
  }
  return ranks;
}
