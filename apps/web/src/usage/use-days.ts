import type { Storage } from "../session/outbox.ts";

/** Where this device keeps how long was talked on which day. It is never sent anywhere. */
export const USE_KEY = "open-empathic.use";

/** After this many minutes of a day a word is said about it, and after as many again. † Proposed. */
const NUDGE_EVERY_MINUTES = 60;

/** Days that are kept: today and the six before. */
const DAYS_KEPT = 7;

/** How long was talked, by day. */
export interface UseDays {
  /** Minutes by the device's own calendar day, YYYY-MM-DD; a missing day had none. */
  readonly minutes: Readonly<Record<string, number>>;
  /** Whether a word is wanted when it gets long. */
  readonly remind: boolean;
  /** The day of the last word about it that was put away, and at how many minutes. */
  readonly saidAt?: { readonly day: string; readonly minutes: number };
}

const NONE: UseDays = { minutes: {}, remind: true };

/** The calendar day of a moment where the device is. */
export function dayOf(date: Date): string {
  const twoDigits = (value: number): string => String(value).padStart(2, "0");
  return `${String(date.getFullYear())}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

/** What this device has counted; nothing where nothing or something damaged is stored. */
export function loadUse(storage: Storage): UseDays {
  try {
    const parsed: unknown = JSON.parse(storage.getItem(USE_KEY) ?? "null");
    // The cast is safe: only saveUse writes under this name, and anything odd ends in "none".
    const use = parsed as UseDays | null;
    return use !== null && typeof use.minutes === "object" && typeof use.remind === "boolean" ? use : NONE;
  } catch {
    return NONE;
  }
}

/** Keeps what was counted; a device that does not keep it only counts anew. */
export function saveUse(storage: Storage, use: UseDays): void {
  try {
    storage.setItem(USE_KEY, JSON.stringify(use));
  } catch {
    // A full or forbidden storage: then there is no count, which harms nobody.
  }
}

/** One more minute on a day; days that are too long ago are forgotten. */
export function addMinute(use: UseDays, day: string): UseDays {
  const minutes = { ...use.minutes, [day]: (use.minutes[day] ?? 0) + 1 };
  const kept = Object.entries(minutes).toSorted(([one], [other]) => other.localeCompare(one));
  return { ...use, minutes: Object.fromEntries(kept.slice(0, DAYS_KEPT)) };
}

/** The minutes of today when a word is due about them; `undefined` when none is. */
export function nudgeDue(use: UseDays, day: string): number | undefined {
  const minutes = use.minutes[day] ?? 0;
  const last = use.saidAt?.day === day ? use.saidAt.minutes : 0;
  const hours = Math.floor(minutes / NUDGE_EVERY_MINUTES);
  return use.remind && hours > Math.floor(last / NUDGE_EVERY_MINUTES) ? minutes : undefined;
}
