import type { PastSitting } from "@openempathic/experiences/calm";

/** The drawing's size in its own units; the page scales it. */
export const CHANGE_PLOT = { width: 320, height: 120, inset: 12, most: 30 } as const;

/** One exercise in the drawing. */
export interface ChangeLine {
  readonly sitting: number;
  readonly before: number;
  readonly after: number;
  readonly x: number;
  readonly beforeY: number;
  readonly afterY: number;
}

/** The latest exercises with both ratings, at most 30, from left to right; the others have nothing to draw. */
export function changeLines(past: readonly PastSitting[], of: "valence" | "arousal"): readonly ChangeLine[] {
  const { width, height, inset, most } = CHANGE_PLOT;
  const rated = past
    .flatMap(({ sitting, before, after }) =>
      before === undefined || after === undefined ? [] : [{ sitting, before: before[of], after: after[of] }],
    )
    .slice(-most);
  const step = (width - 2 * inset) / Math.max(rated.length - 1, 1);
  const y = (value: number) => height - inset - value * (height - 2 * inset);
  return rated.map((each, i) => ({
    ...each,
    x: rated.length === 1 ? width / 2 : inset + i * step,
    beforeY: y(each.before),
    afterY: y(each.after),
  }));
}
