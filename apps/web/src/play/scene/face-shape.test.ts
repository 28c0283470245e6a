import { padOf } from "@openempathic/experiences/play";
import { describe, expect, it } from "vitest";
import { faceShape } from "./face-shape.ts";

/** How far the middle of the mouth hangs below its corners: positive is a smile. */
function smile(mouth: string): number {
  const [, corner = "0", middle = "0"] = /^M[\d.]+ ([\d.]+) Q50 ([\d.]+)/u.exec(mouth) ?? [];
  return Number(middle) - Number(corner);
}

describe("faceShape", () => {
  it("smiles with pleasure and turns down with displeasure", () => {
    expect(smile(faceShape(padOf("gratification")).mouth)).toBeGreaterThan(2);
    expect(smile(faceShape({ pleasure: 0, arousal: 0, dominance: 0 }).mouth)).toBe(0);
    expect(smile(faceShape(padOf("distress")).mouth)).toBeLessThan(-2);
  });

  it("lifts the inner brows in fear and lowers them in anger", () => {
    expect(faceShape(padOf("fear")).browTilt).toBeGreaterThan(5);
    expect(faceShape(padOf("anger")).browTilt).toBeLessThan(-5);
  });

  it("opens the eyes with arousal", () => {
    expect(faceShape(padOf("fear")).eyes).toBeGreaterThan(faceShape(padOf("relief")).eyes);
  });

  it("draws every point of the space without a number that is none", () => {
    for (const pleasure of [-1, -0.3, 0, 0.3, 1]) {
      for (const arousal of [-1, 0, 1]) {
        for (const dominance of [-1, 0, 1]) {
          const shape = faceShape({ pleasure, arousal, dominance });
          expect(JSON.stringify(shape)).not.toMatch(/NaN|null|Infinity/u);
        }
      }
    }
  });
});
