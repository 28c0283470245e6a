import { useEffect } from "react";

/** Keeps the screen on while `active`, where the browser can; asked for again when the page comes back into view. */
export function useWakeLock(active: boolean): void {
  useEffect(() => {
    if (!active || !("wakeLock" in navigator)) return undefined;
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    const ask = async () => {
      if (document.visibilityState !== "visible") return;
      try {
        const got = await navigator.wakeLock.request("screen");
        if (isOver) await got.release();
        else lock = got;
      } catch {
        // Refused, as with a low battery: the screen may then go dark, and the sound goes on.
      }
    };
    const askAgain = () => void ask();
    void ask();
    document.addEventListener("visibilitychange", askAgain);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", askAgain);
      void lock?.release();
    };
  }, [active]);
}
