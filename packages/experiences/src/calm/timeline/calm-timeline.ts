import type { BreathSegment, CalmScript } from "../script/calm-script.ts";
import { scriptDurationMs, segmentDurationMs, toMs } from "../script/segment-duration.ts";

/** The four parts of a breath: air in, held full, air out, held empty. */
export type BreathPhase = "in" | "hold-full" | "out" | "hold-empty";

const PHASES: readonly BreathPhase[] = ["in", "hold-full", "out", "hold-empty"];

/** A phase of a guided breath. */
export interface PhaseEvent {
  readonly kind: "phase";
  readonly phase: BreathPhase;
  /** Which breath of its segment, from 0. */
  readonly cycle: number;
  /** How many breaths the segment has. */
  readonly cycles: number;
  readonly segment: number;
  readonly atSample: number;
  /** The sample after its last. */
  readonly endSample: number;
}

/** Words that stand for a while. */
export interface WordsEvent {
  readonly kind: "words";
  readonly text: string;
  readonly segment: number;
  readonly atSample: number;
  readonly endSample: number;
}

/** A bell is struck. */
export interface BellEvent {
  readonly kind: "bell";
  readonly pitch: "low" | "high";
  readonly segment: number;
  readonly atSample: number;
}

/** One thing that happens at an exact sample. */
export type TimelineEvent = PhaseEvent | WordsEvent | BellEvent;

/** A script with every moment turned into the number of a sample. */
export interface CalmTimeline {
  readonly sampleRateHz: number;
  readonly totalSamples: number;
  /** In the order in which they begin. */
  readonly events: readonly TimelineEvent[];
}

/**
 * Turns a script into events at exact samples. Every moment is counted from the beginning in whole milliseconds
 * and rounded to a sample once, so that the last breath of an hour is as exact as the first: no event is further
 * from its true moment than half a sample.
 *
 * @param sampleRateHz Above 0, such as 48 000.
 * @throws {RangeError} for a rate that is not above 0 and finite.
 *
 * @example
 * ```ts
 * import { calmTimeline, composeCalm } from "@openempathic/experiences/calm";
 *
 * const { script } = composeCalm({ language: "en", minutes: 5 });
 * calmTimeline(script, 48_000).totalSamples; // => 14_400_000
 * ```
 */
export function calmTimeline(script: CalmScript, sampleRateHz: number): CalmTimeline {
  if (!(sampleRateHz > 0 && Number.isFinite(sampleRateHz))) {
    throw new RangeError(`calmTimeline needs a sample rate above 0, got ${sampleRateHz}`);
  }
  const sampleAt = (ms: number): number => Math.round((ms * sampleRateHz) / 1000);
  const events: TimelineEvent[] = [];
  let atMs = 0;
  for (const [segment, part] of script.segments.entries()) {
    const endMs = atMs + segmentDurationMs(part);
    if (part.kind === "breath") events.push(...phases(part, { segment, atMs, sampleAt }));
    if (part.kind === "bell") {
      events.push({ kind: "bell", pitch: part.pitch, segment, atSample: sampleAt(atMs) });
    }
    if (part.kind === "words") {
      const span = { atSample: sampleAt(atMs), endSample: sampleAt(endMs) };
      events.push({ kind: "words", text: part.text, segment, ...span });
    }
    atMs = endMs;
  }
  return { sampleRateHz, totalSamples: sampleAt(scriptDurationMs(script)), events };
}

interface PhasePlace {
  readonly segment: number;
  readonly atMs: number;
  readonly sampleAt: (ms: number) => number;
}

/** Phases of no length, such as the holds of most patterns, are left out. */
function* phases({ pattern, cycles }: BreathSegment, place: PhasePlace): Generator<PhaseEvent> {
  const { segment, sampleAt } = place;
  let atMs = place.atMs;
  for (let cycle = 0; cycle < cycles; cycle++) {
    for (const [i, phase] of PHASES.entries()) {
      const endMs = atMs + toMs(pattern[i] ?? 0);
      const span = { atSample: sampleAt(atMs), endSample: sampleAt(endMs) };
      if (endMs > atMs) yield { kind: "phase", phase, cycle, cycles, segment, ...span };
      atMs = endMs;
    }
  }
}
