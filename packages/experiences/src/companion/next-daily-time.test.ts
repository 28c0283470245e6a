import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextDailyTime } from "./next-daily-time.ts";

function next(clock: string, timeZone: string, after: string): string {
  const [hour = NaN, minute = NaN] = clock.split(":").map(Number);
  return new Date(nextDailyTime({ hour, minute, timeZone }, Date.parse(after))).toISOString();
}

// Expected moments from the IANA time zone database: EU clocks change on 2026-03-29 and 2026-10-25 at 01:00 UTC,
// US clocks on 2026-11-01 at 06:00 UTC (New York).
describe("nextDailyTime", () => {
  it("is later today when the time is still to come, and tomorrow when it has passed or is now", () => {
    expect(next("18:00", "Europe/Berlin", "2026-11-23T12:00:00Z")).toBe("2026-11-23T17:00:00.000Z");
    expect(next("09:30", "Europe/Berlin", "2026-11-23T12:00:00Z")).toBe("2026-11-24T08:30:00.000Z");
    expect(next("13:00", "Europe/Berlin", "2026-11-23T12:00:00Z")).toBe("2026-11-24T12:00:00.000Z");
  });

  it("D2: goes by the person's own day, on either side of the date line", () => {
    expect(next("08:00", "Pacific/Auckland", "2026-11-23T12:00:00Z")).toBe("2026-11-23T19:00:00.000Z");
    expect(next("08:00", "Pacific/Honolulu", "2026-11-23T12:00:00Z")).toBe("2026-11-23T18:00:00.000Z");
    expect(next("08:15", "Asia/Kathmandu", "2026-11-23T12:00:00Z")).toBe("2026-11-24T02:30:00.000Z");
  });

  it("D2: keeps the wall clock's time when clocks change", () => {
    expect(next("09:00", "Europe/Berlin", "2026-03-28T12:00:00Z")).toBe("2026-03-29T07:00:00.000Z");
    expect(next("09:00", "America/New_York", "2026-10-31T20:00:00Z")).toBe("2026-11-01T14:00:00.000Z");
  });

  it("D2: takes the moment after the gap for a time that the clock skips", () => {
    expect(next("02:30", "Europe/Berlin", "2026-03-28T12:00:00Z")).toBe("2026-03-29T01:30:00.000Z");
  });

  it("D2: takes the first of two moments where the clock shows a time twice, and not the second on the same day", () => {
    expect(next("02:30", "Europe/Berlin", "2026-10-24T12:00:00Z")).toBe("2026-10-25T00:30:00.000Z");
    expect(next("02:30", "Europe/Berlin", "2026-10-25T00:30:00Z")).toBe("2026-10-26T01:30:00.000Z");
  });

  it("is always later, by little more than a day at most", () => {
    const timeZone = fc.constantFrom(
      "Europe/Berlin",
      "America/New_York",
      "Australia/Lord_Howe",
      "Pacific/Apia",
    );
    const times = fc.record({ hour: fc.nat(23), minute: fc.nat(59), timeZone });
    const moments = fc.integer({ min: Date.UTC(2012, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(times, moments, (time, afterMs) => {
        const waitMs = nextDailyTime(time, afterMs) - afterMs;
        expect(waitMs).toBeGreaterThan(0);
        expect(waitMs).toBeLessThanOrEqual(26 * 3_600_000);
      }),
      { numRuns: 200 },
    );
  });

  it("refuses times and zones that do not exist", () => {
    expect(() => nextDailyTime({ hour: 24, minute: 0, timeZone: "UTC" }, 0)).toThrow(RangeError);
    expect(() => nextDailyTime({ hour: 9, minute: 0.5, timeZone: "UTC" }, 0)).toThrow(RangeError);
    expect(() => nextDailyTime({ hour: 9, minute: 0, timeZone: "Europe/Atlantis" }, 0)).toThrow(RangeError);
  });
});
