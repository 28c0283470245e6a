/**
 * Where a rising distribution function reaches a share, by bisection down to neighbouring numbers: slow and sure.
 *
 * @param distribution Rises over the bounds.
 * @param share Inside (0, 1).
 */
export function findQuantile(
  distribution: (x: number) => number,
  share: number,
  [least, most]: readonly [number, number],
): number {
  if (!(share > 0 && share < 1))
    throw new RangeError(`findQuantile needs a share inside (0, 1), got ${share}`);
  let low = least;
  let high = most;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    if (distribution(middle) < share) low = middle;
    else high = middle;
  }
}
