import { seededRandom } from "@openempathic/measure";
import { nextDailyTime } from "../../companion/next-daily-time.ts";
import type { Sampling } from "../protocol/protocol.ts";
import { promptMinutes } from "./prompt-minutes.ts";
import type { Prompt } from "./study-state.ts";

/** What the times of prompts depend on. */
export interface PromptPlan {
  readonly sampling: Sampling;
  readonly seed: number;
  /** The IANA time zone of the participant's clock. */
  readonly timeZone: string;
  /** Milliseconds since the epoch; the first day is the one after. */
  readonly fromMs: number;
}

/**
 * The prompts of experience sampling: the waking day without its quiet hours is cut into equal stretches, and each has
 * one prompt at a random minute (Csikszentmihalyi and Larson 1987, doi:10.1097/00005053-198709000-00004), so far from
 * its end that it closes before the next one can come. Times are the wall clock's: over a change of clocks the prompts
 * stay at the same hours; an hour that is skipped puts its prompt behind the gap, one that comes twice counts once.
 *
 * @throws {RangeError} for a time zone that is not known
 */
export function schedulePrompts({ sampling, seed, timeZone, fromMs }: PromptPlan): readonly Prompt[] {
  const minutes = promptMinutes(sampling);
  const random = seededRandom(seed % 4_294_967_296);
  const prompts: Prompt[] = [];
  let midnight = fromMs;
  for (let day = 1; day <= sampling.days; day += 1) {
    midnight = nextDailyTime({ hour: 0, minute: 0, timeZone }, midnight);
    for (let place = 1; place <= sampling.perDay; place += 1) {
      const stretch = minutes.slice(
        Math.floor(((place - 1) * minutes.length) / sampling.perDay),
        Math.floor((place * minutes.length) / sampling.perDay),
      );
      const room = Math.max(1, stretch.length - sampling.answerWithinMinutes + 1);
      const minute = stretch[Math.floor(random() * room)] ?? 0;
      const promptId = `d${String(day)}p${String(place)}`;
      const times = promptTimes({ minute, midnightMs: midnight, timeZone }, sampling);
      prompts.push({ promptId, day, place, date: dateIn(timeZone, midnight), minute, timeZone, ...times });
    }
  }
  return prompts;
}

/** The same prompts by another clock, for those that are still to come: a traveller is asked by the hours where they are. */
export function movePrompts(
  prompts: readonly Prompt[],
  sampling: Sampling,
  { timeZone, nowMs }: { readonly timeZone: string; readonly nowMs: number },
): readonly Prompt[] {
  return prompts.map((prompt) => {
    if (prompt.scheduledAtMs <= nowMs || prompt.closed === true) return prompt;
    const midnightMs = midnightOf(prompt.date, timeZone);
    const times = promptTimes({ minute: prompt.minute, midnightMs, timeZone }, sampling);
    // What would lie in the past by the new clock stays by the old one, or it could never be answered.
    return times.scheduledAtMs <= nowMs ? prompt : { ...prompt, timeZone, ...times };
  });
}

function promptTimes(
  {
    minute,
    midnightMs,
    timeZone,
  }: { readonly minute: number; readonly midnightMs: number; readonly timeZone: string },
  { answerWithinMinutes }: Sampling,
): Pick<Prompt, "scheduledAtMs" | "closesAtMs"> {
  const start = minute < 1440 ? midnightMs : nextDailyTime({ hour: 0, minute: 0, timeZone }, midnightMs);
  const wall = minute % 1440;
  const time = { hour: Math.floor(wall / 60), minute: wall % 60, timeZone };
  const scheduledAtMs = nextDailyTime(time, start - 1);
  return { scheduledAtMs, closesAtMs: scheduledAtMs + answerWithinMinutes * 60_000 };
}

/** When a date begins by a clock. */
function midnightOf(date: string, timeZone: string): number {
  // Two days before its midnight in UTC the date has begun nowhere.
  let midnight = Date.parse(`${date}T00:00:00Z`) - 2 * 86_400_000;
  do midnight = nextDailyTime({ hour: 0, minute: 0, timeZone }, midnight);
  while (dateIn(timeZone, midnight) < date);
  return midnight;
}

/** The date that a clock shows, as YYYY-MM-DD. */
function dateIn(timeZone: string, atMs: number): string {
  return new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(atMs);
}
