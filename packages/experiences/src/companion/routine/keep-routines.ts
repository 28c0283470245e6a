import { append } from "../chronicle.ts";
import type { CompanionEvent } from "../companion-event.ts";
import type { CheckIn, CompanionState } from "../companion-state.ts";
import { without } from "../../without.ts";
import { areQuietHours } from "./quiet-hours.ts";
import type { QuietHours } from "./quiet-hours.ts";
import { LATEST_MS, nextRoutineTime, snoozed, SNOOZE_MINUTES, weekdays } from "./routine.ts";
import type { Routine } from "./routine.ts";

type Of<Kind extends CompanionEvent["kind"]> = Extract<CompanionEvent, { kind: Kind }>;

// More would be a timetable, and no longer gentle.
const MOST_ROUTINES = 12;
// A year of something done each day; what is older leaves the list.
const DONE_KEPT = 400;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** Those that still come, in the order in which they were set. */
export function activeRoutines({ routines }: Pick<CompanionState, "routines">): readonly Routine[] {
  return routines.filter(({ endedAtMs }) => endedAtMs === undefined);
}

/** Sets a routine or changes one; a time, zone or day that does not exist leaves everything as it was. */
export function setRoutine(state: CompanionState, event: Of<"routine-set">): CompanionState {
  const { routineId, hour, minute, timeZone } = event;
  const text = event.text.trim();
  const days = weekdays(event.days);
  const old = state.routines.find((routine) => routine.routineId === routineId);
  if (text === "" || days === undefined || old?.endedAtMs !== undefined) return state;
  if (old === undefined && activeRoutines(state).length >= MOST_ROUTINES) return state;
  const nextAtMs = nextRoutineTime({ hour, minute, timeZone, days }, event.atMs, state.quietHours);
  if (nextAtMs === undefined) return state;
  const doneAtMs = old?.doneAtMs ?? [];
  const routine: Routine = {
    routineId,
    text,
    hour,
    minute,
    timeZone,
    days,
    nextAtMs,
    isSnoozed: false,
    doneAtMs,
  };
  return old === undefined
    ? { ...state, routines: [...state.routines, routine] }
    : withRoutine(state, routine);
}

/** Notes that the person did it; said twice within a minute it is one time. */
export function doneRoutine(state: CompanionState, event: Of<"routine-done">): CompanionState {
  const routine = activeRoutine(state, event.routineId);
  if (routine === undefined) return state;
  const last = routine.doneAtMs.at(-1);
  if (last !== undefined && event.atMs - last < 60_000) return state;
  const doneAtMs = [...routine.doneAtMs, event.atMs].slice(-DONE_KEPT);
  if (!routine.isSnoozed) return withRoutine(state, { ...routine, doneAtMs });
  // What was put off and is done now does not come again today.
  const nextAtMs = nextRoutineTime(routine, event.atMs, state.quietHours) ?? routine.nextAtMs;
  return withRoutine(state, { ...routine, doneAtMs, nextAtMs, isSnoozed: false });
}

/** Puts a routine off. */
export function snoozeRoutine(state: CompanionState, event: Of<"routine-snoozed">): CompanionState {
  const { routineId, minutes, atMs } = event;
  const routine = activeRoutine(state, routineId);
  const isSensible =
    Number.isInteger(minutes) && minutes >= SNOOZE_MINUTES.least && minutes <= SNOOZE_MINUTES.most;
  if (routine === undefined || !isSensible) return state;
  return withRoutine(state, snoozed(routine, { atMs, minutes }, state.quietHours));
}

/** Ends a routine, in one step and for good; what was done of it stays. */
export function endRoutine(state: CompanionState, event: Of<"routine-ended">): CompanionState {
  const routine = activeRoutine(state, event.routineId);
  return routine === undefined ? state : withRoutine(state, { ...routine, endedAtMs: event.atMs });
}

/** Puts a reminder that was due into the conversation and sets the next; one before its time is ignored. */
export function remindOfRoutine(state: CompanionState, event: Of<"routine-reminded">): CompanionState {
  const { seq, atMs, routineId, text } = event;
  const routine = activeRoutine(state, routineId);
  if (routine === undefined || atMs < routine.nextAtMs) return state;
  const nextAtMs = nextRoutineTime(routine, atMs, state.quietHours) ?? routine.nextAtMs;
  const entries = append(state.entries, { kind: "routine", seq, atMs, routineId, text });
  return { ...withRoutine(state, { ...routine, nextAtMs, isSnoozed: false }), entries };
}

/** Sets quiet hours: what is set then keeps out of them. */
export function setQuietHours(state: CompanionState, event: Of<"quiet-hours-set">): CompanionState {
  const { fromMinute, toMinute, timeZone, atMs } = event;
  const quietHours = { fromMinute, toMinute, timeZone };
  return areQuietHours(quietHours) ? setAnew({ ...state, quietHours }, atMs) : state;
}

/** Takes the quiet hours away. */
export function clearQuietHours(state: CompanionState, event: Of<"quiet-hours-cleared">): CompanionState {
  if (state.quietHours === undefined) return state;
  return setAnew(without(state, "quietHours"), event.atMs);
}

/** Moves on what was due while nobody could be reached, without a word: nothing is made up for, and nothing counted. */
export function passTimes(state: CompanionState, { atMs }: Of<"times-passed">): CompanionState {
  const isLate = ({ nextAtMs }: { readonly nextAtMs: number }) => atMs - nextAtMs > LATEST_MS;
  const late = activeRoutines(state).filter(isLate);
  const checkIn = state.checkIn !== undefined && isLate(state.checkIn) ? state.checkIn : undefined;
  if (late.length === 0 && checkIn === undefined) return state;
  const routines = state.routines.map((routine) =>
    late.includes(routine) ? timedAnew(routine, atMs, state.quietHours) : routine,
  );
  return { ...state, routines, ...(checkIn && { checkIn: checkInAnew(checkIn, atMs, state.quietHours) }) };
}

/** When a daily check-in comes next; `undefined` for a time or zone that does not exist. */
export function nextCheckIn(
  time: Pick<CheckIn, "hour" | "minute" | "timeZone">,
  afterMs: number,
  quiet: QuietHours | undefined,
): number | undefined {
  return nextRoutineTime({ ...time, days: EVERY_DAY }, afterMs, quiet);
}

function setAnew(state: CompanionState, atMs: number): CompanionState {
  const routines = state.routines.map((routine) =>
    routine.endedAtMs === undefined ? timedAnew(routine, atMs, state.quietHours) : routine,
  );
  const { checkIn } = state;
  return { ...state, routines, ...(checkIn && { checkIn: checkInAnew(checkIn, atMs, state.quietHours) }) };
}

function timedAnew(routine: Routine, atMs: number, quiet: QuietHours | undefined): Routine {
  return {
    ...routine,
    nextAtMs: nextRoutineTime(routine, atMs, quiet) ?? routine.nextAtMs,
    isSnoozed: false,
  };
}

function checkInAnew(checkIn: CheckIn, atMs: number, quiet: QuietHours | undefined): CheckIn {
  return { ...checkIn, nextAtMs: nextCheckIn(checkIn, atMs, quiet) ?? checkIn.nextAtMs };
}

function activeRoutine(state: CompanionState, routineId: string): Routine | undefined {
  return activeRoutines(state).find((routine) => routine.routineId === routineId);
}

function withRoutine(state: CompanionState, changed: Routine): CompanionState {
  const routines = state.routines.map((routine) =>
    routine.routineId === changed.routineId ? changed : routine,
  );
  return { ...state, routines };
}
