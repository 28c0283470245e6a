/** A label's likelihoods in ascending order, prepared so that many resamples can be measured fast. */
export interface SortedLabel {
  /** Index of the text at each place. */
  readonly order: Int32Array;
  readonly likelihoods: Float64Array;
  readonly outcomes: Uint8Array;
}

export function sortLabel(likelihoods: readonly number[], outcomes: readonly boolean[]): SortedLabel {
  const order = Int32Array.from(likelihoods, (_, i) => i);
  order.sort((a, b) => (likelihoods[a] as number) - (likelihoods[b] as number) || a - b);
  return {
    order,
    likelihoods: Float64Array.from(order, (i) => likelihoods[i] as number),
    outcomes: Uint8Array.from(order, (i) => (outcomes[i] === true ? 1 : 0)),
  };
}

/**
 * What `expectedCalibrationError` of measure gives for a resample, in which text `i` occurs `counts[i]` times,
 * without sorting anew: 15 bins of equal mass.
 */
export function resampledCalibrationError(label: SortedLabel, counts: Int32Array, bins = 15): number {
  let total = 0;
  for (const count of counts) total += count;
  let error = 0;
  let gap = 0;
  let bin = 0;
  let end = Math.floor(total / bins);
  let seen = 0;
  for (let place = 0; place < label.order.length; place++) {
    const distance = (label.likelihoods[place] as number) - (label.outcomes[place] as number);
    for (let copies = counts[label.order[place] as number] as number; copies > 0; copies--) {
      while (seen >= end) {
        error += Math.abs(gap);
        gap = 0;
        bin += 1;
        end = Math.floor(((bin + 1) * total) / bins);
      }
      gap += distance;
      seen += 1;
    }
  }
  return (error + Math.abs(gap)) / total;
}
