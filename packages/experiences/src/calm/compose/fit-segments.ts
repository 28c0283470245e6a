import type { TechniqueId } from "../calm-lists.ts";
import type { BreathPattern, CalmLanguage, CalmSegment } from "../script/calm-script.ts";
import { segmentDurationMs } from "../script/segment-duration.ts";
import { speakingSeconds } from "../technique/speaking-seconds.ts";
import { techniqueById, techniqueText } from "../technique/techniques.ts";
import type { TechniquePart } from "../technique/techniques.ts";

/** A technique, and what it is to be fitted to. */
export interface SegmentFit {
  readonly technique: TechniqueId;
  readonly language: CalmLanguage;
  readonly minutes: number;
  /** Short, easy breaths only. */
  readonly gentle: boolean;
  readonly holds: boolean;
  /** Nothing about the breath where the technique is more than that. */
  readonly withoutBreath: boolean;
  readonly bells: boolean;
}

// Shorter than anybody's usual breath at rest (12 to 20 a minute last 3 to 5 s), lengthened by little: no effort.
const GENTLE: BreathPattern = [2.5, 0, 3.5, 0];
const BELL_SECONDS = 4;

type Filled = { readonly segment: CalmSegment } | { readonly gap: number } | Breathe;
interface Breathe {
  readonly pattern: BreathPattern;
  readonly weight: number;
}

/**
 * The segments of a technique that last exactly so many minutes: words take the time they need, and what is left
 * is shared among breaths (whole ones only) and silences by their weights.
 *
 * @throws {RangeError} where the words alone last longer; a test keeps every technique's least minutes above that.
 */
export function fitSegments(fit: SegmentFit): readonly CalmSegment[] {
  const parts = techniqueById(fit.technique).parts.filter(
    (part) => (part.from ?? 0) <= fit.minutes && !(fit.withoutBreath && isAboutBreath(part)),
  );
  const filled = parts.map((part) => fillIn(part, fit));
  const totalMs = Math.round(fit.minutes * 60_000);
  const fixedMs = sum(filled, (each) => ("segment" in each ? segmentDurationMs(each.segment) : 0));
  const freeMs = totalMs - fixedMs;
  const weights = sum(filled, weightOf);
  const cycles = new Map<Breathe, number>();
  let shareMs = 0;
  let breathedMs = 0;
  for (const each of filled) {
    if (!("pattern" in each)) continue;
    const breathMs = segmentDurationMs({ kind: "breath", pattern: each.pattern, cycles: 1 });
    // What one stretch leaves of its share, because breaths are whole, the next one may use.
    shareMs += (freeMs * each.weight) / weights;
    const breaths = Math.max(1, Math.floor((shareMs - breathedMs) / breathMs));
    cycles.set(each, breaths);
    breathedMs += breaths * breathMs;
  }
  return withGaps(filled, cycles, freeMs - breathedMs);
}

function isAboutBreath(part: TechniquePart): boolean {
  return "breathe" in part || ("say" in part && part.breath === true);
}

function fillIn(part: TechniquePart, fit: SegmentFit): Filled {
  if ("bell" in part) {
    const struck: CalmSegment = { kind: "bell", pitch: part.bell, seconds: BELL_SECONDS };
    return { segment: fit.bells ? struck : { kind: "silence", seconds: BELL_SECONDS } };
  }
  if ("say" in part) {
    const text = techniqueText(fit.technique, fit.language).lines[part.say] ?? "";
    return { segment: { kind: "words", text, seconds: speakingSeconds(text) } };
  }
  if ("pause" in part) return { segment: { kind: "silence", seconds: part.pause } };
  if ("gap" in part) return { gap: part.gap };
  const held = fit.holds ? (part.holds ?? part.breathe) : part.breathe;
  return { pattern: fit.gentle ? GENTLE : held, weight: part.weight };
}

function weightOf(each: Filled): number {
  if ("gap" in each) return each.gap;
  return "pattern" in each ? each.weight : 0;
}

/** Shares the silence in tenths of a second, counted from the beginning, so that nothing is lost to rounding. */
function withGaps(
  filled: readonly Filled[],
  cycles: ReadonlyMap<Breathe, number>,
  gapsMs: number,
): readonly CalmSegment[] {
  const weights = sum(filled, (each) => ("gap" in each ? each.gap : 0));
  if (gapsMs < 0)
    throw new RangeError(`fitSegments needs ${-gapsMs} ms more for the words of this technique`);
  let weight = 0;
  let sharedMs = 0;
  return filled.map((each): CalmSegment => {
    if ("segment" in each) return each.segment;
    if ("pattern" in each) return { kind: "breath", pattern: each.pattern, cycles: cycles.get(each) ?? 1 };
    weight += each.gap;
    const untilMs = weight === weights ? gapsMs : Math.round((gapsMs * weight) / weights / 100) * 100;
    const seconds = (untilMs - sharedMs) / 1000;
    sharedMs = untilMs;
    return { kind: "silence", seconds };
  });
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
