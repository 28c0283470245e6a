/**
 * Passes a source on until it ends or the signal aborts; then it throws the signal's reason at once, even while
 * the source hangs, and closes the source.
 */
export async function* untilAborted<T>(source: AsyncIterable<T>, signal?: AbortSignal): AsyncIterable<T> {
  signal?.throwIfAborted();
  const iterator = source[Symbol.asyncIterator]();
  const aborted = abortion(signal);
  let isOpen = true;
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted.promise]);
      if (next.done) {
        isOpen = false;
        return;
      }
      yield next.value;
      signal?.throwIfAborted();
    }
  } finally {
    aborted.close();
    // Not awaited: a source that hangs would hang its closing too.
    if (isOpen) iterator.return?.().catch(() => undefined);
  }
}

function abortion(signal: AbortSignal | undefined): { promise: Promise<never>; close: () => void } {
  let close: () => void = () => undefined;
  const promise = new Promise<never>((_, reject) => {
    if (!signal) return;
    // An abort reason is the caller's; it need not be an Error.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    close = () => signal.removeEventListener("abort", abort);
  });
  promise.catch(() => undefined);
  return { promise, close };
}
