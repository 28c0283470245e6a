import { expect, it } from "vitest";
import { daysBetween } from "./days-between.ts";

it("counts midnights, not hours", () => {
  expect(daysBetween(new Date(2026, 10, 22, 23, 59), new Date(2026, 10, 23, 0, 1))).toBe(1);
  expect(daysBetween(new Date(2026, 10, 23, 0, 1), new Date(2026, 10, 23, 23, 59))).toBe(0);
});

it("is not misled by a change of clocks", () => {
  expect(daysBetween(new Date(2026, 9, 24, 12), new Date(2026, 9, 26, 12))).toBe(2);
});
