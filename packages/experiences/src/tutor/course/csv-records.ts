import { fileFault } from "./file-fault.ts";
import type { FileFault } from "./file-fault.ts";

/** One record of a table, with the line on which it begins. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** The records of a table, or the first place at which it is no table. */
export interface CsvReading {
  readonly records: readonly CsvRecord[];
  readonly fault?: FileFault;
}

/**
 * Cuts a table into records (RFC 4180), with the line on which each begins. Fields are parted by commas, or by
 * semicolons where the first line has them and no comma. Empty lines are left out.
 */
export function csvRecords(text: string): CsvReading {
  const first = text.slice(0, /\r|\n|$/u.exec(text)?.index);
  const separator = first.includes(";") && !first.includes(",") ? ";" : ",";
  const records: CsvRecord[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const begins = line;
    const fields: string[] = [];
    for (;;) {
      const field = text[at] === '"' ? quotedField() : plainField();
      if (typeof field !== "string") return { records, fault: field };
      fields.push(field);
      if (text[at] !== separator) break;
      at += 1;
    }
    if (text.startsWith("\r\n", at)) at += 1;
    at += 1;
    line += 1;
    if (fields.length > 1 || fields[0]?.trim() !== "") records.push({ line: begins, fields });
  }
  return { records };

  function quotedField(): string | FileFault {
    const opened = line;
    let field = "";
    for (at += 1; at < text.length; at += 1) {
      const letter = text[at] ?? "";
      if (letter === '"' && text[at + 1] !== '"') {
        at += 1;
        const after = text[at];
        const isEnd = after === undefined || after === separator || after === "\n" || after === "\r";
        return isEnd ? field : fileFault(line, "stray-quote");
      }
      if (letter === '"') at += 1;
      if (letter === "\n") line += 1;
      field += letter;
    }
    return fileFault(opened, "open-quote");
  }

  function plainField(): string | FileFault {
    const from = at;
    while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") at += 1;
    const field = text.slice(from, at);
    return field.includes('"') ? fileFault(line, "stray-quote", field) : field;
  }
}
