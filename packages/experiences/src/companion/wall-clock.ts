const DAY_MS = 86_400_000;

/**
 * From a moment to what a time zone's wall clock shows then, to the minute, as if that clock stood in UTC: both in
 * milliseconds since the epoch.
 * @throws {RangeError} When the time zone is unknown.
 */
export function wallClock(timeZone: string): (atMs: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  return (atMs) => {
    const parts = Object.fromEntries(
      format.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN } = parts;
    return Date.UTC(year, month - 1, day, hour, minute);
  };
}

/**
 * Minutes since midnight on a time zone's wall clock, 0 to 1439.
 * @throws {RangeError} When the time zone is unknown.
 */
export function wallMinutes(atMs: number, timeZone: string): number {
  const wall = wallClock(timeZone)(atMs);
  return (wall - Math.floor(wall / DAY_MS) * DAY_MS) / 60_000;
}

/**
 * The day of the week on a time zone's wall clock as ISO 8601 counts: 1 for Monday to 7 for Sunday.
 * @throws {RangeError} When the time zone is unknown.
 */
export function wallWeekday(atMs: number, timeZone: string): number {
  const days = Math.floor(wallClock(timeZone)(atMs) / DAY_MS);
  // 1 January 1970 was a Thursday.
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

/**
 * The day on a time zone's wall clock, as a whole number that rises by one a day.
 * @throws {RangeError} When the time zone is unknown.
 */
export function wallDay(atMs: number, timeZone: string): number {
  return Math.floor(wallClock(timeZone)(atMs) / DAY_MS);
}
