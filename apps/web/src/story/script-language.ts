import type { ArcPoint } from "@openempathic/experiences/story";

/** The language for a voice: English where its feelings could be read, since the models read only that; else undetermined. */
export function identifyLanguageOf(points: readonly ArcPoint[]): "en" | "und" {
  return points.some(({ alone }) => alone !== undefined) ? "en" : "und";
}
