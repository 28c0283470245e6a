import type { DayStretch, Sampling } from "../protocol/protocol.ts";

const DAY = 24 * 60;

/**
 * The minutes of a day at which a prompt may come, in the order of the waking day; a day that goes on past midnight
 * has minutes from 1440 on.
 */
export function promptMinutes({ awake, quiet }: Pick<Sampling, "awake" | "quiet">): readonly number[] {
  const from = minuteOf(awake.from);
  const length = lengthOf(awake);
  return Array.from({ length }, (_, index) => from + index).filter(
    (minute) => !quiet.some((stretch) => holds(stretch, minute % DAY)),
  );
}

/** "09:30" as minutes since midnight. */
export function minuteOf(clock: string): number {
  const [hour = NaN, minute = NaN] = clock.split(":").map(Number);
  return hour * 60 + minute;
}

function lengthOf({ from, to }: DayStretch): number {
  return (minuteOf(to) - minuteOf(from) + DAY) % DAY;
}

function holds(stretch: DayStretch, minute: number): boolean {
  return (minute - minuteOf(stretch.from) + DAY) % DAY < lengthOf(stretch);
}
