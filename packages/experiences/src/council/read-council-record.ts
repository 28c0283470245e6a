import { CHAIN_START } from "@openempathic/govern";
import { chainEvent } from "./chain-event.ts";
import type { CouncilEvent } from "./council-event.ts";
import { councilEventSchema } from "./council-event-schema.ts";
import type { CouncilState } from "./council-state.ts";
import { council } from "./council.ts";
import { InvalidCouncilRecordError } from "./invalid-council-record-error.ts";
import { RECORD_OPENING, closingLine, entryLine } from "./write-council-record.ts";

/** A record that was read and found unchanged. */
export interface CouncilRecord {
  readonly events: readonly CouncilEvent[];
  readonly state: CouncilState;
  /** The hash after each event. */
  readonly hashes: readonly string[];
}

/** The largest record that is read, in UTF-16 units; a council of a thousand entries has about a million. */
export const RECORD_MAX_LENGTH = 20_000_000;

/**
 * Reads a record of a council and checks every byte of it: its form, each event, each hash, and that each event
 * follows from those before. It says whether something was changed after writing; it cannot say who wrote it. Whoever
 * rewrites a whole record can compute new hashes, which a fingerprint noted elsewhere shows.
 *
 * @param text the whole file
 * @throws {InvalidCouncilRecordError} with the first line that does not hold
 */
export function readCouncilRecord(text: string): CouncilRecord {
  if (text.length > RECORD_MAX_LENGTH) throw new InvalidCouncilRecordError("the file is too large", 1);
  const lines = text.split("\n");
  if (lines[0] !== RECORD_OPENING) throw new InvalidCouncilRecordError(openingFault(lines[0] ?? ""), 1);
  const closing = closingIndex(lines);
  const events: CouncilEvent[] = [];
  const hashes: string[] = [];
  let { initial: state } = council;
  let head = CHAIN_START;
  for (let index = 1; index < closing; index += 1) {
    const event = readEntry(
      { text: lines[index] ?? "", line: index + 1, isLast: index === closing - 1 },
      head,
    );
    const { state: next } = council.apply(state, event);
    if (next === state) {
      throw new InvalidCouncilRecordError("this event does not follow from the lines before it", index + 1);
    }
    state = next;
    head = chainEvent(head, event);
    events.push(event);
    hashes.push(head);
  }
  if (lines[closing] !== closingLine(head, events.length)) {
    throw new InvalidCouncilRecordError("the last line does not fit what stands before it", closing + 1);
  }
  if (closing === lines.length - 1) {
    throw new InvalidCouncilRecordError("the end of its last line is missing", closing + 1);
  }
  if (lines.length > closing + 2 || lines[closing + 1] !== "") {
    throw new InvalidCouncilRecordError("something stands after the record", closing + 2);
  }
  return { events, state, hashes };
}

/** Where the last line is. @throws {InvalidCouncilRecordError} for a file that was cut off */
function closingIndex(lines: readonly string[]): number {
  const last = lines.findLastIndex((line) => line !== "");
  const text = lines[last] ?? "";
  if (last === 0 || text.startsWith("{")) {
    throw new InvalidCouncilRecordError("the file ends before its last line", Math.max(last + 1, 2));
  }
  const first = lines.findIndex((line) => line.startsWith("],"));
  return first === -1 ? last : first;
}

/**
 * Whether a record goes on from an earlier one: what was written then is all still there, unchanged.
 *
 * @param older, newer records of the same council, as the same or different members see it
 */
export function continuesRecord(newer: CouncilRecord, older: CouncilRecord): boolean {
  return newer.hashes[older.hashes.length - 1] === older.hashes.at(-1);
}

interface EntryLine {
  readonly text: string;
  readonly line: number;
  readonly isLast: boolean;
}

function readEntry({ text, line, isLast }: EntryLine, head: string): CouncilEvent {
  const fault = (reason: string, cause?: unknown): InvalidCouncilRecordError =>
    new InvalidCouncilRecordError(reason, line, cause === undefined ? {} : { cause });
  if (text.endsWith("\r")) throw fault("the ends of lines were changed");
  if (text.trim() === "") throw fault("the line is empty");
  if (text.endsWith(",") === isLast)
    throw fault(isLast ? "there is a comma too many" : "the comma at its end is missing");
  const { event: given, hash } = parseLine(isLast ? text : text.slice(0, -1), fault);
  const parsed = councilEventSchema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const told = issue?.message.replace(/^.*received undefined$/u, "is missing") ?? "is not understood";
    throw fault(`${["event", ...(issue?.path ?? [])].join(".")}: ${told}`, parsed.error);
  }
  const event: CouncilEvent = parsed.data;
  const expected = hashOf(head, event, fault);
  if (hash !== expected)
    throw fault("its hash does not fit: this line was changed, or one is missing before it");
  // What the schema does not know would be lost, and what is written otherwise was not written by us.
  if (entryLine(event, expected) + (isLast ? "" : ",") !== text) {
    throw fault("it is not written as a record is written: something was added or changed");
  }
  return event;
}

function parseLine(
  text: string,
  fault: (reason: string, cause?: unknown) => InvalidCouncilRecordError,
): { readonly event: unknown; readonly hash: unknown } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw fault("it is not JSON", cause);
  }
  if (typeof parsed !== "object" || parsed === null || !("event" in parsed) || !("hash" in parsed)) {
    throw fault('it needs an "event" and a "hash"');
  }
  return { event: parsed.event, hash: parsed.hash };
}

function hashOf(
  head: string,
  event: CouncilEvent,
  fault: (reason: string, cause?: unknown) => InvalidCouncilRecordError,
): string {
  try {
    return chainEvent(head, event);
  } catch (cause) {
    throw fault("it has half a character or a number that JSON cannot carry", cause);
  }
}

function openingFault(line: string): string {
  if (line.startsWith("\ufeff")) return "there is a byte order mark before the record";
  if (line === `${RECORD_OPENING}\r`) return "the ends of lines were changed";
  if (/"schema":"open-empathic\/council-record\/(?!1")/u.test(line))
    return "this version of the format is not known";
  return 'a record begins with {"schema":"open-empathic/council-record/1","entries":[';
}
