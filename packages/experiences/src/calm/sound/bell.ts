import { toPeak } from "./loudness.ts";

/**
 * The partials of J.-C. Risset's bell: amplitude, duration and frequency, each against the bell's own, and a shift
 * in hertz that makes two pairs beat (An Introductory Catalogue of Computer Synthesized Sounds, Bell Laboratories
 * 1969; as tabled in Dodge and Jerse 1997, Computer Music, 2nd edition, section 4.10).
 */
const PARTIALS: readonly (readonly [height: number, length: number, ratio: number, shiftHz: number])[] = [
  [1, 1, 0.56, 0],
  [0.67, 0.9, 0.56, 1],
  [1, 0.65, 0.92, 0],
  [1.8, 0.55, 0.92, 1.7],
  [2.67, 0.325, 1.19, 0],
  [1.67, 0.35, 1.7, 0],
  [1.46, 0.25, 2, 0],
  [1.33, 0.2, 2.74, 0],
  [1.33, 0.15, 3, 0],
  [1, 0.1, 3.76, 0],
  [1.33, 0.075, 4.07, 0],
];

const BELLS = { low: { hertz: 294, seconds: 9 }, high: { hertz: 440, seconds: 7 } } as const;

// A bell of meditation is not a school bell: soft, and its strike a little blunted.
const PEAK = 0.28;
const RISE_SECONDS = 0.012;

/**
 * A struck bell by additive synthesis: each partial dies away at its own pace, to a thousandth at its end.
 *
 * @example
 * ```ts
 * import { bellSound } from "@openempathic/experiences/calm";
 *
 * bellSound("high", 8000).length; // => 56_000
 * ```
 */
export function bellSound(pitch: "low" | "high", sampleRateHz: number): Float32Array {
  const { hertz, seconds } = BELLS[pitch];
  const bell = new Float32Array(Math.round(seconds * sampleRateHz));
  for (const [height, length, ratio, shiftHz] of PARTIALS) {
    const turn = (2 * Math.PI * (hertz * ratio + shiftHz)) / sampleRateHz;
    const lasts = seconds * length * sampleRateHz;
    for (let i = 0; i < Math.min(bell.length, lasts); i++) {
      bell[i] = (bell[i] ?? 0) + height * 10 ** ((-3 * i) / lasts) * Math.sin(turn * i);
    }
  }
  const rise = RISE_SECONDS * sampleRateHz;
  for (let i = 0; i < Math.min(rise, bell.length); i++) bell[i] = (bell[i] ?? 0) * (i / rise);
  return toPeak(bell, PEAK);
}
