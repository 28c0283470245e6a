import { useEffect, useState } from "react";
import { addMinute, dayOf, loadUse, saveUse, type UseDays } from "./use-days.ts";

const MINUTE_MS = 60_000;
/** Reading a long answer takes a while; after this long without a sign nobody is here any more. */
const AWAY_AFTER_MS = 3 * MINUTE_MS;
const SIGNS = ["keydown", "pointerdown", "scroll"] as const;

/** Counts the minutes in which somebody is here, and gives the count. `change` keeps another state of it. */
export function useUseClock(): { readonly use: UseDays; readonly change: (use: UseDays) => void } {
  const [use, setUse] = useState(() => loadUse(window.localStorage));
  useEffect(() => {
    let lastSignMs = Date.now();
    const sign = () => void (lastSignMs = Date.now());
    for (const kind of SIGNS) document.addEventListener(kind, sign, { capture: true, passive: true });
    const timer = setInterval(() => {
      if (document.visibilityState !== "visible" || Date.now() - lastSignMs > AWAY_AFTER_MS) return;
      // Read anew: another tab may have counted, too.
      const next = addMinute(loadUse(window.localStorage), dayOf(new Date()));
      saveUse(window.localStorage, next);
      setUse(next);
    }, MINUTE_MS);
    return () => {
      clearInterval(timer);
      for (const kind of SIGNS) document.removeEventListener(kind, sign, { capture: true });
    };
  }, []);
  return {
    use,
    change: (next) => {
      saveUse(window.localStorage, next);
      setUse(next);
    },
  };
}
