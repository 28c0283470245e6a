import { describe, expect, it } from "vitest";
import { dayOf, dropChoice, emptyChoice, loadChoice, periodOf, saveChoice } from "./digest-choice.ts";

function memory() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  };
}

const EMPTY = emptyChoice("2026-11-16", "2026-11-22");

describe("what was chosen for a digest", () => {
  it("comes back as it was, in its own conversation only, until it is dropped", () => {
    const storage = memory();
    const choice = { ...EMPTY, ticked: ["talked-3"], worded: { "talked-3": "We baked." }, withHard: true };
    saveChoice(storage, "s1", choice);
    expect(loadChoice(storage, "s1", EMPTY)).toEqual(choice);
    expect(loadChoice(storage, "s2", EMPTY)).toBe(EMPTY);
    dropChoice(storage, "s1");
    expect(storage.items.size).toBe(0);
  });

  it.each([
    "{",
    "null",
    "[]",
    "{}",
    JSON.stringify({ ...EMPTY, own: [1] }),
    JSON.stringify({ ...EMPTY, from: 7 }),
  ])("is empty where %j is stored", (stored) => {
    const storage = memory();
    storage.setItem("open-empathic.digest.s1", stored);
    expect(loadChoice(storage, "s1", EMPTY)).toBe(EMPTY);
  });
});

describe("the days of a digest", () => {
  it("go from the first moment of the first to the last of the last, on the device’s calendar", () => {
    const period = periodOf({ from: "2026-10-24", to: "2026-10-25" });
    expect(dayOf(period?.fromMs ?? 0)).toBe("2026-10-24");
    expect(dayOf((period?.toMs ?? 0) - 1)).toBe("2026-10-25");
    expect(dayOf(period?.toMs ?? 0)).toBe("2026-10-26");
  });

  it.each([
    ["2026-11-23", "2026-11-22"],
    ["", "2026-11-22"],
    ["2026-13-01", "2026-13-02"],
  ])("are none from “%s” to “%s”", (from, to) => expect(periodOf({ from, to })).toBeUndefined());
});
