import { CHAIN_START, canonicalJson } from "@openempathic/govern";
import { chainEvent } from "./chain-event.ts";
import type { CouncilEvent } from "./council-event.ts";
import { council } from "./council.ts";
import { jsonOf } from "./seal-answer.ts";

/** The name and version of the format. */
export const COUNCIL_RECORD_SCHEMA = "open-empathic/council-record/1";

/** The first line of every record. */
export const RECORD_OPENING = `{"schema":"${COUNCIL_RECORD_SCHEMA}","entries":[`;

/**
 * Writes a council as a file: JSON in which each event has a line of its own with the hash that covers it and
 * everything before it. There is one way to write a record, so that any changed byte is found by `readCouncilRecord`.
 *
 * @param events as the writer may see them, oldest first; what made no sense is left out
 */
export function writeCouncilRecord(events: Iterable<CouncilEvent>): string {
  const lines: string[] = [];
  let { initial: state } = council;
  let head = CHAIN_START;
  for (const event of events) {
    const { state: next } = council.apply(state, event);
    if (next === state) continue;
    state = next;
    head = chainEvent(head, event);
    lines.push(entryLine(event, head));
  }
  return `${RECORD_OPENING}\n${lines.join(",\n")}\n${closingLine(head, lines.length)}\n`;
}

/** One entry as it stands on its line, without the comma. */
export function entryLine(event: CouncilEvent, hash: string): string {
  return canonicalJson({ event: jsonOf(event), hash });
}

/** The last line of a record. */
export function closingLine(head: string, length: number): string {
  return `],"head":"${head}","length":${String(length)}}`;
}

/**
 * The beginning of a hash in a form that people can read to each other.
 *
 * @example
 * ```ts
 * import { fingerprintOf } from "@openempathic/experiences/council";
 *
 * fingerprintOf("ba7816bf8f01cfea414140de5dae2223"); // => "ba78 16bf 8f01 cfea"
 * ```
 */
export function fingerprintOf(hash: string): string {
  return hash.slice(0, 16).match(/.{4}/g)?.join(" ") ?? hash;
}
