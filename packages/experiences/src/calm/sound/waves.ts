import type { Random } from "@openempathic/measure";
import { toLoudness } from "./loudness.ts";
import type { PieceShape } from "./piece-shape.ts";
import { highPass, lowPass, whiteNoise } from "./white-noise.ts";

// Four waves a loop of 40 s: about the swell of an open beach, and slower than breathing, which it must not pace.
const WAVES = 4;
const TROUGH = 0.12;

/** Waves: a dark rush that is always there, and a bright one that comes with each wave, breaks and runs out. */
export function waveNoise(random: Random, shape: PieceShape): Float32Array {
  const { samples, loopSamples, sampleRateHz } = shape;
  const strengths = Array.from({ length: WAVES }, () => 0.65 + 0.35 * random());
  const dark = toLoudness(lowPass(whiteNoise(random, samples), 220, sampleRateHz), 0.1);
  const foam = highPass(lowPass(whiteNoise(random, samples), 3200, sampleRateHz), 500, sampleRateHz);
  toLoudness(foam, 0.1);
  const length = loopSamples / WAVES;
  const waves = new Float32Array(samples);
  for (let i = 0; i < samples; i++) {
    const place = (i % loopSamples) / length;
    const swell = swellAt(place - Math.floor(place)) * (strengths[Math.floor(place) % WAVES] ?? 1);
    const body = TROUGH + (1 - TROUGH) * swell;
    waves[i] = (dark[i] ?? 0) * (0.35 + 0.65 * body) + (foam[i] ?? 0) * body * body;
  }
  return waves;
}

/** Rises over the first third of a wave and runs out over the rest; 0 at both ends, without a corner. */
function swellAt(place: number): number {
  return Math.sin(Math.PI * place ** 0.63) ** 2;
}
