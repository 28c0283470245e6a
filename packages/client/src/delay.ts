/** Waits; resolves early, without an error, when the signal aborts. */
export type Delay = (ms: number, signal: AbortSignal) => Promise<void>;

/** Waits on the clock of the machine. */
export const timerDelay: Delay = (ms, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    signal.addEventListener("abort", finish);
  });
