import type { PastSitting } from "@openempathic/experiences/calm";
import { describe, expect, it } from "vitest";
import { CHANGE_PLOT, changeLines } from "./change-lines.ts";

const sitting = (i: number, both: boolean): PastSitting => ({
  sitting: i,
  technique: "grounding",
  startedAtMs: i,
  plannedSeconds: 60,
  practisedSeconds: 60,
  how: "finished",
  before: { valence: 0, arousal: 1 },
  ...(both ? { after: { valence: 1, arousal: 0.5 } } : {}),
});

describe("changeLines", () => {
  it("draws only exercises with both ratings, the full scale from the lower to the upper edge", () => {
    const lines = changeLines([sitting(1, false), sitting(2, true)], "valence");
    const { width, height, inset } = CHANGE_PLOT;
    expect(lines).toEqual([
      { sitting: 2, before: 0, after: 1, x: width / 2, beforeY: height - inset, afterY: inset },
    ]);
  });

  it("keeps to the latest thirty, within the drawing", () => {
    const past = Array.from({ length: 45 }, (_none, i) => sitting(i, true));
    const lines = changeLines(past, "arousal");
    expect(lines.map((line) => line.sitting)).toEqual(past.slice(-30).map((each) => each.sitting));
    expect(lines[0]?.x).toBe(CHANGE_PLOT.inset);
    expect(lines.at(-1)?.x).toBeCloseTo(CHANGE_PLOT.width - CHANGE_PLOT.inset);
    expect(changeLines([], "arousal")).toEqual([]);
  });
});
