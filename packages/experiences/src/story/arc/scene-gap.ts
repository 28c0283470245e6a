import type { Spread } from "@openempathic/affect";
import { ARC_REACH, drawingAt } from "./intended-arc.ts";
import type { ArcDrawing } from "./intended-arc.ts";

/** A line of a scene: where it stands in the story, and what it sounds like. */
export interface SceneSample {
  readonly position: number;
  readonly valence: Spread | undefined;
}

/**
 * How far the lines of a scene lie from the intended arc: the mean distance of their perceived valence from what is
 * intended at their place, on the perceiver's scale (an intended 1 is {@link ARC_REACH}).
 *
 * @returns in [0, 1.5]; `null` where no line could be told
 */
export function sceneGap(samples: readonly SceneSample[], drawing: ArcDrawing): number | null {
  const told = samples.flatMap(({ position, valence }) =>
    valence === undefined ? [] : [Math.abs(valence.mean - ARC_REACH * drawingAt(drawing, position))],
  );
  return told.length === 0 ? null : told.reduce((sum, off) => sum + off, 0) / told.length;
}
