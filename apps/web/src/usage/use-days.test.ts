import { describe, expect, it } from "vitest";
import { addMinute, dayOf, loadUse, nudgeDue, saveUse, USE_KEY, type UseDays } from "./use-days.ts";

const TODAY = "2026-11-28";
const after = (minutes: number, more: Partial<UseDays> = {}): UseDays => ({
  minutes: { [TODAY]: minutes },
  remind: true,
  ...more,
});

describe("time in conversations", () => {
  it("is counted by the device's own day, for seven days", () => {
    let use: UseDays = { minutes: {}, remind: true };
    for (let day = 1; day <= 9; day += 1) use = addMinute(use, `2026-11-0${String(day)}`);
    expect(Object.keys(use.minutes)).toHaveLength(7);
    expect(use.minutes["2026-11-02"]).toBeUndefined();
    expect(addMinute(use, "2026-11-09").minutes["2026-11-09"]).toBe(2);
    expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
  });

  it("gets a word once an hour, until it is put away or not wanted", () => {
    expect(nudgeDue(after(59), TODAY)).toBeUndefined();
    expect(nudgeDue(after(60), TODAY)).toBe(60);
    expect(nudgeDue(after(75, { saidAt: { day: TODAY, minutes: 60 } }), TODAY)).toBeUndefined();
    expect(nudgeDue(after(121, { saidAt: { day: TODAY, minutes: 60 } }), TODAY)).toBe(121);
    expect(nudgeDue(after(60, { saidAt: { day: "2026-11-27", minutes: 90 } }), TODAY)).toBe(60);
    expect(nudgeDue(after(600, { remind: false }), TODAY)).toBeUndefined();
  });

  it("comes back as it was kept, and begins anew where what is kept is damaged", () => {
    const items = new Map<string, string>();
    const storage = {
      getItem: (name: string) => items.get(name) ?? null,
      setItem: (name: string, value: string) => void items.set(name, value),
      removeItem: (name: string) => void items.delete(name),
    };
    saveUse(storage, after(7));
    expect(loadUse(storage)).toEqual(after(7));
    for (const damaged of ["", "{", "7", "{}", "null"]) {
      items.set(USE_KEY, damaged);
      expect(loadUse(storage)).toEqual({ minutes: {}, remind: true });
    }
  });
});
