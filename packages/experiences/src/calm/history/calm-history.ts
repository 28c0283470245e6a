import type { TechniqueId } from "../calm-lists.ts";
import type { AffectiveSlider } from "../affective-slider.ts";
import { meanChange } from "./mean-change.ts";
import type { MeanChange } from "./mean-change.ts";

/** A sitting that is over. A missing rating was not given, and is not guessed. */
export interface PastSitting {
  /** The seq of the event that asked for it. */
  readonly sitting: number;
  readonly technique: TechniqueId;
  readonly startedAtMs: number;
  /** How long it was planned to last, and how long it did, in seconds. */
  readonly plannedSeconds: number;
  readonly practisedSeconds: number;
  readonly how: "finished" | "stopped";
  readonly before?: AffectiveSlider;
  readonly after?: AffectiveSlider;
}

/** How several sittings went, by the person's own ratings before and after. */
export interface CalmChange {
  readonly valence: MeanChange;
  readonly arousal: MeanChange;
  /**
   * "better": one of the two moved towards pleasant or calm with an interval that leaves out zero, and the other
   * did not move the other way; "worse" the reverse; "unclear" otherwise, as with too few sittings.
   */
  readonly verdict: "better" | "worse" | "unclear";
}

/** One's own history. */
export interface CalmHistory {
  readonly sittings: number;
  readonly practisedSeconds: number;
  readonly all: CalmChange;
  /** Techniques that were practised at least once. */
  readonly byTechnique: Readonly<Partial<Record<TechniqueId, CalmChange>>>;
}

/**
 * What one's own sittings say, and how far that can be believed. It compares before with after, so it cannot tell
 * what caused a change: resting, the time of day, or having chosen to stop for a moment.
 *
 * @param past Sittings that are over, also those without ratings, which count as practice only.
 * @example
 * ```ts
 * import { calmHistory } from "@openempathic/experiences/calm";
 *
 * calmHistory([]).all.valence; // => { known: false, count: 0, missing: 5 }
 * ```
 */
export function calmHistory(past: readonly PastSitting[]): CalmHistory {
  const techniques = [...new Set(past.map(({ technique }) => technique))];
  return {
    sittings: past.length,
    practisedSeconds: past.reduce((sum, { practisedSeconds }) => sum + practisedSeconds, 0),
    all: changeOf(past),
    byTechnique: Object.fromEntries(
      techniques.map((id) => [id, changeOf(past.filter(({ technique }) => technique === id))]),
    ),
  };
}

function changeOf(past: readonly PastSitting[]): CalmChange {
  const pairs = past.flatMap(({ before, after }) =>
    before === undefined || after === undefined ? [] : [{ before, after }],
  );
  const valence = meanChange(pairs.map(({ before, after }) => after.valence - before.valence));
  const arousal = meanChange(pairs.map(({ before, after }) => after.arousal - before.arousal));
  return { valence, arousal, verdict: verdictOf(signOf(valence), -signOf(arousal)) };
}

/** 1 where the whole interval lies above zero, -1 below, 0 where it holds zero or is not known. */
function signOf(change: MeanChange): number {
  if (!change.known) return 0;
  if (change.interval.low > 0) return 1;
  return change.interval.high < 0 ? -1 : 0;
}

function verdictOf(pleasant: number, calm: number): CalmChange["verdict"] {
  if (pleasant + calm > 0 && Math.min(pleasant, calm) >= 0) return "better";
  return pleasant + calm < 0 && Math.max(pleasant, calm) <= 0 ? "worse" : "unclear";
}
