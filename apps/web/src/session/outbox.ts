import type { PersonEvent } from "@openempathic/experiences";

/** An act of the person that the server has not acknowledged yet. */
export interface OutgoingEvent<Act = PersonEvent> {
  /** Also the idempotency key, so that sending twice adds once. */
  readonly key: string;
  readonly event: Act;
  readonly status: "sending" | "failed";
  /** The last seq that the page knew when this was done; what it became has a higher one. */
  readonly after?: number;
}

/** The part of the Web Storage interface that the site needs. */
export type Storage = Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem">;

const nameFor = (sessionId: string) => `open-empathic.outbox.${sessionId}`;

/** What was on its way when the page was closed; each waits to be sent again. */
export function loadOutbox<Act>(storage: Storage, sessionId: string): readonly OutgoingEvent<Act>[] {
  const stored = storage.getItem(nameFor(sessionId));
  if (stored === null) return [];
  try {
    const parsed: unknown = JSON.parse(stored);
    // The cast is safe: only saveOutbox writes under this name, and anything odd ends in the empty list below.
    return Array.isArray(parsed)
      ? (parsed as OutgoingEvent<Act>[]).map((item) => ({ ...item, status: "failed" }))
      : [];
  } catch {
    // A damaged entry cannot be sent; forgetting it is all that is left.
    storage.removeItem(nameFor(sessionId));
    return [];
  }
}

/** Remembers what is on its way, so that closing the page loses nothing. */
export function saveOutbox(
  storage: Storage,
  sessionId: string,
  items: readonly OutgoingEvent<unknown>[],
): void {
  if (items.length === 0) storage.removeItem(nameFor(sessionId));
  else storage.setItem(nameFor(sessionId), JSON.stringify(items));
}
