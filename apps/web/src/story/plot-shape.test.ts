import { expect, it } from "vitest";
import { arcPath, bandPath, drawAt, drawingPath, plotX, plotY } from "./plot-shape.ts";

const SIZE = { width: 124, height: 152 };
const FLAT = Array.from({ length: 11 }, () => 0);

it("draws nothing felt in the middle, pleasant above it, and never beyond the edge", () => {
  expect(plotY(SIZE, 0)).toBe(72);
  expect(plotY(SIZE, 0.3)).toBe(47);
  expect(plotY(SIZE, 9)).toBe(22);
  expect(plotX(SIZE, 0.5)).toBe(62);
});

it("draws the arc with its band around it", () => {
  const points = [
    { position: 0, value: { mean: 0, sd: 0.06 } },
    { position: 1, value: { mean: 0.6, sd: 0.06 } },
  ];
  expect(arcPath(SIZE, points)).toBe("M12.0 72.0L112.0 22.0");
  expect(bandPath(SIZE, points)).toBe("M12.0 62.0L112.0 22.0L112.0 32.0L12.0 82.0Z");
  expect(bandPath(SIZE, [])).toBe("");
});

it("takes a stroke of the pointer as all points on its way", () => {
  const once = drawAt(FLAT, SIZE, { from: undefined, to: [62, 72 - 50 / 1.2] });
  expect(once).toEqual(FLAT.map((_none, at) => (at === 5 ? 1 : 0)));
  const stroke = drawAt(FLAT, SIZE, { from: [12, 72], to: [52, 72 - 50 / 1.2] });
  expect(stroke).toEqual([0, 0.25, 0.5, 0.75, 1, 0, 0, 0, 0, 0, 0]);
  expect(drawAt(FLAT, SIZE, { from: undefined, to: [900, 900] }).at(-1)).toBe(-1);
  expect(drawingPath(SIZE, FLAT).startsWith("M12.0 72.0L22.0 72.0")).toBe(true);
});
