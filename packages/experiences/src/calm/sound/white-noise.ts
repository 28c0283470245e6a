import type { Random } from "@openempathic/measure";

/** Even noise between -1 and 1, as many samples as asked for. */
export function whiteNoise(random: Random, samples: number): Float32Array {
  const noise = new Float32Array(samples);
  for (let i = 0; i < samples; i++) noise[i] = 2 * random() - 1;
  return noise;
}

/** How much of its last value a one-pole filter keeps to have its corner at a frequency, in hertz. */
function poleAt(hertz: number, sampleRateHz: number): number {
  return Math.exp((-2 * Math.PI * hertz) / sampleRateHz);
}

/** Lets through what is slower than the corner: 6 dB less with each octave above it. Works in place. */
export function lowPass(sound: Float32Array, hertz: number, sampleRateHz: number): Float32Array {
  const pole = poleAt(hertz, sampleRateHz);
  let last = 0;
  for (let i = 0; i < sound.length; i++) {
    last = pole * last + (1 - pole) * (sound[i] ?? 0);
    sound[i] = last;
  }
  return sound;
}

/** Lets through what is faster than the corner: what a low pass takes away. Works in place. */
export function highPass(sound: Float32Array, hertz: number, sampleRateHz: number): Float32Array {
  const pole = poleAt(hertz, sampleRateHz);
  let last = 0;
  for (let i = 0; i < sound.length; i++) {
    const now = sound[i] ?? 0;
    last = pole * last + (1 - pole) * now;
    sound[i] = now - last;
  }
  return sound;
}
