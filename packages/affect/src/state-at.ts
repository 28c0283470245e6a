import type { AffectState } from "./affect-state.ts";
import { asBelief, CATEGORY_PRIOR, DIMENSION_PRIOR, relax } from "./gaussian.ts";

// The person's word holds for a waking half-day, unless they say otherwise. Our choice; longer than the
// relaxation, so that what was inferred before the report has faded when inference speaks again.
const SELF_REPORT_HOLDS_MS = 12 * 60 * 60 * 1000;

/** The picture of somebody of whom nothing is known yet: every category and dimension is missing. */
export const INITIAL_AFFECT_STATE: AffectState = { categories: {}, dimensions: {} };

/**
 * The picture as it stands at a later moment if nothing more is heard: means drift towards what is usual,
 * spreads grow towards what is unknown, and a self-report older than 12 hours no longer overrides.
 *
 * Each value is an Ornstein-Uhlenbeck process with a relaxation time of one hour, the model of core affect of
 * Kuppens, Oravecz & Tuerlinckx (2010, doi:10.1037/a0020962): mean b + (m - b)e^(-t/τ), variance
 * s² + (v - s²)e^(-2t/τ), never below v. Asking in two steps gives the same as asking in one.
 *
 * @param state the picture at its own `atMs`
 * @param atMs milliseconds since the epoch; a moment before the state's own leaves it as it is
 * @throws RangeError where `atMs` is not a finite number
 *
 * @example
 * ```ts
 * import { INITIAL_AFFECT_STATE, stateAt } from "@openempathic/affect";
 *
 * stateAt(INITIAL_AFFECT_STATE, 1000).atMs; // => undefined
 * ```
 */
export function stateAt(state: AffectState, atMs: number): AffectState {
  checkTime("stateAt", atMs);
  if (state.atMs === undefined || atMs <= state.atMs) return state;
  const silenceMs = atMs - state.atMs;
  const { selfReport } = state;
  return {
    atMs,
    categories: mapValues(state.categories, ({ logOdds, sd }) =>
      asBelief(relax({ mean: logOdds, sd }, CATEGORY_PRIOR, silenceMs)),
    ),
    dimensions: mapValues(state.dimensions, (spread) => relax(spread, DIMENSION_PRIOR, silenceMs)),
    ...(selfReport !== undefined && atMs - selfReport.atMs < SELF_REPORT_HOLDS_MS ? { selfReport } : {}),
  };
}

function mapValues<Key extends string, From, To>(
  record: Readonly<Partial<Record<Key, From>>>,
  change: (value: From) => To,
): Partial<Record<Key, To>> {
  // Object.entries forgets the key type; the keys of the result are those of the argument.
  const entries = Object.entries(record) as [Key, From][];
  return Object.fromEntries(entries.map(([key, value]) => [key, change(value)])) as Partial<Record<Key, To>>;
}

/** Refuses a time that is not finite, in the name of the public function that was given it. */
export function checkTime(name: string, atMs: number): void {
  if (!Number.isFinite(atMs)) throw new RangeError(`${name} needs a finite time in ms, got ${atMs}`);
}
