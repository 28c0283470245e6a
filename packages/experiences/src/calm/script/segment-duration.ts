import type { CalmScript, CalmSegment } from "./calm-script.ts";

/**
 * How long a segment lasts, in whole milliseconds. Counting in integers keeps a long script free of the small
 * errors that adding up fractions of seconds would leave.
 *
 * @example
 * ```ts
 * import { segmentDurationMs } from "@openempathic/experiences/calm";
 *
 * segmentDurationMs({ kind: "breath", pattern: [4, 0, 6, 0], cycles: 3 }); // => 30_000
 * segmentDurationMs({ kind: "silence", seconds: 2.5 }); // => 2500
 * ```
 */
export function segmentDurationMs(segment: CalmSegment): number {
  if (segment.kind !== "breath") return toMs(segment.seconds);
  return segment.cycles * segment.pattern.reduce((sum, seconds) => sum + toMs(seconds), 0);
}

/** How long a script lasts, in whole milliseconds. */
export function scriptDurationMs(script: CalmScript): number {
  return script.segments.reduce((sum, segment) => sum + segmentDurationMs(segment), 0);
}

/** Seconds as whole milliseconds. */
export function toMs(seconds: number): number {
  return Math.round(seconds * 1000);
}
