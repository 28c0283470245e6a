/** A memory of the most recently used values, never more than its limit. */
export interface BoundedCache<V> {
  /** The value, which becomes the most recently used; `undefined` when it is not (or no longer) there. */
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  readonly size: number;
}

/**
 * Opens an empty cache that forgets what was used longest ago.
 *
 * @param limit - most values kept, at least 1.
 */
export function openBoundedCache<V>(limit: number): BoundedCache<V> {
  // A Map remembers the order of insertion: what is taken out and put back is the newest.
  const values = new Map<string, V>();
  return {
    get(key) {
      const value = values.get(key);
      if (value === undefined) return undefined;
      values.delete(key);
      values.set(key, value);
      return value;
    },
    set(key, value) {
      values.delete(key);
      values.set(key, value);
      const oldest = values.keys().next();
      if (values.size > limit && oldest.done !== true) values.delete(oldest.value);
    },
    get size() {
      return values.size;
    },
  };
}
