import { expect, it } from "vitest";
import { PLOT, plotShape } from "./plot-geometry.ts";

it("puts the middle of the scale in the middle of the picture and pleasant above it", () => {
  const { points } = plotShape([
    { mean: 0, sd: 0.1 },
    { mean: 0.5, sd: 0.1 },
    { mean: -0.5, sd: 0.1 },
  ]);
  expect(points[0]?.y).toBe(PLOT.height / 2);
  expect(points[1]?.y).toBeLessThan(PLOT.height / 2);
  expect(points[2]?.y).toBeGreaterThan(PLOT.height / 2);
});

it("passes over what was not assessed instead of drawing a zero", () => {
  expect(
    plotShape([{ mean: 0.2, sd: 0.1 }, undefined, { mean: 0.4, sd: 0.1 }]).points.map(({ index }) => index),
  ).toEqual([0, 2]);
});

it("keeps the band inside the picture however unsure it is", () => {
  const ys = plotShape([
    { mean: 0.9, sd: 2 },
    { mean: -0.9, sd: 2 },
  ])
    .band.split(" ")
    .map((pair) => Number(pair.split(",")[1]));
  expect(Math.min(...ys)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...ys)).toBeLessThanOrEqual(PLOT.height);
});
