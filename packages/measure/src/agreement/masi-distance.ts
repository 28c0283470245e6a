/**
 * MASI distance: how different two sets of labels are, from 0 (the same) to 1 (nothing in common). A set that contains
 * the other is closer than one that merely overlaps.
 *
 * Passonneau 2006, LREC, "Measuring agreement on set-valued items": 1 − J·M, with J the Jaccard index and M 1 for equal
 * sets, 2/3 where one contains the other, 1/3 where they overlap, 0 where they don't.
 *
 * @param first Labels; repeats count once.
 * @param second As well. Two empty sets are equal.
 * @example
 * ```ts
 * import { masiDistance } from "@openempathic/measure";
 *
 * masiDistance(["joy"], ["joy"]); // => 0
 * masiDistance(["joy"], ["awe"]); // => 1
 * masiDistance(["joy", "awe"], ["joy"]).toFixed(6); // => "0.666667"
 * ```
 */
export function masiDistance(first: Iterable<string>, second: Iterable<string>): number {
  const a = new Set(first);
  const b = new Set(second);
  const common = [...a].filter((label) => b.has(label)).length;
  const all = a.size + b.size - common;
  if (common === all) return 0;
  if (common === 0) return 1;
  const monotonicity = common === a.size || common === b.size ? 2 / 3 : 1 / 3;
  return 1 - (common / all) * monotonicity;
}
