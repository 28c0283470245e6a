import type { CalmPersonEvent, CalmPlatformEvent } from "./calm-event.ts";
import type { CalmState, Sitting } from "./calm-state.ts";
import { isAffectiveSlider } from "./affective-slider.ts";
import { composeCalm } from "./compose/compose-calm.ts";
import { calmHistory } from "./history/calm-history.ts";
import type { PastSitting } from "./history/calm-history.ts";
import { scriptDurationMs } from "./script/segment-duration.ts";
import { takeWords } from "./words/take-words.ts";

type Any = CalmPersonEvent | CalmPlatformEvent;
type Of<Kind extends Any["kind"]> = Extract<Any, { kind: Kind }> & {
  readonly seq: number;
  readonly atMs: number;
};

const LONGEST_MINUTES = 60;

/** Composes a sitting. One that was under way counts as stopped where it had come to; one not begun is put away. */
export function askSitting(state: CalmState, event: Of<"sitting-asked">): CalmState {
  const { seq, atMs, minutes, before, writeWords = false } = event;
  const isSound = minutes > 0 && minutes <= LONGEST_MINUTES;
  if (!isSound || (before !== undefined && !isAffectiveSlider(before))) return state;
  const { current } = state;
  const isUnderWay = current?.status === "running" || current?.status === "paused";
  const earlier = isUnderWay ? endWith(state, { how: "stopped", atSeconds: current.atSeconds }) : state;
  const { language } = state;
  const composed = composeCalm({ ...event, language, history: calmHistory(earlier.past), seed: seq });
  // Words made to measure would be words about somebody at risk, from something that cannot help them.
  const pending = writeWords && state.latch.level === "none";
  const sitting: Sitting = {
    sitting: seq,
    askedAtMs: atMs,
    ...composed,
    ...(before === undefined ? {} : { before }),
    status: "ready",
    atSeconds: 0,
    asOfMs: atMs,
    words: { by: "library", pending },
  };
  return { ...earlier, current: sitting };
}

/** The clock of the sitting starts. */
export function beginSitting(state: CalmState, { of, atMs }: Of<"sitting-begun">): CalmState {
  return when(state, { of, statuses: ["ready"] }, (sitting) => ({
    ...sitting,
    status: "running",
    startedAtMs: atMs,
    asOfMs: atMs,
    // Whatever comes now comes too late: words do not change under somebody's eyes.
    words: { ...sitting.words, pending: false },
  }));
}

export function pauseSitting(state: CalmState, { of, atMs, atSeconds }: Of<"sitting-paused">): CalmState {
  return when(state, { of, statuses: ["running", "paused"] }, (sitting) => ({
    ...sitting,
    status: "paused",
    atSeconds: inside(sitting, atSeconds),
    asOfMs: atMs,
  }));
}

export function resumeSitting(state: CalmState, { of, atMs, atSeconds }: Of<"sitting-resumed">): CalmState {
  return when(state, { of, statuses: ["running", "paused"] }, (sitting) => ({
    ...sitting,
    status: "running",
    atSeconds: inside(sitting, atSeconds),
    asOfMs: atMs,
  }));
}

/** Finished or stopped: it goes into the history, and stays at hand for the rating. */
export function endSitting(state: CalmState, { of, atSeconds, how }: Of<"sitting-ended">): CalmState {
  const { current } = state;
  const isUnderWay = current?.status === "running" || current?.status === "paused";
  return current?.sitting === of && isUnderWay ? endWith(state, { how, atSeconds }) : state;
}

/** How the person feels after it, for the latest and for any earlier one. */
export function rateSitting(state: CalmState, { of, after }: Of<"sitting-rated">): CalmState {
  if (!isAffectiveSlider(after) || !state.past.some(({ sitting }) => sitting === of)) return state;
  return { ...state, past: state.past.map((each) => (each.sitting === of ? { ...each, after } : each)) };
}

export function forgetSitting(state: CalmState, { of }: Of<"sitting-forgotten">): CalmState {
  if (!state.past.some(({ sitting }) => sitting === of)) return state;
  return { ...state, past: state.past.filter(({ sitting }) => sitting !== of) };
}

/** A language model's words, as far as they fit; only before the sitting begins. */
export function wordSitting(state: CalmState, { of, words }: Of<"words-written">): CalmState {
  return when(state, { of, statuses: ["ready"] }, (sitting) => {
    if (!sitting.words.pending) return sitting;
    const { script, taken, leftOut } = takeWords(sitting.script, words);
    const by = taken > 0 ? "language-model" : "library";
    return { ...sitting, script, words: { by, pending: false, taken, leftOut } };
  });
}

export function missWords(state: CalmState, { of, trouble }: Of<"words-not-written">): CalmState {
  return when(state, { of, statuses: ["ready"] }, (sitting) =>
    sitting.words.pending ? { ...sitting, words: { by: "library", pending: false, trouble } } : sitting,
  );
}

/** How far a sitting has come, in seconds, as far as its events tell; never beyond its end. */
export function positionOf(sitting: Sitting, nowMs: number): number {
  const { status, atSeconds, asOfMs } = sitting;
  return inside(sitting, status === "running" ? atSeconds + Math.max(0, nowMs - asOfMs) / 1000 : atSeconds);
}

function when(
  state: CalmState,
  { of, statuses }: { readonly of: number; readonly statuses: readonly Sitting["status"][] },
  change: (sitting: Sitting) => Sitting,
): CalmState {
  const { current } = state;
  if (current?.sitting !== of || !statuses.includes(current.status)) return state;
  const changed = change(current);
  return changed === current ? state : { ...state, current: changed };
}

function endWith(
  state: CalmState,
  { how, atSeconds }: Pick<PastSitting, "how"> & { readonly atSeconds: number },
): CalmState {
  const { current } = state;
  if (current === undefined) return state;
  const practisedSeconds = inside(current, atSeconds);
  const past: PastSitting = {
    sitting: current.sitting,
    technique: current.script.technique,
    startedAtMs: current.startedAtMs ?? current.askedAtMs,
    plannedSeconds: scriptDurationMs(current.script) / 1000,
    practisedSeconds,
    how,
    ...(current.before === undefined ? {} : { before: current.before }),
  };
  const over: Sitting = { ...current, status: "over", atSeconds: practisedSeconds };
  return { ...state, current: over, past: [...state.past, past] };
}

/** A place within the sitting; what is no number counts as where it was. */
function inside({ script, atSeconds }: Sitting, seconds: number): number {
  if (!Number.isFinite(seconds)) return atSeconds;
  return Math.min(Math.max(seconds, 0), scriptDurationMs(script) / 1000);
}
