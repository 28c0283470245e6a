import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "./read-csv.ts";
import type { CsvRecord } from "./read-csv.ts";

async function read(text: string | Uint8Array, chunk = 65_536): Promise<CsvRecord[]> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += chunk) chunks.push(bytes.subarray(at, at + chunk));
  const records: CsvRecord[] = [];
  for await (const batch of readCsv(Readable.from(chunks))) records.push(...batch);
  return records;
}

describe("readCsv", () => {
  it("reads quotes, doubled quotes, line breaks inside quotes, CRLF and a byte order mark", async () => {
    const text = '\uFEFFunit,rater\r\n"a ""b"", c","x\ny"\r\n\r\n,\r\nlast,"row"';
    expect(await read(text)).toEqual([
      { line: 1, fields: ["unit", "rater"] },
      { line: 2, fields: ['a "b", c', "x\ny"] },
      { line: 5, fields: ["", ""] },
      { line: 6, fields: ["last", "row"] },
    ]);
  });

  it("gives back what was written, however it is cut into chunks", async () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "é", "🙂", '"', ",", "\n", "\r", " "),
      maxLength: 6,
    });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (rows, chunk) => {
        const text = rows
          .map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(","))
          .join("\r\n");
        expect((await read(text, chunk)).map(({ fields }) => fields)).toEqual(rows);
      }),
    );
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ["a quote without end", 'a,b\n"c', /^line 2: a quote is opened/u],
    ["a quote inside a field", 'a,b\nc"d,e', /^line 2: a quote stands inside/u],
    ["a letter after a quote", 'a\n"c"d', /^line 2: after a closing quote/u],
    ["bytes that are no text", Uint8Array.from([97, 10, 0xff, 0xfe]), /not UTF-8/u],
    ["a field without end", `a\n"${"x".repeat(1_100_000)}"`, /^line 2: a field has more/u],
  ])("says on which line is %s", async (_what, text, reason) => {
    await expect(read(text)).rejects.toThrow(reason);
  });
});
