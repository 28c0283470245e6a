/**
 * Makes a stretch of noise into a loop without a seam: what lies behind its end is faded over its beginning with
 * equal power, so that the last sample is followed by what would have come next anyway.
 *
 * @param sound `samples` and, behind them, as many more as the fade is long.
 * @param samples How long the loop is.
 * @throws {RangeError} where the sound is shorter than the loop, or its tail longer than the loop.
 */
export function seamlessLoop(sound: Float32Array, samples: number): Float32Array {
  const fade = sound.length - samples;
  if (fade < 0 || fade > samples) {
    throw new RangeError(`seamlessLoop needs ${samples} to ${2 * samples} samples, got ${sound.length}`);
  }
  const loop = sound.slice(0, samples);
  for (let i = 0; i < fade; i++) {
    const turn = (Math.PI / 2) * ((i + 0.5) / fade);
    loop[i] = (loop[i] ?? 0) * Math.sin(turn) + (sound[samples + i] ?? 0) * Math.cos(turn);
  }
  return loop;
}
