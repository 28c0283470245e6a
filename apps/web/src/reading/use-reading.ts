import { useMemo, useSyncExternalStore } from "react";
import { READING_KEY, readingFrom, saveReading, type Reading } from "./reading.ts";

const CHANGED = "open-empathic:reading";

/** How somebody likes to read and hear on this device, and a way to change it. */
export function useReading(): readonly [Reading, (reading: Reading) => void] {
  const stored = useSyncExternalStore(follow, () => window.localStorage.getItem(READING_KEY));
  const reading = useMemo(() => readingFrom(stored), [stored]);
  return [reading, choose];
}

function choose(reading: Reading): void {
  saveReading(window.localStorage, reading);
  window.dispatchEvent(new Event(CHANGED));
}

/** Changes in this tab, and in others. */
function follow(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener(CHANGED, listener);
    window.removeEventListener("storage", listener);
  };
}
