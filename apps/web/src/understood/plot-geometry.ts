import type { Spread } from "@openempathic/affect";

/** The drawing's size in its own units; the page scales it. */
export const PLOT = { width: 320, height: 96, inset: 8 } as const;

/** Smaller differences than this are noise, and would look like news if they filled the picture. */
const LEAST_REACH = 0.25;

/** What is drawn of one dimension: the line, the band of one standard deviation to either side, the points. */
export interface PlotShape {
  readonly line: string;
  readonly band: string;
  readonly points: readonly { readonly x: number; readonly y: number; readonly index: number }[];
}

/**
 * The shape of a dimension over the messages. Messages at which it was not assessed are passed over, not drawn as
 * zero. The middle of the picture is 0, neither one nor the other; the scale reaches as far to both sides as the
 * figures need, at least 0.25 and at most 1, so that a quiet conversation is no flat line.
 */
export function plotShape(spreads: readonly (Spread | undefined)[]): PlotShape {
  const { width, height, inset } = PLOT;
  const step = spreads.length > 1 ? (width - 2 * inset) / (spreads.length - 1) : 0;
  const widest = Math.max(0, ...spreads.map((spread) => (spread ? Math.abs(spread.mean) + spread.sd : 0)));
  const reach = Math.min(1, Math.max(LEAST_REACH, widest));
  const y = (value: number) => height / 2 - Math.max(-1, Math.min(1, value / reach)) * (height / 2 - 6);
  const known = spreads.flatMap((spread, index) =>
    spread === undefined ? [] : [{ spread, index, x: inset + index * step }],
  );
  const point = (x: number, value: number) => `${x.toFixed(1)},${y(value).toFixed(1)}`;
  const upper = known.map(({ x, spread }) => point(x, spread.mean + spread.sd));
  const lower = known.map(({ x, spread }) => point(x, spread.mean - spread.sd)).reverse();
  return {
    line: known.map(({ x, spread }) => point(x, spread.mean)).join(" "),
    band: [...upper, ...lower].join(" "),
    points: known.map(({ x, spread, index }) => ({ x, y: y(spread.mean), index })),
  };
}
