import { nextDailyTime } from "../next-daily-time.ts";
import type { DailyTime } from "../next-daily-time.ts";
import { wallWeekday } from "../wall-clock.ts";
import { afterQuietHours, isQuiet } from "./quiet-hours.ts";
import type { QuietHours } from "./quiet-hours.ts";

/** Something that a person wants to be reminded of, at times of their own wall clock. */
export interface Routine extends DailyTime {
  readonly routineId: string;
  /** In the person's own words: "a walk", "call Ana", "the tablet with the yellow box". */
  readonly text: string;
  /** Days of the week, 1 for Monday to 7 for Sunday, rising; never empty. */
  readonly days: readonly number[];
  /** When it comes next, in milliseconds since the epoch; of no meaning once it has ended. */
  readonly nextAtMs: number;
  /** Whether what comes next was put off by the person and is not the set time. */
  readonly isSnoozed: boolean;
  /** When the person said that they had done it, oldest first. What they did not do stands nowhere. */
  readonly doneAtMs: readonly number[];
  readonly endedAtMs?: number;
}

/** Later than this after its time nothing that was set is said any more: it would no longer be true. */
export const LATEST_MS = 2 * 3_600_000;

/** How long something may be put off, in minutes. */
export const SNOOZE_MINUTES = { least: 5, most: 240 } as const;

/** The days of the week without repetition, rising; `undefined` where one of them is none, or none is there. */
export function weekdays(days: readonly number[]): readonly number[] | undefined {
  const sorted = [...new Set(days)].toSorted((one, other) => one - other);
  const areDays = sorted.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  return areDays && sorted.length > 0 ? sorted : undefined;
}

/**
 * When a routine comes next after a moment: at its time on the next of its days by the person's own wall clock; where
 * that lies in quiet hours, when they end. `undefined` where the time or the time zone does not exist.
 *
 * @example
 * ```ts
 * import { nextRoutineTime } from "@openempathic/experiences";
 *
 * const sunday = { hour: 10, minute: 0, timeZone: "Europe/Berlin", days: [7] };
 * // Clocks are set forward in the night to Sunday, 29 March 2026.
 * new Date(nextRoutineTime(sunday, Date.parse("2026-03-27T12:00:00Z")) ?? 0).toISOString(); // => "2026-03-29T08:00:00.000Z"
 * ```
 */
export function nextRoutineTime(
  routine: DailyTime & { readonly days: readonly number[] },
  afterMs: number,
  quiet?: QuietHours,
): number | undefined {
  try {
    let atMs = nextDailyTime(routine, afterMs);
    // A week has every day; one more, for places that once left out a day.
    for (let tries = 0; tries < 8 && !routine.days.includes(wallWeekday(atMs, routine.timeZone)); tries += 1)
      atMs = nextDailyTime(routine, atMs);
    return afterQuietHours(atMs, quiet);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A routine put off by some minutes from a moment. Into quiet hours nothing is put off: then it comes at its next set time. */
export function snoozed(
  routine: Routine,
  { atMs, minutes }: { readonly atMs: number; readonly minutes: number },
  quiet?: QuietHours,
): Routine {
  const laterMs = atMs + minutes * 60_000;
  if (quiet === undefined || !isQuiet(quiet, laterMs))
    return { ...routine, nextAtMs: laterMs, isSnoozed: true };
  return {
    ...routine,
    nextAtMs: nextRoutineTime(routine, atMs, quiet) ?? routine.nextAtMs,
    isSnoozed: false,
  };
}
