import type { Readable } from "node:stream";
import { CommandFailure } from "../command-failure.ts";

/** The longest field that is read, in UTF-16 units: a quote that nobody closed must not swallow the whole file. */
const LONGEST_FIELD = 1_000_000;

/** One record, with the line on which it began, counted from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * Reads comma-separated values as they come (RFC 4180: quotes, doubled quotes, line breaks inside quotes; LF, CRLF and
 * a byte order mark are all fine), the records of one chunk together. It never holds more than a chunk and one record.
 * Blank lines are left out.
 *
 * @throws {CommandFailure} With the line, for quotes that break the rules, fields without end, and what is not UTF-8.
 */
export async function* readCsv(source: Readable): AsyncGenerator<readonly CsvRecord[], void, undefined> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parser = new CsvParser();
  for await (const chunk of source) {
    const records = parser.take(decode(() => decoder.decode(chunk as Uint8Array, { stream: true }), parser));
    if (records.length > 0) yield records;
  }
  const last = parser.end(decode(() => decoder.decode(), parser));
  if (last.length > 0) yield last;
}

function decode(read: () => string, parser: CsvParser): string {
  try {
    return read();
  } catch (error) {
    throw new CommandFailure(`near line ${String(parser.line)}: this is not UTF-8 text`, { cause: error });
  }
}

/** Where in a field the reader is. */
type Place = "start" | "plain" | "quoted" | "after-quote";

class CsvParser {
  /** The line that is being read. */
  line = 1;
  #place: Place = "start";
  #field = "";
  #fields: string[] = [];
  #began = 1;
  #records: CsvRecord[] = [];

  take(text: string): readonly CsvRecord[] {
    this.#records = [];
    let at = 0;
    while (at < text.length)
      at = this.#place === "quoted" ? this.#inQuotes(text, at) : this.#outside(text, at);
    return this.#records;
  }

  end(text: string): readonly CsvRecord[] {
    const records = [...this.take(text)];
    if (this.#place === "quoted") {
      throw new CommandFailure(`line ${String(this.#began)}: a quote is opened and never closed`);
    }
    this.#endRecord();
    return [...records, ...this.#records.slice(records.length)];
  }

  /** Takes what is inside quotes, up to the next quote; gives where to go on. */
  #inQuotes(text: string, from: number): number {
    const quote = text.indexOf('"', from);
    const to = quote === -1 ? text.length : quote;
    for (let i = text.indexOf("\n", from); i !== -1 && i < to; i = text.indexOf("\n", i + 1)) this.line += 1;
    this.#append(text.slice(from, to));
    if (quote === -1) return to;
    this.#place = "after-quote";
    return quote + 1;
  }

  #outside(text: string, at: number): number {
    const character = text.charAt(at);
    if (character === '"') {
      this.#openQuote();
      return at + 1;
    }
    if (character === ",") {
      this.#endField();
      return at + 1;
    }
    if (character === "\n") {
      this.#endRecord();
      this.line += 1;
      this.#began = this.line;
      return at + 1;
    }
    if (this.#place === "after-quote") {
      if (character === "\r") return at + 1;
      throw new CommandFailure(
        `line ${String(this.line)}: after a closing quote comes a comma or the end of the line, not ${JSON.stringify(character)}`,
      );
    }
    const to = nextOf(text, at);
    this.#place = "plain";
    this.#append(text.slice(at, to));
    return to;
  }

  #openQuote(): void {
    if (this.#place === "plain") {
      throw new CommandFailure(
        `line ${String(this.line)}: a quote stands inside a field that is not quoted; quote the field and double the quote`,
      );
    }
    // Two quotes inside quotes are one.
    if (this.#place === "after-quote") this.#field += '"';
    this.#place = "quoted";
  }

  #append(text: string): void {
    this.#field += text;
    if (this.#field.length > LONGEST_FIELD) {
      throw new CommandFailure(`line ${String(this.#began)}: a field has more than a million characters`);
    }
  }

  #endField(): void {
    this.#fields.push(this.#field);
    this.#field = "";
    this.#place = "start";
  }

  #endRecord(): void {
    const isBlank = this.#fields.length === 0 && this.#place !== "after-quote" && /^\r?$/u.test(this.#field);
    // The carriage return of CRLF belongs to the line's end, not to the last field.
    if (this.#place === "plain" && this.#field.endsWith("\r")) this.#field = this.#field.slice(0, -1);
    this.#endField();
    if (!isBlank) this.#records.push({ line: this.#began, fields: this.#fields });
    this.#fields = [];
  }
}

/** Where the next comma, quote or line break stands; the text's end where there is none. */
function nextOf(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 44 || code === 34 || code === 10) return at;
  }
  return text.length;
}
