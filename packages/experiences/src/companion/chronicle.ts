/**
 * An append-only list of entries with rising `seq`, kept in chunks, so that one more entry costs the same in a
 * long conversation as in a short one. It is plain data: it can be stored as JSON.
 */
export interface Chronicle<Entry extends { readonly seq: number }> {
  readonly chunks: readonly (readonly Entry[])[];
}

// Near the square root of the longest conversations that are tested (100,000 entries), where copying one chunk
// and the list of chunks together is cheapest.
const CHUNK_LENGTH = 256;

/** A chronicle with nothing in it. */
export const EMPTY_CHRONICLE = { chunks: [] } as const;

/** The chronicle with one entry more; the entry's `seq` must be above all others. */
export function append<Entry extends { readonly seq: number }>(
  chronicle: Chronicle<Entry>,
  entry: Entry,
): Chronicle<Entry> {
  const last = chronicle.chunks.at(-1);
  return last === undefined || last.length >= CHUNK_LENGTH
    ? { chunks: [...chronicle.chunks, [entry]] }
    : { chunks: [...chronicle.chunks.slice(0, -1), [...last, entry]] };
}

/** The entry with this `seq`; `undefined` where there is none. */
export function find<Entry extends { readonly seq: number }>(
  chronicle: Chronicle<Entry>,
  seq: number,
): Entry | undefined {
  return chunkFor(chronicle, seq)?.find((entry) => entry.seq === seq);
}

/** The chronicle with the entry of the same `seq` replaced; unchanged where there is none. */
export function replace<Entry extends { readonly seq: number }>(
  chronicle: Chronicle<Entry>,
  entry: Entry,
): Chronicle<Entry> {
  const chunk = chunkFor(chronicle, entry.seq);
  if (chunk === undefined) return chronicle;
  const changed = chunk.map((old) => (old.seq === entry.seq ? entry : old));
  return { chunks: chronicle.chunks.map((old) => (old === chunk ? changed : old)) };
}

/** All entries, oldest first. */
export function entriesOf<Entry extends { readonly seq: number }>(
  chronicle: Chronicle<Entry>,
): readonly Entry[] {
  return chronicle.chunks.flat();
}

function chunkFor<Entry extends { readonly seq: number }>(
  chronicle: Chronicle<Entry>,
  seq: number,
): readonly Entry[] | undefined {
  return chronicle.chunks.findLast((chunk) => (chunk[0]?.seq ?? Infinity) <= seq);
}
