import type { Secrets } from "../secrets/secrets.ts";
import type { Database } from "../storage/open-database.ts";

/** What the collection needs from the server around it. */
export interface CollectionMeans {
  readonly db: Database;
  /** The name under which a person stands in records that outlive them: a keyed hash of their id. */
  readonly pseudonymOf: (participantId: string) => string;
  /** Milliseconds since the epoch, by the server's clock: leases go by no other. */
  readonly now: () => number;
}

/** How long a rater has for a task. † Proposed: long enough for the 40 sliders with a pause. */
export const LEASE_MS = 20 * 60_000;

/** The collection's means out of the server's. */
export function collectionMeans({
  db,
  secrets,
  now,
}: {
  readonly db: Database;
  readonly secrets: Secrets;
  readonly now: () => number;
}): CollectionMeans {
  return { db, now, pseudonymOf: (participantId) => secrets.fingerprint(`collection\n${participantId}`) };
}
