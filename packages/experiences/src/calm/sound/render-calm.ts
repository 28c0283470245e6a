import type { CalmScript } from "../script/calm-script.ts";
import type { BellEvent, CalmTimeline, PhaseEvent } from "../timeline/calm-timeline.ts";
import type { CalmSounds } from "./prepare-sounds.ts";

/** A script with its timeline and its sounds, ready to be heard. All three of the same sample rate. */
export interface CalmPiece {
  readonly script: CalmScript;
  readonly timeline: CalmTimeline;
  readonly sounds: CalmSounds;
}

/** Which samples are wanted: from the first, as many as asked for; beyond the end there is silence. */
export interface SampleSpan {
  readonly fromSample: number;
  readonly samples: number;
}

const FADE_IN_SECONDS = 4;

/**
 * The sound of any stretch of an exercise. It depends on nothing but the samples asked for, so stretches rendered
 * one by one, in any order and of any length, are the whole: what the page plays block by block is, sample for
 * sample, what the pack holds.
 *
 * @returns One buffer a channel.
 * @example
 * ```ts
 * import { calmTimeline, composeCalm, prepareSounds, renderCalm } from "@openempathic/experiences/calm";
 *
 * const { script } = composeCalm({ language: "en", minutes: 1, taste: { soundscape: "silence" } });
 * const sounds = prepareSounds(script, { sampleRateHz: 8000, channels: 1 });
 * const piece = { script, sounds, timeline: calmTimeline(script, 8000) };
 * renderCalm(piece, { fromSample: 0, samples: 4000 }).map(({ length }) => length); // => [4000]
 * ```
 */
export function renderCalm(piece: CalmPiece, span: SampleSpan): readonly Float32Array[] {
  const { channels } = piece.sounds.shape;
  const foreground = foregroundOf(piece, span);
  return Array.from({ length: channels }, (_none, channel) => {
    const sound = foreground.slice();
    addBackground(sound, piece, { ...span, channel });
    return sound;
  });
}

/** Bells and breath: the same in every channel. */
function foregroundOf({ script, timeline, sounds }: CalmPiece, span: SampleSpan): Float32Array {
  const sound = new Float32Array(span.samples);
  for (const event of timeline.events) {
    if (event.atSample >= span.fromSample + span.samples) break;
    if (event.kind === "bell") addBell(sound, event, { sounds, fromSample: span.fromSample });
    if (event.kind === "phase" && script.breathSound) {
      addAir(sound, event, { sounds, fromSample: span.fromSample });
    }
  }
  // A bell may ring longer than the exercise; the end is the end.
  const end = timeline.totalSamples - span.fromSample;
  if (end < span.samples) sound.fill(0, Math.max(0, end));
  return sound;
}

interface Place {
  readonly sounds: CalmSounds;
  readonly fromSample: number;
}

function addBell(sound: Float32Array, { pitch, atSample }: BellEvent, { sounds, fromSample }: Place): void {
  const bell = sounds.bells[pitch];
  const start = Math.max(0, atSample - fromSample);
  const end = Math.min(sound.length, atSample + bell.length - fromSample);
  for (let i = start; i < end; i++) sound[i] = (sound[i] ?? 0) + (bell[i + fromSample - atSample] ?? 0);
}

/** Swells and falls with the phase; held breaths are silent. */
function addAir(sound: Float32Array, event: PhaseEvent, { sounds, fromSample }: Place): void {
  if (event.phase !== "in" && event.phase !== "out") return;
  const air = sounds.air[event.phase];
  const length = event.endSample - event.atSample;
  const start = Math.max(0, event.atSample - fromSample);
  const end = Math.min(sound.length, event.endSample - fromSample);
  for (let i = start; i < end; i++) {
    const at = i + fromSample - event.atSample;
    const swell = Math.sin((Math.PI * (at + 0.5)) / length) ** 1.5;
    sound[i] = (sound[i] ?? 0) + (air[at % air.length] ?? 0) * swell;
  }
}

function addBackground(
  sound: Float32Array,
  { script, timeline, sounds }: CalmPiece,
  { fromSample, channel }: SampleSpan & { readonly channel: number },
): void {
  const loop = sounds.background[channel];
  if (loop === undefined || loop.length === 0) return;
  const { sampleRateHz, totalSamples } = timeline;
  const fadeIn = FADE_IN_SECONDS * sampleRateHz;
  const fadeOut = Math.max(1, script.fadeOutSeconds * sampleRateHz);
  const end = Math.min(sound.length, totalSamples - fromSample);
  for (let i = 0; i < end; i++) {
    const at = fromSample + i;
    const fade = Math.min(1, at / fadeIn) * Math.min(1, (totalSamples - at) / fadeOut);
    // Squared, since ears hear loudness in ratios: a straight line would seem to stay loud and then drop.
    sound[i] = (sound[i] ?? 0) + (loop[at % loop.length] ?? 0) * script.soundscape.level * fade * fade;
  }
}
