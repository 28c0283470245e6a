import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_CHRONICLE, append, entriesOf, find, replace } from "./chronicle.ts";
import type { Chronicle } from "./chronicle.ts";

interface Entry {
  readonly seq: number;
  readonly text: string;
}

function chronicleOf(seqs: readonly number[]): Chronicle<Entry> {
  return seqs.reduce<Chronicle<Entry>>(
    (all, seq) => append(all, { seq, text: "as written" }),
    EMPTY_CHRONICLE,
  );
}

const risingSeqs = fc
  .uniqueArray(fc.nat(100_000), { maxLength: 1200 })
  .map((seqs) => seqs.sort((a, b) => a - b));

describe("chronicle", () => {
  it("keeps every entry in order and finds each by its seq", () => {
    fc.assert(
      fc.property(risingSeqs, (seqs) => {
        const chronicle = chronicleOf(seqs);
        expect(entriesOf(chronicle).map(({ seq }) => seq)).toEqual(seqs);
        expect(seqs.every((seq) => find(chronicle, seq)?.seq === seq)).toBe(true);
        expect(find(chronicle, 100_001)).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });

  it("replaces one entry and leaves the others, and the chronicle before it, as they were", () => {
    const before = chronicleOf(Array.from({ length: 600 }, (_, index) => index * 2));
    const after = replace(before, { seq: 1024, text: "changed" });
    expect(
      entriesOf(after)
        .filter(({ text }) => text === "changed")
        .map(({ seq }) => seq),
    ).toEqual([1024]);
    expect(find(before, 1024)?.text).toBe("as written");
    expect(entriesOf(replace(before, { seq: 1025, text: "changed" }))).toEqual(entriesOf(before));
  });
});
