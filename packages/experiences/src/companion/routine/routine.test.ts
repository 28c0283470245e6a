import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { START_MS, Told } from "../../testing/told.ts";
import { conversationOf } from "../conversation.ts";
import { pendingEffects } from "../pending-effects.ts";
import { wallMinutes, wallWeekday } from "../wall-clock.ts";
import { activeRoutines } from "./keep-routines.ts";
import { afterQuietHours, isQuiet } from "./quiet-hours.ts";
import { nextRoutineTime } from "./routine.ts";
import { routineReminder } from "./routine-words.ts";

const ALL = [1, 2, 3, 4, 5, 6, 7];
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu"];

const walk = {
  kind: "routine-set",
  routineId: "r1",
  text: "a walk",
  hour: 16,
  minute: 0,
  timeZone: "Europe/Berlin",
  days: ALL,
} as const;
const night = {
  kind: "quiet-hours-set",
  fromMinute: 21 * 60,
  toMinute: 7 * 60,
  timeZone: "Europe/Berlin",
} as const;
const reminded = { kind: "routine-reminded", routineId: "r1", text: "a walk" } as const;
/** 16:00 in Berlin on the day on which told sessions start. */
const FOUR = Date.UTC(2026, 10, 23, 15);

const iso = (atMs: number | undefined) => new Date(atMs ?? NaN).toISOString();
const nextOf = ({ state }: Told) => iso(activeRoutines(state)[0]?.nextAtMs);

