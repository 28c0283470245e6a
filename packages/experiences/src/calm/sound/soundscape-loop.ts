import type { SoundscapeKind } from "../calm-lists.ts";
import { seededRandom } from "@openempathic/measure";
import type { Random } from "@openempathic/measure";
import type { Soundscape } from "../script/calm-script.ts";
import { dronePiece } from "./drone.ts";
import { toLoudness } from "./loudness.ts";
import type { PieceShape } from "./piece-shape.ts";
import { rainNoise } from "./rain.ts";
import { seamlessLoop } from "./seamless-loop.ts";
import { waveNoise } from "./waves.ts";
import { lowPass, whiteNoise } from "./white-noise.ts";

/** How a sound is to be made. */
export interface SoundShape {
  /** Such as 48 000. */
  readonly sampleRateHz: number;
  /** 1 or 2. */
  readonly channels: number;
}

// Sounds are made, not recorded: noise from a seeded generator, so that the same seed sounds the same everywhere.
const LOOP_SECONDS: Readonly<Record<Exclude<SoundscapeKind, "silence">, number>> = {
  "brown-noise": 20,
  rain: 24,
  waves: 40,
  drone: 20,
};
const FADE_SECONDS = 2;

/** About 19 dB under full scale, and waves less since they come and go: room for bells above the highest peak. */
const LOUDNESS: typeof LOOP_SECONDS = { "brown-noise": 0.11, rain: 0.11, waves: 0.085, drone: 0.11 };

/**
 * A background as one loop a channel, at full level. Empty for silence.
 *
 * @example
 * ```ts
 * import { soundscapeLoop } from "@openempathic/experiences/calm";
 *
 * const shape = { sampleRateHz: 8000, channels: 2 };
 * soundscapeLoop({ kind: "drone", level: 1, seed: 1 }, shape).map(({ length }) => length); // => [160_000, 160_000]
 * soundscapeLoop({ kind: "silence", level: 1, seed: 1 }, shape); // => []
 * ```
 */
export function soundscapeLoop({ kind, seed }: Soundscape, shape: SoundShape): readonly Float32Array[] {
  if (kind === "silence") return [];
  const { sampleRateHz, channels } = shape;
  const samples = Math.round(LOOP_SECONDS[kind] * sampleRateHz);
  const fade = kind === "drone" ? 0 : Math.round(FADE_SECONDS * sampleRateHz);
  return Array.from({ length: channels }, (_none, channel) => {
    // Each ear hears drops of its own.
    const random = seededRandom(Math.imul(seed, 2) + channel);
    const sound = MAKERS[kind](random, { samples: samples + fade, loopSamples: samples, sampleRateHz });
    return toLoudness(seamlessLoop(sound, samples), LOUDNESS[kind]);
  });
}

const MAKERS: Readonly<
  Record<Exclude<SoundscapeKind, "silence">, (random: Random, shape: PieceShape) => Float32Array>
> = {
  // Noise that loses 6 dB with each octave: even noise through a filter with its corner below hearing.
  "brown-noise": (random, { samples, sampleRateHz }) =>
    lowPass(whiteNoise(random, samples), 20, sampleRateHz),
  rain: rainNoise,
  waves: waveNoise,
  drone: dronePiece,
};
