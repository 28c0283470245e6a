import type { Datum, DatumValue } from "../protocol/datum.ts";

/** A row by column name; a column that is missing in it was not given. */
export type TableRow = Readonly<Record<string, DatumValue>>;

/** A table with the declaration of each of its columns. */
export interface StudyTable {
  /** Small letters: names its file. */
  readonly name: string;
  /** What one row is, in a sentence. */
  readonly description: string;
  readonly columns: readonly Datum[];
  readonly rows: readonly TableRow[];
}

/** A file of an export. */
export interface StudyFile {
  /** With folders, parted by "/". */
  readonly path: string;
  readonly text: string;
}

/**
 * A table as CSV by RFC 4180, with a header line; what was not given is empty.
 *
 * @example
 * ```ts
 * import { tableCsv } from "@openempathic/experiences/study";
 *
 * const column = { name: "words", description: "Words.", level: "text", zero: "none" } as const;
 * tableCsv({ name: "t", description: "", columns: [column], rows: [{ words: 'a "b"' }, {}] });
 * // => 'words\r\n"a ""b"""\r\n\r\n'
 * ```
 */
export function tableCsv({ columns, rows }: StudyTable): string {
  const lines = rows.map((row) => columns.map(({ name }) => csvField(row[name])).join(","));
  return [columns.map(({ name }) => csvField(name)).join(","), ...lines, ""].join("\r\n");
}

/** A table as tab-separated values as BIDS has them: what was not given is "n/a", and no cell has a tab or an end of line. */
export function tableTsv({ columns, rows }: StudyTable): string {
  const lines = rows.map((row) => columns.map(({ name }) => tsvField(row[name])).join("\t"));
  return [columns.map(({ name }) => name).join("\t"), ...lines, ""].join("\n");
}

function csvField(value: DatumValue | undefined): string {
  if (value === undefined) return "";
  const text = String(value);
  // A text that is empty was given; the quotation marks tell it from one that was not.
  return text === "" || /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function tsvField(value: DatumValue | undefined): string {
  const text =
    value === undefined
      ? ""
      : String(value)
          .replace(/[\t\r\n]+/gu, " ")
          .trim();
  return text === "" ? "n/a" : text;
}
