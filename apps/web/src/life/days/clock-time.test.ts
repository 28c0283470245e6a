import { describe, expect, it } from "vitest";
import { clockTime, minuteOfDay } from "./clock-time.ts";

describe("a time of day", () => {
  it("is read as it is shown, for every minute of a day", () => {
    for (let minute = 0; minute < 1440; minute += 1) expect(minuteOfDay(clockTime(minute))).toBe(minute);
    expect(clockTime(7 * 60 + 5)).toBe("07:05");
  });

  it.each(["", "7:05", "24:00", "12:60", "noon"])("is none in “%s”", (time) => {
    expect(minuteOfDay(time)).toBeUndefined();
  });
});
