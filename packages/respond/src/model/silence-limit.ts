/** A limit on how long something may stay silent, as an abort signal that each sign of life pushes back. */
export interface SilenceLimit {
  /** Aborts after the silence, or with the caller's own signal. */
  readonly signal: AbortSignal;
  /** A sign of life: the silence starts anew, with another limit in milliseconds where one is given. */
  heard(limitMs?: number): void;
  /** Stops counting until the next sign of life. */
  pause(): void;
  /** Whether the silence, and not the caller, ended it. */
  ranOut(): boolean;
  close(): void;
}

/**
 * Starts counting silence.
 *
 * @param limitMs - longest silence in milliseconds.
 * @param signal - the caller's own wish to stop, where there is one.
 */
export function openSilenceLimit(limitMs: number, signal?: AbortSignal): SilenceLimit {
  const controller = new AbortController();
  let ranOut = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    controller.abort(signal?.reason);
  };
  const expire = (): void => {
    ranOut = true;
    controller.abort(new DOMException("No sign of life within the limit.", "TimeoutError"));
  };
  timer = setTimeout(expire, limitMs);
  if (signal?.aborted === true) stop();
  else signal?.addEventListener("abort", stop, { once: true });
  return {
    signal: controller.signal,
    heard: (nextMs = limitMs) => {
      clearTimeout(timer);
      timer = setTimeout(expire, nextMs);
    },
    pause: () => clearTimeout(timer),
    ranOut: () => ranOut,
    close: () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
    },
  };
}
