import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_LINE, readLines } from "./read-lines.ts";

async function read(chunks: readonly Uint8Array[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const some of readLines(Readable.from(chunks, { objectMode: true }))) {
    lines.push(...some.map((line) => (line.kind === "line" ? line.text : "<too long>")));
  }
  return lines;
}

describe("readLines", () => {
  it("reads the same lines however the bytes are cut", async () => {
    const bytes = new TextEncoder().encode('\uFEFF{"id":1,"text":"müde 😔"}\r\n\n{"id":2}\n  \nlast');
    const cuts = fc.array(fc.nat(bytes.length), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(cuts, async (at) => {
        const edges = [0, ...at.sort((a, b) => a - b), bytes.length];
        const chunks = edges.slice(1).map((end, index) => bytes.slice(edges[index], end));
        const lines = await read(chunks);
        expect(lines.map((line) => line.trimEnd())).toEqual([
          '{"id":1,"text":"müde 😔"}',
          '{"id":2}',
          "last",
        ]);
      }),
    );
  });

  it("drops a line that is too long, says so once, and reads on", async () => {
    const long = new TextEncoder().encode("x".repeat(LONGEST_LINE / 2 + 1));
    const end = new TextEncoder().encode("x\nnext\n");
    expect(await read([long, long, long, long, end])).toEqual(["<too long>", "next"]);
  });

  it("reads nothing from nothing", async () => {
    expect(await read([])).toEqual([]);
  });
});
