const FILL = "open-empathic:fill-composer";

/** Puts words into the composer for the person to go on from. */
export function fillComposer(words: string): void {
  window.dispatchEvent(new CustomEvent<string>(FILL, { detail: words }));
}

/** Calls back when words are put into the composer; returns how to stop. */
export function onFillComposer(take: (words: string) => void): () => void {
  // The cast is safe: only fillComposer dispatches this event, with a string.
  const listener = (event: Event) => take((event as CustomEvent<string>).detail);
  window.addEventListener(FILL, listener);
  return () => window.removeEventListener(FILL, listener);
}
