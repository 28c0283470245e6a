import { useState } from "react";

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
  const [preferences, setPreferences] = useState(loaded);
  const change = (part: Partial<PlayPreferences>) => {
    const next = { ...preferences, ...part };
    window.localStorage.setItem(KEY, JSON.stringify(next));
    setPreferences(next);
  };
  return [preferences, change];
}

function loaded(): PlayPreferences {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const usual: PlayPreferences = { voice: true, captions: true, vibration: true, still, volume: 0.8 };
  const stored = read();
  const flag = (name: "voice" | "captions" | "vibration"): boolean =>
    typeof stored[name] === "boolean" ? stored[name] : usual[name];
  const { volume } = stored;
  return {
    voice: flag("voice"),
    captions: flag("captions"),
    vibration: flag("vibration"),
    // Somebody who asked the system for less motion does not have to ask here again.
    still: still || stored["still"] === true,
    volume: typeof volume === "number" && volume >= 0 && volume <= 1 ? volume : usual.volume,
  };
}

function read(): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? "{}");
    // The cast is safe: what is read from it is looked at field by field.
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
