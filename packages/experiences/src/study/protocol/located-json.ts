import { at } from "./protocol-fault.ts";

/** A JSON text that was read, with the line on which each of its values begins; or where it stops being JSON. */
export type LocatedJson =
  | { readonly kind: "read"; readonly value: unknown; readonly lineOf: (path: string) => number }
  | { readonly kind: "faulty"; readonly line: number; readonly reason: string };

/** Deeper nesting than this is no protocol, and could exhaust the stack. */
const DEEPEST = 40;

class Stop extends Error {}

/**
 * Reads JSON (RFC 8259) with the line of every value, by a path such as "tasks[0].title". A name that stands twice in
 * one object is refused: which of the two counts would be a matter of the program that reads it.
 */
export function locatedJson(text: string): LocatedJson {
  const reader = new Reader(text);
  try {
    const value = reader.readWhole();
    return { kind: "read", value, lineOf: (path) => lineOf(reader.lines, path) };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { kind: "faulty", line: reader.line, reason: error.message };
  }
}

class Reader {
  readonly lines = new Map<string, number>();
  readonly #text: string;
  #place = 0;
  line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  readWhole(): unknown {
    const value = this.#readValue("", 0);
    this.#skipSpace();
    if (this.#place < this.#text.length) this.#stop("something stands after the end");
    return value;
  }

  #sign(): string | undefined {
    return this.#text[this.#place];
  }

  #stop(reason: string): never {
    throw new Stop(reason);
  }

  #skipSpace(): void {
    for (; /[ \t\r\n]/u.test(this.#sign() ?? ""); this.#place += 1) {
      if (this.#sign() === "\n") this.line += 1;
    }
  }

  #readValue(path: string, depth: number): unknown {
    if (depth > DEEPEST) this.#stop("it is nested too deeply");
    this.#skipSpace();
    this.lines.set(path, this.line);
    if (this.#sign() === undefined) this.#stop("the file ends in the middle");
    if (this.#sign() === "{") return this.#readObject(path, depth);
    if (this.#sign() === "[") return this.#readList(path, depth);
    return this.#sign() === '"' ? this.#readText() : this.#readPlain();
  }

  #readObject(path: string, depth: number): unknown {
    const fields: [string, unknown][] = [];
    this.#place += 1;
    for (let isFirst = true; ; isFirst = false) {
      if (this.#ends("}", isFirst)) return Object.fromEntries(fields);
      if (this.#sign() !== '"') this.#stop("a name in quotation marks is missing");
      const name = this.#readText();
      if (fields.some(([known]) => known === name)) this.#stop(`“${name.slice(0, 60)}” stands here twice`);
      this.#skipSpace();
      if (this.#sign() !== ":") this.#stop("a colon is missing after a name");
      this.#place += 1;
      fields.push([name, this.#readValue(at(path, name), depth + 1)]);
    }
  }

  #readList(path: string, depth: number): unknown {
    const values: unknown[] = [];
    this.#place += 1;
    for (let isFirst = true; ; isFirst = false) {
      if (this.#ends("]", isFirst)) return values;
      values.push(this.#readValue(at(path, values.length), depth + 1));
    }
  }

  /** Whether a list or object ends here; if not, the comma before the next entry is passed. */
  #ends(closing: string, isFirst: boolean): boolean {
    this.#skipSpace();
    if (this.#sign() === closing) {
      this.#place += 1;
      return true;
    }
    if (isFirst) return false;
    if (this.#sign() === undefined) this.#stop("the file ends in the middle");
    if (this.#sign() !== ",")
      this.#stop("a comma is missing, or there is something that does not belong here");
    this.#place += 1;
    this.#skipSpace();
    if (this.#sign() === closing) this.#stop("there is a comma before the end of a list");
    return false;
  }

  #readText(): string {
    const from = this.#place;
    for (this.#place += 1; this.#sign() !== '"'; this.#place += 1) {
      if (this.#sign() === undefined || this.#sign() === "\n") this.#stop("a text is not closed");
      if (this.#sign() === "\\") this.#place += 1;
    }
    this.#place += 1;
    // The cast is safe: what begins and ends with a quotation mark is text, or no JSON.
    return this.#parsed(from, "a text is not written as JSON writes it") as string;
  }

  #readPlain(): unknown {
    const from = this.#place;
    while (/[\w.+-]/u.test(this.#sign() ?? "")) this.#place += 1;
    if (from === this.#place) this.#stop("something stands here that is not JSON");
    return this.#parsed(from, "a value is not written as JSON writes it");
  }

  #parsed(from: number, reason: string): unknown {
    try {
      return JSON.parse(this.#text.slice(from, this.#place)) as unknown;
    } catch {
      return this.#stop(reason);
    }
  }
}

/** The line of the value with this path, or of the nearest one that holds it. */
function lineOf(lines: ReadonlyMap<string, number>, path: string): number {
  for (let so = path; so !== ""; so = so.replace(/(?:^|\.)[^.[\]]*$|\[\d+\]$/u, "")) {
    const line = lines.get(so);
    if (line !== undefined) return line;
  }
  return lines.get("") ?? 1;
}
