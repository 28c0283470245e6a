import { nextDailyTime } from "../next-daily-time.ts";
import { wallMinutes } from "../wall-clock.ts";

/** Hours of each day in which nothing comes by itself, by the person's own wall clock. */
export interface QuietHours {
  /** Minutes since midnight, 0 to 1439. An end before the beginning is on the next day. */
  readonly fromMinute: number;
  readonly toMinute: number;
  /** IANA name, such as "Europe/Berlin". */
  readonly timeZone: string;
}

/** Whether quiet hours make sense: both ends are minutes of a day, they differ, and the time zone exists. */
export function areQuietHours({ fromMinute, toMinute, timeZone }: QuietHours): boolean {
  const isMinute = (minute: number) => Number.isInteger(minute) && minute >= 0 && minute < 1440;
  return isMinute(fromMinute) && isMinute(toMinute) && fromMinute !== toMinute && isTimeZone(timeZone);
}

/** Whether a moment, in milliseconds since the epoch, lies in quiet hours; their end does not. */
export function isQuiet({ fromMinute, toMinute, timeZone }: QuietHours, atMs: number): boolean {
  const minute = wallMinutes(atMs, timeZone);
  return fromMinute < toMinute
    ? minute >= fromMinute && minute < toMinute
    : minute >= fromMinute || minute < toMinute;
}

/**
 * A moment moved out of quiet hours: itself where it is not in them, else when they end by the wall clock.
 *
 * @example
 * ```ts
 * import { afterQuietHours } from "@openempathic/experiences";
 *
 * const night = { fromMinute: 22 * 60, toMinute: 7 * 60, timeZone: "Europe/Berlin" };
 * const late = Date.parse("2026-11-23T22:30:00Z"); // 23:30 in Berlin
 * new Date(afterQuietHours(late, night)).toISOString(); // => "2026-11-24T06:00:00.000Z"
 * ```
 */
export function afterQuietHours(atMs: number, quiet: QuietHours | undefined): number {
  if (quiet === undefined || !isQuiet(quiet, atMs)) return atMs;
  const { toMinute, timeZone } = quiet;
  return nextDailyTime({ hour: Math.floor(toMinute / 60), minute: toMinute % 60, timeZone }, atMs);
}

function isTimeZone(timeZone: string): boolean {
  try {
    wallMinutes(0, timeZone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
