import { canonicalJson, CHAIN_START, firstBreak, nextHash } from "@openempathic/govern";
import type { ChainedEntry } from "@openempathic/govern";

/** The name and version of the form of the revocation feed. */
export const REVOCATION_SCHEMA = "open-empathic/revocation/1";

/** For those who hold a release: this clip is to be deleted from it. It says which, never whose or why. */
export interface Revocation {
  readonly schema: typeof REVOCATION_SCHEMA;
  /** Counts from 1 without gaps, so that a reader sees that nothing is missing. */
  readonly seq: number;
  readonly clip: string;
  /** The last release that holds the clip; earlier ones may, too. */
  readonly release: number;
  readonly atMs: number;
}

/** A revocation with its hash, which covers it and all before it. */
export interface RevocationEntry {
  readonly entry: Revocation;
  readonly hash: string;
}

/**
 * The next entry of the feed.
 *
 * @param last The feed's last entry; `undefined` for the first.
 * @param revoked The clip, the last release that holds it (1 or more) and the time.
 * @throws {RangeError} For a clip that no release holds: there is nobody to tell.
 *
 * @example
 * ```ts
 * import { nextRevocation } from "@openempathic/collect";
 *
 * const first = nextRevocation(undefined, { clip: "k1", release: 2, atMs: 0 });
 * nextRevocation(first, { clip: "k2", release: 1, atMs: 5 }).entry.seq; // => 2
 * ```
 */
export function nextRevocation(
  last: RevocationEntry | undefined,
  { clip, release, atMs }: Pick<Revocation, "clip" | "release" | "atMs">,
): RevocationEntry {
  if (!Number.isInteger(release) || release < 1) {
    throw new RangeError(`nextRevocation needs a release of 1 or more; it got ${String(release)}`);
  }
  const entry: Revocation = {
    schema: REVOCATION_SCHEMA,
    seq: (last?.entry.seq ?? 0) + 1,
    clip,
    release,
    atMs,
  };
  return { entry, hash: nextHash(last?.hash ?? CHAIN_START, { ...entry }) };
}

/**
 * Checks a feed from its beginning.
 *
 * @returns The index of the first entry that was changed, left out or put elsewhere; `undefined` where all hold.
 *
 * @example
 * ```ts
 * import { firstBrokenRevocation, nextRevocation } from "@openempathic/collect";
 *
 * const first = nextRevocation(undefined, { clip: "k1", release: 2, atMs: 0 });
 * firstBrokenRevocation([first]); // => undefined
 * firstBrokenRevocation([{ ...first, entry: { ...first.entry, clip: "k9" } }]); // => 0
 * ```
 */
export function firstBrokenRevocation(feed: readonly RevocationEntry[]): number | undefined {
  const misnumbered = feed.findIndex(({ entry }, index) => entry.seq !== index + 1);
  const chain: readonly ChainedEntry[] = feed.map(({ entry, hash }) => ({ entry: { ...entry }, hash }));
  const broken = firstBreak(chain);
  if (misnumbered === -1) return broken;
  return broken === undefined ? misnumbered : Math.min(broken, misnumbered);
}

/**
 * The bytes of an entry that a signature covers: its canonical JSON with its hash, so with all before it. Whoever runs
 * the server signs them; the key is no business of this package.
 *
 * @example
 * ```ts
 * import { nextRevocation, signedBytesOf } from "@openempathic/collect";
 *
 * signedBytesOf(nextRevocation(undefined, { clip: "k1", release: 1, atMs: 0 })).startsWith('{"entry":'); // => true
 * ```
 */
export function signedBytesOf({ entry, hash }: RevocationEntry): string {
  return canonicalJson({ entry: { ...entry }, hash });
}
