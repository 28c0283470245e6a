import type { CalmScript } from "../script/calm-script.ts";
import { bellSound } from "./bell.ts";
import { breathSound } from "./breath-sound.ts";
import { soundscapeLoop } from "./soundscape-loop.ts";
import type { SoundShape } from "./soundscape-loop.ts";

/** Every sound that a script needs, made once. */
export interface CalmSounds {
  readonly shape: SoundShape;
  /** One loop a channel; empty for silence. */
  readonly background: readonly Float32Array[];
  readonly bells: { readonly low: Float32Array; readonly high: Float32Array };
  readonly air: { readonly in: Float32Array; readonly out: Float32Array };
}

/** Makes the sounds of a script; about half a second of work, so once and not in the middle of an exercise. */
export function prepareSounds({ soundscape }: CalmScript, shape: SoundShape): CalmSounds {
  const { sampleRateHz } = shape;
  return {
    shape,
    background: soundscapeLoop(soundscape, shape),
    bells: { low: bellSound("low", sampleRateHz), high: bellSound("high", sampleRateHz) },
    air: { in: breathSound("in", sampleRateHz), out: breathSound("out", sampleRateHz) },
  };
}
