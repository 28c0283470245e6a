/** Tells whoever follows a session that there is something new in its log, and nothing about what. */
export interface Notifier {
  /** Something was appended, or the session was deleted. */
  announce(sessionId: string): void;
  /** Calls `wake` after every announcement until the returned function is called. */
  follow(sessionId: string, wake: () => void): () => void;
  close(): Promise<void>;
}

/** A notifier within one process: all that a single server needs. */
export function createLocalNotifier(): Notifier {
  const followers = new Map<string, Set<() => void>>();
  return {
    announce: (sessionId) => followers.get(sessionId)?.forEach((wake) => wake()),
    follow: (sessionId, wake) => {
      const waiting = followers.get(sessionId) ?? new Set();
      followers.set(sessionId, waiting.add(wake));
      return () => {
        waiting.delete(wake);
        if (waiting.size === 0 && followers.get(sessionId) === waiting) followers.delete(sessionId);
      };
    },
    close: () => Promise.resolve(),
  };
}
