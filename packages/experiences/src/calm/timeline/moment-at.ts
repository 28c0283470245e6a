import type { BreathPhase, CalmTimeline, PhaseEvent, WordsEvent } from "./calm-timeline.ts";

/** What is going on at one sample of a timeline. */
export interface CalmMoment {
  /** The breath that is guided now; absent where none is. */
  readonly breath?: {
    readonly phase: BreathPhase;
    /** How much of the phase has passed, in [0, 1). */
    readonly progress: number;
    /** Seconds until the phase ends. */
    readonly secondsLeft: number;
    readonly cycle: number;
    readonly cycles: number;
  };
  /** How full the lungs are guided to be, from 0 (empty) to 1, moving softly; 0 where no breath is guided. */
  readonly fullness: number;
  /** What is said now; absent in silence. */
  readonly words?: string;
  /** How long these words still stand, in seconds; absent with them. */
  readonly wordsSecondsLeft?: number;
  /** Seconds from the beginning, and until the end. */
  readonly seconds: number;
  readonly secondsLeft: number;
  readonly ended: boolean;
}

/**
 * What is going on at a sample: what the page shows, worked out from the very timeline that the sound is made from.
 *
 * @param sample Any number; before the beginning counts as the beginning.
 * @example
 * ```ts
 * import { CALM_SCRIPT_SCHEMA, calmTimeline, momentAt } from "@openempathic/experiences/calm";
 *
 * const timeline = calmTimeline({
 *   schema: CALM_SCRIPT_SCHEMA, technique: "paced-breathing", language: "en", title: "Three breaths",
 *   soundscape: { kind: "silence", level: 0, seed: 0 }, breathSound: false, fadeOutSeconds: 0,
 *   segments: [{ kind: "breath", pattern: [4, 0, 6, 0], cycles: 3 }],
 * }, 1000);
 * momentAt(timeline, 2000).fullness.toFixed(3); // => "0.500"
 * momentAt(timeline, 7000).breath?.phase; // => "out"
 * ```
 */
export function momentAt(timeline: CalmTimeline, sample: number): CalmMoment {
  const { sampleRateHz, totalSamples } = timeline;
  const at = Math.min(Math.max(sample, 0), totalSamples);
  const event = current(timeline, at);
  const phase = event?.kind === "phase" ? event : undefined;
  const progress = phase === undefined ? 0 : (at - phase.atSample) / (phase.endSample - phase.atSample);
  return {
    ...(phase === undefined
      ? {}
      : {
          breath: {
            phase: phase.phase,
            progress,
            secondsLeft: (phase.endSample - at) / sampleRateHz,
            cycle: phase.cycle,
            cycles: phase.cycles,
          },
        }),
    fullness: phase === undefined ? 0 : fullness(phase.phase, progress),
    ...(event?.kind === "words"
      ? { words: event.text, wordsSecondsLeft: (event.endSample - at) / sampleRateHz }
      : {}),
    seconds: at / sampleRateHz,
    secondsLeft: (totalSamples - at) / sampleRateHz,
    ended: at >= totalSamples,
  };
}

/** The event that covers the sample. Segments follow each other, so it can only be the last that has begun. */
function current({ events }: CalmTimeline, at: number): PhaseEvent | WordsEvent | undefined {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.atSample ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  const event = events[low - 1];
  return event === undefined || event.kind === "bell" || at >= event.endSample ? undefined : event;
}

/** Half a turn of a cosine, as breathing has no corners. */
function fullness(phase: BreathPhase, progress: number): number {
  const rise = (1 - Math.cos(Math.PI * progress)) / 2;
  switch (phase) {
    case "in":
      return rise;
    case "hold-full":
      return 1;
    case "out":
      return 1 - rise;
    case "hold-empty":
      return 0;
  }
}
