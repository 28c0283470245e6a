import { seededRandom } from "@openempathic/measure";
import { toLoudness } from "./loudness.ts";
import { seamlessLoop } from "./seamless-loop.ts";
import { highPass, lowPass, whiteNoise } from "./white-noise.ts";

const LOOP_SECONDS = 5;
const FADE_SECONDS = 0.5;
const LOUDNESS = 0.05;

/** Air going in is brighter than air going out, as in a real breath. */
const AIR = { in: { low: 350, high: 1400, seed: 11 }, out: { low: 200, high: 750, seed: 12 } } as const;

/** The rush of air in one direction, as a loop. Its swelling and falling is added when it is played. */
export function breathSound(direction: "in" | "out", sampleRateHz: number): Float32Array {
  const { low, high, seed } = AIR[direction];
  const samples = Math.round(LOOP_SECONDS * sampleRateHz);
  const fade = Math.round(FADE_SECONDS * sampleRateHz);
  const noise = whiteNoise(seededRandom(seed), samples + fade);
  const air = highPass(lowPass(lowPass(noise, high, sampleRateHz), high, sampleRateHz), low, sampleRateHz);
  return toLoudness(seamlessLoop(air, samples), LOUDNESS);
}
