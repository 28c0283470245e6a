import { describe, expect, it } from "vitest";
import { plotBand, plotLine } from "./plot-shape.ts";
import simulated from "./simulated-class.json" with { type: "json" };

describe("the plot of the simulated class", () => {
  it("goes from the left edge at nothing to the right edge at all", () => {
    expect(plotLine([0, 1])).toBe("M52.0,264.0L624.0,12.0");
    expect(
      plotBand([
        { low: 0, high: 1 },
        { low: 0.5, high: 0.5 },
      ]),
    ).toBe("M52.0,12.0L624.0,138.0L624.0,138.0L52.0,264.0Z");
  });

  it("shows a class of at least 2,000 learners, with an interval at each minute", () => {
    expect(simulated.learners).toBeGreaterThanOrEqual(2000);
    for (const arm of [simulated.on, simulated.off])
      expect(arm.knownShare).toHaveLength(simulated.minutes + 1);
  });
});
