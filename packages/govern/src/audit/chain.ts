import { canonicalJson } from "./canonical-json.ts";
import type { JsonValue } from "./canonical-json.ts";
import { sha256 } from "./sha256.ts";

/** What stands before the first entry of every chain. */
export const CHAIN_START: string = "0".repeat(64);

/**
 * The hash of the next entry of an append-only record: it covers the entry and, through the hash before it, everything
 * earlier. Whoever holds one hash can tell whether anything up to there was changed, left out or put in another order.
 * It does not say who wrote the record: who can rewrite all of it can compute new hashes, so keep a hash somewhere else.
 *
 * @param previous the hash of the entry before, {@link CHAIN_START} for the first
 * @param entry plain data
 * @returns 64 hex digits
 *
 * @example
 * ```ts
 * import { CHAIN_START, nextHash } from "@openempathic/govern";
 *
 * const one = nextHash(CHAIN_START, { said: "yes" });
 * nextHash(one, { said: "no" }) === nextHash(CHAIN_START, { said: "no" }); // => false
 * ```
 */
export function nextHash(previous: string, entry: JsonValue): string {
  return sha256(canonicalJson({ previous, entry }));
}

/** One entry with its hash. */
export interface ChainedEntry {
  readonly entry: JsonValue;
  readonly hash: string;
}

/**
 * The index of the first entry whose hash does not follow from what stands before it and itself; `undefined` where all
 * of them do.
 *
 * @example
 * ```ts
 * import { CHAIN_START, firstBreak, nextHash } from "@openempathic/govern";
 *
 * firstBreak([{ entry: "a", hash: nextHash(CHAIN_START, "a") }]); // => undefined
 * firstBreak([{ entry: "b", hash: nextHash(CHAIN_START, "a") }]); // => 0
 * ```
 */
export function firstBreak(entries: readonly ChainedEntry[]): number | undefined {
  let previous = CHAIN_START;
  for (const [index, { entry, hash }] of entries.entries()) {
    if (nextHash(previous, entry) !== hash) return index;
    previous = hash;
  }
  return undefined;
}
