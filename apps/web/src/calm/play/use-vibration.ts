import type { BreathPhase } from "@openempathic/experiences/calm";
import { useEffect } from "react";

/** What is felt when a phase begins: one stroke to breathe in, two short ones to breathe out, nothing to hold. */
const PATTERNS: Readonly<Record<BreathPhase, readonly number[]>> = {
  in: [90],
  out: [35, 90, 35],
  "hold-full": [],
  "hold-empty": [],
};

/** Whether the device can vibrate, as far as the browser tells. */
export function hasVibration(): boolean {
  return typeof navigator.vibrate === "function" && window.matchMedia("(pointer: coarse)").matches;
}

/** Lets the device be felt at each new phase of the breath. */
export function useVibration(phase: BreathPhase | undefined, on: boolean): void {
  useEffect(() => {
    if (!on || phase === undefined || !hasVibration()) return;
    navigator.vibrate([...PATTERNS[phase]]);
  }, [phase, on]);
}
