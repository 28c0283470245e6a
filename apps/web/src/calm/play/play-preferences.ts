import { useKept } from "../use-kept.ts";

/** How somebody likes exercises to be played, on this device. */
export interface PlayPreferences {
  readonly voice: boolean;
  readonly captions: boolean;
  readonly vibration: boolean;
  /** No moving shape: words and a number instead. */
  readonly still: boolean;
  /** From 0 to 1. */
  readonly volume: number;
}

const KEY = "open-empathic.calm.play";

/** The preferences, kept on this device; the moving shape gives way to the system's wish for less motion. */
export function usePlayPreferences(): [PlayPreferences, (change: Partial<PlayPreferences>) => void] {
  return useKept(KEY, preferencesFrom);
}

function preferencesFrom(kept: Readonly<Record<string, unknown>>): PlayPreferences {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const usual: PlayPreferences = { voice: true, captions: true, vibration: true, still, volume: 0.8 };
  const flag = (name: "voice" | "captions" | "vibration"): boolean =>
    typeof kept[name] === "boolean" ? kept[name] : usual[name];
  const { volume } = kept;
  return {
    voice: flag("voice"),
    captions: flag("captions"),
    vibration: flag("vibration"),
    // Somebody who asked the system for less motion does not have to ask here again.
    still: still || kept["still"] === true,
    volume: typeof volume === "number" && volume >= 0 && volume <= 1 ? volume : usual.volume,
  };
}
