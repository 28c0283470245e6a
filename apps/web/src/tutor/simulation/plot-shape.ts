/** The plot's drawing, in units of its view box. */
export const PLOT_SIZE = { width: 640, height: 300, left: 52, right: 16, top: 12, bottom: 36 } as const;

/** A line over equally spaced shares in [0, 1], as an SVG path. */
export function plotLine(shares: readonly number[]): string {
  return shares.map((share, at) => `${at === 0 ? "M" : "L"}${point(share, at, shares.length)}`).join("");
}

/** The band between the ends of intervals, as a closed SVG path. */
export function plotBand(intervals: readonly { readonly low: number; readonly high: number }[]): string {
  const count = intervals.length;
  const there = intervals.map(({ high }, at) => point(high, at, count));
  const back = intervals.map(({ low }, at) => point(low, at, count)).reverse();
  return `M${[...there, ...back].join("L")}Z`;
}

function point(share: number, at: number, count: number): string {
  const { width, height, left, right, top, bottom } = PLOT_SIZE;
  const x = left + (at / Math.max(1, count - 1)) * (width - left - right);
  const y = height - bottom - share * (height - bottom - top);
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
