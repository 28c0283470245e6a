/** Counts attempts per sender and says when there were too many. */
export interface RateLimit {
  /** Counts one attempt. Returns 0 when it may go on, else the seconds until the next may. */
  secondsToWait(sender: string): number;
}

/** How many senders are remembered; beyond that the oldest window is dropped, so memory stays bounded. */
const SENDERS_KEPT = 10_000;

/**
 * At most `attempts` per sender in each window of `windowMs`, counted from the sender's first attempt.
 * @param now Milliseconds since any fixed point.
 */
export function createRateLimit(
  { attempts, windowMs }: { readonly attempts: number; readonly windowMs: number },
  now: () => number,
): RateLimit {
  const windows = new Map<string, { readonly endsMs: number; count: number }>();
  return {
    secondsToWait: (sender) => {
      const nowMs = now();
      let window = windows.get(sender);
      if (window === undefined || window.endsMs <= nowMs) {
        windows.delete(sender);
        window = { endsMs: nowMs + windowMs, count: 0 };
        windows.set(sender, window);
        const [oldest] = windows.keys();
        if (windows.size > SENDERS_KEPT && oldest !== undefined) windows.delete(oldest);
      }
      window.count += 1;
      return window.count <= attempts ? 0 : Math.ceil((window.endsMs - nowMs) / 1000);
    },
  };
}
