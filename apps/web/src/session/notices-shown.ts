import type { SessionLine } from "../api/api.ts";

/** So long a slow server is waited for; the page then shows the notices once more, which does no harm. */
const PATIENCE_MS = 4000;

/** Resolves once a new session's log says that its notices were shown, so that they can be acknowledged. */
export async function noticesShown<Act>(
  line: SessionLine<Act, { readonly kind: string }>,
  sessionId: string,
): Promise<void> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  try {
    const events = line.subscribe(sessionId, 0, { signal: stop.signal, onConnection: () => undefined });
    for await (const event of events) if (event.kind === "notices-shown") break;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}
