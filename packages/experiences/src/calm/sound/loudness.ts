/** The root of the mean square of a sound: how loud it is on average. 0 for no samples. */
export function rootMeanSquare(sound: Float32Array): number {
  let sum = 0;
  for (const sample of sound) sum += sample * sample;
  return sound.length === 0 ? 0 : Math.sqrt(sum / sound.length);
}

/** Brings a sound to a loudness, in place. Silence stays silence. */
export function toLoudness(sound: Float32Array, target: number): Float32Array {
  const now = rootMeanSquare(sound);
  if (now > 0) for (let i = 0; i < sound.length; i++) sound[i] = ((sound[i] ?? 0) * target) / now;
  return sound;
}

/** Brings the highest peak of a sound to a height, in place. Silence stays silence. */
export function toPeak(sound: Float32Array, target: number): Float32Array {
  let peak = 0;
  for (const sample of sound) peak = Math.max(peak, Math.abs(sample));
  if (peak > 0) for (let i = 0; i < sound.length; i++) sound[i] = ((sound[i] ?? 0) * target) / peak;
  return sound;
}
