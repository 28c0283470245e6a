import { wallClock } from "./wall-clock.ts";

const DAY_MS = 86_400_000;

/** A time of day on a wall clock: hour 0 to 23, minute 0 to 59, and an IANA time zone such as "Europe/Berlin". */
export interface DailyTime {
  readonly hour: number;
  readonly minute: number;
  readonly timeZone: string;
}

/**
 * The next moment after `afterMs` at which the wall clock of a time zone shows a time of day, in milliseconds
 * since the epoch. Where clocks are set back and show the time twice, it is the first of the two; where they are
 * set forward and never show it, it is as much after the change as the time lies after the gap's start (the
 * "compatible" rule of ECMAScript's Temporal proposal).
 *
 * @throws {RangeError} When the time zone is unknown or the time of day does not exist.
 *
 * @example
 * ```ts
 * import { nextDailyTime } from "@openempathic/experiences";
 *
 * const noon = Date.parse("2026-11-23T12:00:00Z");
 * new Date(nextDailyTime({ hour: 9, minute: 30, timeZone: "Europe/Berlin" }, noon)).toISOString(); // => "2026-11-24T08:30:00.000Z"
 * ```
 */
export function nextDailyTime(time: DailyTime, afterMs: number): number {
  const { hour, minute } = time;
  if (!isWithin(hour, 23) || !isWithin(minute, 59)) {
    throw new RangeError(
      `nextDailyTime needs an hour from 0 to 23 and a minute from 0 to 59, got ${String(hour)}:${String(minute)}`,
    );
  }
  const clock = wallClock(time.timeZone);
  const today = Math.floor(clock(afterMs) / DAY_MS) * DAY_MS;
  for (let wall = today + (hour * 60 + minute) * 60_000; ; wall += DAY_MS) {
    const atMs = momentOf(wall, clock);
    if (atMs > afterMs) return atMs;
  }
}

function isWithin(value: number, last: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= last;
}

/** The moment at which a clock shows `wall`, both counted as if the clock stood in UTC. */
function momentOf(wall: number, clock: (atMs: number) => number): number {
  const offsets = [wall - DAY_MS, wall + DAY_MS].map((atMs) => clock(atMs) - atMs);
  const shown = offsets.map((offset) => wall - offset).filter((atMs) => clock(atMs) === wall);
  // In a gap no moment shows the time: the offset before the change leads to the moment after it.
  return shown.length > 0 ? Math.min(...shown) : wall - (offsets[0] ?? 0);
}
