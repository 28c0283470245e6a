import type { Brew } from "@openempathic/experiences/play";

/** How a pot looks while it draws. */
export type BrewStage = "pale" | "golden" | "right" | "dark";

/**
 * How far a pot has drawn after some time, in [0, 1]: evenly, or, with wind in it, now slower and now faster, and never
 * backwards.
 */
export function brewPosition({ durationMs, gusts }: Brew, elapsedMs: number): number {
  const share = Math.min(1, Math.max(0, elapsedMs / durationMs));
  const wind = 0.045 * gusts * Math.sin(5 * Math.PI * share) * Math.sin(Math.PI * share);
  return Math.min(1, Math.max(0, share + wind));
}

/** What can be seen of a pot at a position. */
export function brewStage({ centre, width }: Brew, position: number): BrewStage {
  if (Math.abs(position - centre) <= width / 2) return "right";
  if (position > centre) return "dark";
  return position < 0.3 ? "pale" : "golden";
}

/** Roughly where a pot is right, in words. */
export function brewPlace({ centre }: Brew): "half" | "third" | "quarter" {
  if (centre < 0.6) return "half";
  return centre < 0.71 ? "third" : "quarter";
}
