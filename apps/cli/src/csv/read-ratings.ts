import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import type { RatingCollector } from "@openempathic/server";
import { CommandFailure } from "../command-failure.ts";
import { say } from "../terminal.ts";
import type { Terminal } from "../terminal.ts";
import { readCsv } from "./read-csv.ts";
import type { CsvRecord } from "./read-csv.ts";

const COLUMNS = ["unit", "rater", "value"] as const;
const ROWS_PER_NOTE = 500_000;

/** Where the three columns stand. */
type Places = readonly [unit: number, rater: number, value: number];

/** Reads one value; gives `undefined` where it is none of the kind that is needed. */
export type ReadValue<Value> = (text: string) => Value | undefined;

/**
 * Fills a collector from a file (or, for "-", standard input) with the columns unit, rater and value, in any order,
 * others beside them ignored. Says on standard error how far it is.
 *
 * @throws {CommandFailure} With the line, for a wrong header, a row of another length, an empty cell, a value of the
 *   wrong kind, and a rater's second answer about a unit; without one, for a file that can't be read or has no ratings.
 */
export async function readRatings<Value extends string | number>(
  file: string,
  { stdin, stderr, signal }: Terminal,
  {
    collector,
    readValue,
  }: { readonly collector: RatingCollector<Value>; readonly readValue: ReadValue<Value> },
): Promise<void> {
  const source = file === "-" ? stdin : createReadStream(file);
  let places: Places | undefined;
  let columns = 0;
  let noted = 0;
  for await (const records of fromFile(source, file)) {
    if (signal.aborted) throw new CommandFailure("interrupted");
    for (const record of records) {
      if (places === undefined) {
        places = readHeader(record);
        columns = record.fields.length;
        continue;
      }
      if (record.fields.length !== columns) {
        throw lineFailure(
          record,
          `has ${fields(record.fields.length)} where the header has ${fields(columns)}`,
        );
      }
      takeRow(record, places, { collector, readValue });
    }
    if (collector.size >= noted + ROWS_PER_NOTE) {
      noted = collector.size;
      await say(stderr, `${noted.toLocaleString("en")} ratings …`);
    }
  }
  if (places === undefined)
    throw new CommandFailure(`${shown(file)} is empty; it needs the header unit,rater,value`);
  if (collector.size === 0) throw new CommandFailure(`${shown(file)} has a header and no ratings`);
  await say(stderr, `${collector.size.toLocaleString("en")} ratings read.`);
}

async function* fromFile(
  source: Readable,
  file: string,
): AsyncGenerator<readonly CsvRecord[], void, undefined> {
  try {
    yield* readCsv(source);
  } catch (error) {
    if (error instanceof Error && "syscall" in error) {
      throw new CommandFailure(`can't read ${file}: ${error.message}`, { cause: error });
    }
    throw error;
  }
}

function readHeader(record: CsvRecord): Places {
  // TextDecoder takes a byte order mark away by itself.
  const places = COLUMNS.map((name) => record.fields.indexOf(name));
  const isTwice = COLUMNS.some((name, i) => record.fields.indexOf(name, (places[i] ?? 0) + 1) !== -1);
  const [unit = -1, rater = -1, value = -1] = places;
  if (unit < 0 || rater < 0 || value < 0 || isTwice) {
    throw lineFailure(
      record,
      `is no header with the columns unit, rater and value, each once; it is ${shortened(record.fields.join(","))}`,
    );
  }
  return [unit, rater, value];
}

function takeRow<Value extends string | number>(
  record: CsvRecord,
  places: Places,
  {
    collector,
    readValue,
  }: { readonly collector: RatingCollector<Value>; readonly readValue: ReadValue<Value> },
): void {
  const [unit = "", rater = "", text = ""] = places.map((place) => record.fields[place]);
  for (const [i, field] of [unit, rater, text].entries()) {
    if (field.trim() === "") {
      throw lineFailure(record, `has no ${COLUMNS[i] ?? ""}; leave the row out where a rater did not answer`);
    }
  }
  const value = readValue(text.trim());
  if (value === undefined) throw lineFailure(record, `needs a number as value, got ${shortened(text)}`);
  if (!collector.add(unit, rater, value)) {
    throw lineFailure(
      record,
      `is a second answer of rater ${shortened(rater)} about unit ${shortened(unit)}`,
    );
  }
}

function lineFailure({ line }: CsvRecord, what: string): CommandFailure {
  return new CommandFailure(`line ${String(line)} ${what}`);
}

function fields(count: number): string {
  return count === 1 ? "1 field" : `${String(count)} fields`;
}

function shortened(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

function shown(file: string): string {
  return file === "-" ? "standard input" : file;
}
