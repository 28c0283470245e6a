/** One sentence of EmoBank with its mean ratings, as published on 1 to 5 (3 is the middle). */
export interface EmoBankRow {
  readonly id: string;
  readonly text: string;
  readonly valence: number;
  readonly arousal: number;
  readonly dominance: number;
}

const HEADER = "id,split,V,A,D,text";

/**
 * Reads EmoBank as published: a CSV with the columns id, split, V, A, D and text (Buechel and Hahn 2017,
 * aclanthology.org/E17-2092).
 *
 * @throws {RangeError} For another header, a wrong number of fields or a rating outside 1 to 5, with the record's number.
 * @example
 * ```ts
 * import { parseEmoBank } from "@openempathic/learn";
 *
 * parseEmoBank("id,split,V,A,D,text\nx,dev,3.4,3,2.8,\"I said \"\"yes\"\".\"\n")[0]?.text; // => 'I said "yes".'
 * ```
 */
export function parseEmoBank(csv: string): readonly EmoBankRow[] {
  const [header, ...records] = parseCsv(csv);
  if (header?.join(",") !== HEADER) {
    throw new RangeError(`parseEmoBank needs the header "${HEADER}", got "${header?.join(",") ?? ""}"`);
  }
  return records.map((fields, index) => {
    const [id, , v, a, d, text] = fields;
    if (id === undefined || text === undefined || fields.length !== 6) {
      throw new RangeError(`parseEmoBank needs 6 fields, got ${fields.length} in record ${index + 1}`);
    }
    return { id, text, valence: rating(v, index), arousal: rating(a, index), dominance: rating(d, index) };
  });
}

function rating(field: string | undefined, index: number): number {
  const value = field === undefined || field === "" ? Number.NaN : Number(field);
  if (!(value >= 1 && value <= 5)) {
    throw new RangeError(
      `parseEmoBank needs ratings from 1 to 5, got "${field ?? ""}" in record ${index + 1}`,
    );
  }
  return value;
}

/** Fields in double quotes may hold commas, line breaks and doubled quotes (RFC 4180). */
function parseCsv(csv: string): string[][] {
  const records: string[][] = [];
  let fields: string[] = [];
  const field = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/g;
  for (let match = field.exec(csv); match !== null; match = field.exec(csv)) {
    const [, raw = "", separator] = match;
    fields.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (separator !== ",") {
      if (fields.length > 1 || fields[0] !== "") records.push(fields);
      fields = [];
      if (separator === "" || field.lastIndex >= csv.length) break;
    }
  }
  return records;
}