describe("a routine", () => {
  it("RQ1: comes at the person’s own time on the days that they chose", () => {
    const session = new Told({ ...walk, days: [5, 1, 5] });
    expect(pendingEffects(session.state)).toMatchObject([
      { kind: "schedule-routine", routineId: "r1", atMs: FOUR },
    ]);
    session.tellAt(reminded, FOUR + 1000);
    expect(conversationOf(session.state).at(-1)).toMatchObject({
      kind: "routine",
      routineId: "r1",
      text: "a walk",
    });
    expect(nextOf(session)).toBe("2026-11-27T15:00:00.000Z");
  });

  // Expected moments from the IANA time zone database: Berlin changes on 2026-03-29 and 2026-10-25 at 01:00 UTC.
  it.each([
    ["08:00", "2026-03-28T12:00:00Z", "2026-03-29T06:00:00.000Z"],
    ["08:00", "2026-10-24T12:00:00Z", "2026-10-25T07:00:00.000Z"],
    ["02:30", "2026-03-28T12:00:00Z", "2026-03-29T01:30:00.000Z"],
    ["02:30", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00.000Z"],
  ])("RQ1: keeps the wall clock’s %s when clocks change, after %s", (time, after, expected) => {
    const [hour = NaN, minute = NaN] = time.split(":").map(Number);
    const routine = { hour, minute, timeZone: "Europe/Berlin", days: ALL };
    expect(iso(nextRoutineTime(routine, Date.parse(after)))).toBe(expected);
  });

  it("RQ1: is refused where its time, its zone or its days do not exist, and where there are a dozen", () => {
    for (const wrong of [
      { hour: 24 },
      { timeZone: "Europe/Atlantis" },
      { days: [] },
      { days: [8] },
      { text: " " },
    ])
      expect(new Told({ ...walk, ...wrong }).state.routines).toEqual([]);
    const session = new Told();
    for (let index = 0; index < 14; index += 1) session.tell({ ...walk, routineId: `r${String(index)}` });
    expect(session.state.routines).toHaveLength(12);
  });

  it("RQ3: is put off, done, changed and ended in one step each", () => {
    const session = new Told(walk);
    session.tellAt(reminded, FOUR);
    session.tellAt({ kind: "routine-snoozed", routineId: "r1", minutes: 30 }, FOUR + 60_000);
    expect(nextOf(session)).toBe("2026-11-23T15:31:00.000Z");
    expect(pendingEffects(session.state)).toMatchObject([
      { text: expect.stringContaining("Once more") as string },
    ]);
    session.tellAt({ kind: "routine-done", routineId: "r1" }, FOUR + 120_000);
    expect(nextOf(session)).toBe("2026-11-24T15:00:00.000Z");
    session.tell({ ...walk, text: "a walk to the river", hour: 10 });
    expect(activeRoutines(session.state)).toMatchObject([
      { text: "a walk to the river", doneAtMs: [FOUR + 120_000] },
    ]);
    session.tell({ kind: "routine-ended", routineId: "r1" });
    expect(pendingEffects(session.state)).toEqual([]);
    expect(session.tell(reminded, 2 * DAY_MS)).toEqual([]);
  });

  it("RQ3: is not put off into quiet hours; then it comes at its next time", () => {
    const session = new Told({ ...walk, hour: 20 }, night);
    session.tellAt(reminded, Date.UTC(2026, 10, 23, 19));
    session.tellAt({ kind: "routine-snoozed", routineId: "r1", minutes: 120 }, Date.UTC(2026, 10, 23, 19, 1));
    expect(nextOf(session)).toBe("2026-11-24T19:00:00.000Z");
  });

  it("RQ4: that nobody could be reminded of in time is left out, without a word and without a count", () => {
    const session = new Told(walk, { kind: "check-in-asked", hour: 9, minute: 0, timeZone: "Europe/Berlin" });
    const before = conversationOf(session.state).length;
    session.tellAt({ kind: "times-passed" }, FOUR + 5 * DAY_MS + 3 * HOUR_MS);
    expect(nextOf(session)).toBe("2026-11-29T15:00:00.000Z");
    expect(iso(session.state.checkIn?.nextAtMs)).toBe("2026-11-29T08:00:00.000Z");
    expect(conversationOf(session.state)).toHaveLength(before);
    const inTime = new Told(walk);
    inTime.tellAt({ kind: "times-passed" }, FOUR + HOUR_MS);
    expect(nextOf(inTime)).toBe(iso(FOUR));
  });

  it("RQ4: says the person’s own words and that leaving it is fine, the same whatever was left before", () => {
    const session = new Told(walk);
    const first = pendingEffects(session.state)[0];
    for (let day = 0; day < 5; day += 1) session.tellAt(reminded, FOUR + day * DAY_MS);
    const sixth = pendingEffects(session.state)[0];
    expect(sixth).toEqual({ ...first, atMs: FOUR + 5 * DAY_MS });
    expect(routineReminder({ ...walk, isSnoozed: false }, "de")).toBe(
      "Du wolltest um 16:00 daran erinnert werden: a walk. Wenn es jetzt nicht passt, ist das auch gut.",
    );
  });
});

describe("quiet hours", () => {
  it("RQ2: let nothing come by itself: what falls into them waits until they end", () => {
    const session = new Told({ ...walk, hour: 23 }, night);
    session.tell({ kind: "check-in-asked", hour: 6, minute: 0, timeZone: "Europe/Berlin" });
    expect(nextOf(session)).toBe("2026-11-24T06:00:00.000Z");
    expect(iso(session.state.checkIn?.nextAtMs)).toBe("2026-11-24T06:00:00.000Z");
    session.tell({ kind: "quiet-hours-cleared" });
    expect(nextOf(session)).toBe("2026-11-23T22:00:00.000Z");
    expect(iso(session.state.checkIn?.nextAtMs)).toBe("2026-11-24T05:00:00.000Z");
  });

  it("RQ2: end by the wall clock in the night in which clocks change", () => {
    const quiet = { fromMinute: 22 * 60, toMinute: 7 * 60, timeZone: "Europe/Berlin" };
    expect(iso(afterQuietHours(Date.parse("2026-03-28T22:00:00Z"), quiet))).toBe("2026-03-29T05:00:00.000Z");
    expect(iso(afterQuietHours(Date.parse("2026-10-24T21:00:00Z"), quiet))).toBe("2026-10-25T06:00:00.000Z");
  });

  it("RQ2: that make no sense are refused", () => {
    for (const wrong of [{ fromMinute: 1440 }, { toMinute: 21 * 60 }, { timeZone: "?" }])
      expect(new Told({ ...night, ...wrong }).state.quietHours).toBeUndefined();
  });

  it("RQ2: hold for every routine, time zone and moment: it comes later, on one of its days, and not in them", () => {
    const minute = fc.nat(1439);
    const cases = fc.record({
      hour: fc.nat(23),
      minute: fc.nat(59),
      timeZone: fc.constantFrom(...ZONES),
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      quiet: fc.record({ fromMinute: minute, toMinute: minute, timeZone: fc.constantFrom(...ZONES) }),
      afterMs: fc.integer({ min: Date.UTC(2012, 0), max: Date.UTC(2040, 0) }),
    });
    fc.assert(
      fc.property(cases, ({ quiet, afterMs, ...routine }) => {
        fc.pre(quiet.fromMinute !== quiet.toMinute);
        const set = nextRoutineTime(routine, afterMs) ?? NaN;
        const atMs = nextRoutineTime(routine, afterMs, quiet) ?? NaN;
        expect(set).toBeGreaterThan(afterMs);
        expect(routine.days).toContain(wallWeekday(set, routine.timeZone));
        expect(atMs).toBeGreaterThanOrEqual(set);
        expect(atMs - set).toBeLessThanOrEqual(26 * HOUR_MS);
        expect(isQuiet(quiet, atMs)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the wall clock", () => {
  it("knows the minute and the day of the week of a place", () => {
    expect(wallMinutes(START_MS, "Asia/Kathmandu")).toBe(17 * 60 + 45);
    expect(wallWeekday(START_MS, "UTC")).toBe(1);
    expect(wallWeekday(Date.UTC(1969, 11, 28, 12), "UTC")).toBe(7);
    expect(wallWeekday(Date.parse("2026-11-29T23:30:00Z"), "Europe/Berlin")).toBe(1);
  });
});
