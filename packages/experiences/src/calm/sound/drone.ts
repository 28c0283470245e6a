import type { Random } from "@openempathic/measure";
import type { PieceShape } from "./piece-shape.ts";

/** Hertz and height of each partial: a fifth and octaves over A, each doubled a hair apart so that it beats slowly. */
const PARTIALS: readonly (readonly [hertz: number, height: number])[] = [
  [110, 1],
  [110.1, 0.7],
  [165, 0.45],
  [165.15, 0.35],
  [220, 0.3],
  [220.1, 0.2],
  [330.05, 0.12],
  [440.1, 0.06],
];

/** A quiet chord that never moves on. All its periods fit the loop of 20 s, so it has no seam. */
export function dronePiece(random: Random, { samples, loopSamples, sampleRateHz }: PieceShape): Float32Array {
  const loopSeconds = loopSamples / sampleRateHz;
  const drone = new Float32Array(samples);
  for (const [hertz, height] of PARTIALS) {
    const turns = Math.round(hertz * loopSeconds);
    const start = 2 * Math.PI * random();
    const swellStart = 2 * Math.PI * random();
    for (let i = 0; i < samples; i++) {
      const turn = (2 * Math.PI * i) / loopSamples;
      const swell = 0.8 + 0.2 * Math.sin(turn + swellStart);
      drone[i] = (drone[i] ?? 0) + height * swell * Math.sin(turns * turn + start);
    }
  }
  return drone;
}
