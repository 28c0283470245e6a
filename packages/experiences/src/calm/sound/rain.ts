import type { Random } from "@openempathic/measure";
import { toLoudness } from "./loudness.ts";
import type { PieceShape } from "./piece-shape.ts";
import { highPass, lowPass, whiteNoise } from "./white-noise.ts";

const DROPS_A_SECOND = 45;

/**
 * Rain: a soft rush, and drops that fall at random moments as in a Poisson process. A drop is a short ringing
 * between 900 and 4,500 Hz; most are faint and a few are near.
 */
export function rainNoise(random: Random, { samples, sampleRateHz }: PieceShape): Float32Array {
  const rush = highPass(lowPass(whiteNoise(random, samples), 2600, sampleRateHz), 300, sampleRateHz);
  const rain = toLoudness(lowPass(rush, 5000, sampleRateHz), 0.1);
  const meanGap = sampleRateHz / DROPS_A_SECOND;
  for (let at = 0; at < samples;) {
    at += -Math.log(1 - random()) * meanGap;
    addDrop(rain, Math.floor(at), { random, sampleRateHz });
  }
  return rain;
}

function addDrop(
  rain: Float32Array,
  start: number,
  { random, sampleRateHz }: { readonly random: Random; readonly sampleRateHz: number },
): void {
  const hertz = 900 + 3600 * random() ** 2;
  const loud = 0.02 + 0.13 * random() ** 6;
  const decay = sampleRateHz * (0.002 + 0.006 * random());
  const rise = sampleRateHz * 0.0008;
  const end = Math.min(rain.length, start + Math.ceil(decay * 7));
  for (let i = start; i < end; i++) {
    const after = i - start;
    const envelope = Math.min(1, after / rise) * Math.exp(-after / decay);
    rain[i] = (rain[i] ?? 0) + loud * envelope * Math.sin((2 * Math.PI * hertz * after) / sampleRateHz);
  }
}
