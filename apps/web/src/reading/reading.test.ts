import { describe, expect, it } from "vitest";
import { applyReading, READING_KEY, readingFrom, saveReading, USUAL_READING } from "./reading.ts";

describe("how somebody likes to read and hear", () => {
  it("comes back as it was chosen", () => {
    const items = new Map<string, string>();
    const storage = {
      getItem: (name: string) => items.get(name) ?? null,
      setItem: (name: string, value: string) => void items.set(name, value),
      removeItem: (name: string) => void items.delete(name),
    };
    const chosen = { size: "largest", contrast: true, slow: true, spoken: false } as const;
    saveReading(storage, chosen);
    expect(readingFrom(items.get(READING_KEY) ?? null)).toEqual(chosen);
  });

  it.each([null, "", "{", "7", "[]", '{"size":"huge","contrast":"yes"}'])(
    "is as usual where %j is stored",
    (stored) => {
      expect(readingFrom(stored)).toEqual(USUAL_READING);
    },
  );

  it("is told to the page in words that its style sheet knows", () => {
    const root = { dataset: {} as Record<string, string> };
    applyReading(root, { size: "large", contrast: true, slow: true, spoken: true });
    expect(root.dataset).toEqual({ oeSize: "large", oeContrast: "strong", oePace: "slow" });
  });
});
