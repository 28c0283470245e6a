import { brewAt } from "@openempathic/experiences/play";
import { describe, expect, it } from "vitest";
import { brewPosition, brewStage } from "./brew-position.ts";

const WINDY = brewAt({ difficulty: 0.5, pace: 0.5, tension: 1 }, 0.5);

describe("a pot as it draws", () => {
  it("begins at 0, ends at 1, and never goes backwards, however windy it is", () => {
    expect(WINDY.gusts).toBe(1);
    let before = -1;
    for (let ms = 0; ms <= WINDY.durationMs; ms += 10) {
      const now = brewPosition(WINDY, ms);
      expect(now).toBeGreaterThanOrEqual(before);
      before = now;
    }
    expect(brewPosition(WINDY, 0)).toBe(0);
    expect(brewPosition(WINDY, WINDY.durationMs * 2)).toBe(1);
  });

  it("goes from pale over golden to right, and then dark", () => {
    const seen = [0, 0.1, 0.35, WINDY.centre, 1].map((position) => brewStage(WINDY, position));
    expect(seen).toEqual(["pale", "pale", "golden", "right", "dark"]);
  });
});
