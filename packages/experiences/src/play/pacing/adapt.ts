import { isPermit } from "@openempathic/govern";
import { DIALS, withinBounds } from "./pacing.ts";
import type { Dial, Dials, PacingEntry, PacingReason, PacingState, PlayerSignal } from "./pacing.ts";
import { weighSignal } from "./weigh-signal.ts";

/** What is gathered for a dial has to come to this before it is turned, and starts from 0 after. */
const TURNS_AT = 0.9;
/** How much of what was gathered is left when the next signal of its kind comes. */
const REMEMBERED = 0.8;
const STEP = 0.12;
const HELD_FOR = 6;
const LOG_LENGTH = 200;
const NOTHING: Dials = { difficulty: 0, pace: 0, tension: 0 };

/**
 * One more thing known about a player, and what becomes of difficulty, pace and tension.
 *
 * Signals gather for or against each dial and fade; only when enough has gathered is a dial turned, one step, within
 * its bounds, and the count starts afresh. To be turned back it takes as much the other way, so a dial does not flutter
 * between two settings (hysteresis). One bad or brilliant moment turns nothing. What the player says themselves is done
 * at once; "right" leaves a dial alone for six signals. Every turn is a line in the log, with its reason. Off means off:
 * dials stand where they were written, and nothing is gathered.
 *
 * The step, the threshold and the band are ours, chosen by playing; the idea of adjusting within bounds from
 * performance is Hunicke (2005), doi:10.1145/1178477.1178573.
 *
 * @param atMs the time of the signal, for the log
 *
 * @example
 * ```ts
 * import { adapt, beginPacing } from "@openempathic/experiences/play";
 *
 * const start = beginPacing({ difficulty: 0.5, pace: 0.5, tension: 0.3 });
 * const once = adapt(start, { kind: "attempt", score: 1 }, 0);
 * once.dials.difficulty; // => 0.5
 * adapt(once, { kind: "attempt", score: 1 }, 1000).dials.difficulty; // => 0.62
 * adapt(once, { kind: "report", dial: "difficulty", wish: "less" }, 1000).dials.difficulty; // => 0.38
 * ```
 */
export function adapt(state: PacingState, signal: PlayerSignal, atMs: number): PacingState {
  switch (signal.kind) {
    case "switch":
      return switched(state, signal.on, atMs);
    case "set":
      return set(state, signal, atMs);
    case "report":
      return state.on ? reported(state, signal, atMs) : state;
    case "attempt": {
      const because: PacingReason = { kind: "attempts", score: signal.score };
      return state.on ? gathered(state, weighSignal(signal), { atMs, because }) : state;
    }
    case "estimate":
      return state.on ? estimated(state, signal, atMs) : state;
  }
}

function switched(state: PacingState, on: boolean, atMs: number): PacingState {
  if (on === state.on) return state;
  const entry: PacingEntry = { atMs, because: { kind: "switch", on } };
  return { ...logged(state, entry), on, dials: state.home, evidence: NOTHING, held: NOTHING };
}

function set(
  state: PacingState,
  { dial, value }: Extract<PlayerSignal, { kind: "set" }>,
  atMs: number,
): PacingState {
  if (!Number.isFinite(value)) return state;
  const to = withinBounds(state.bounds, dial, value);
  const home = { ...state.home, [dial]: to };
  return { ...turned(state, { dial, to }, { atMs, because: { kind: "set" } }), home };
}

function reported(
  state: PacingState,
  { dial, wish }: Extract<PlayerSignal, { kind: "report" }>,
  atMs: number,
): PacingState {
  const because: PacingReason = { kind: "report", wish };
  const held = { ...state.held, [dial]: HELD_FOR };
  if (wish === "right") {
    return { ...logged(state, { atMs, because }), held, evidence: { ...state.evidence, [dial]: 0 } };
  }
  const to = withinBounds(state.bounds, dial, state.dials[dial] + (wish === "more" ? STEP : -STEP));
  return { ...turned(state, { dial, to }, { atMs, because }), held };
}

function estimated(
  state: PacingState,
  signal: Extract<PlayerSignal, { kind: "estimate" }>,
  atMs: number,
): PacingState {
  const { modality } = signal.estimate;
  if (modality === "voice" || modality === "face") {
    if (!isPermit(signal.permit, { purpose: "play", modality })) {
      return logged(state, { atMs, because: { kind: "not-permitted", modality } });
    }
    return gathered(state, weighSignal(signal), { atMs, because: { kind: modality } });
  }
  return gathered(state, weighSignal(signal), { atMs, because: { kind: "words" } });
}

interface Cause {
  readonly atMs: number;
  readonly because: PacingReason;
}

function gathered(state: PacingState, weights: Dials, cause: Cause): PacingState {
  let next = state;
  for (const dial of DIALS) {
    if (next.held[dial] > 0) {
      next = { ...next, held: { ...next.held, [dial]: next.held[dial] - 1 } };
      continue;
    }
    const evidence = next.evidence[dial] * REMEMBERED + weights[dial];
    next = { ...next, evidence: { ...next.evidence, [dial]: evidence } };
    if (Math.abs(evidence) < TURNS_AT || weights[dial] === 0) continue;
    const to = withinBounds(next.bounds, dial, next.dials[dial] + Math.sign(evidence) * STEP);
    next = turned(next, { dial, to }, cause);
  }
  return next;
}

/** The dial turned to a setting, its evidence spent, and a line in the log where it moved at all. */
function turned(
  state: PacingState,
  turn: { readonly dial: Dial; readonly to: number },
  cause: Cause,
): PacingState {
  const { dial, to } = turn;
  const from = state.dials[dial];
  const next = {
    ...state,
    dials: { ...state.dials, [dial]: to },
    evidence: { ...state.evidence, [dial]: 0 },
  };
  return from === to
    ? next
    : logged(next, { atMs: cause.atMs, turned: { dial, from, to }, because: cause.because });
}

function logged(state: PacingState, entry: PacingEntry): PacingState {
  return { ...state, log: [...state.log.slice(1 - LOG_LENGTH), entry] };
}
