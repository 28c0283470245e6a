import { wordsOfItem } from "./council-item.ts";
import type { CareFinding, CouncilEvent } from "./council-event.ts";
import { InvalidCouncilRecordError } from "./invalid-council-record-error.ts";
import { judgeCare } from "./judge-care.ts";
import { readCouncilRecord } from "./read-council-record.ts";

/** The highest number of an entry with which a record is gone on with. */
const HIGHEST_SEQ = 100_000;

/** Clocks of two machines may differ by so much, in milliseconds. */
const CLOCK_MS = 86_400_000;

/**
 * The log with which a new session goes on from a saved record: every entry as it was written, so that the chain goes on
 * from the record's own head. Where an entry is missing because it made no sense, a void one stands. What the record says
 * was noticed in words is judged anew, so that lines of help are those of the checked table and not those of a file.
 *
 * @param text the whole file
 * @param nowMs milliseconds since the epoch
 * @throws {InvalidCouncilRecordError} with the first line that does not hold, or that cannot be gone on with: an entry
 *   from later than now, one in which planned harm is found today, and a first round that was still going on
 */
export function continueCouncil(text: string, nowMs: number): readonly CouncilEvent[] {
  const { events, state } = readCouncilRecord(text);
  const log: CouncilEvent[] = [];
  for (const [index, event] of events.entries()) {
    // The first entry is on the second line.
    const line = index + 2;
    if (event.seq > HIGHEST_SEQ)
      throw new InvalidCouncilRecordError("its number is too high to go on with", line);
    if (event.atMs > nowMs + CLOCK_MS)
      throw new InvalidCouncilRecordError("it is from later than today", line);
    while (log.length < event.seq - 1) {
      log.push({ seq: log.length + 1, atMs: log.at(-1)?.atMs ?? event.atMs, kind: "void" });
    }
    log.push(event.kind === "care-judged" ? judgedAnew(event, { events, line }) : event);
  }
  const { round } = state;
  const isOpen = round !== undefined && round.revealed === undefined;
  if (isOpen && round.answers.some(({ known }) => known === undefined)) {
    const line = events.findLastIndex(({ kind }) => kind === "first-answer-sealed") + 2;
    throw new InvalidCouncilRecordError(
      "an answer of a first round that was still going on is sealed, and can only be opened where it was given",
      line,
    );
  }
  return log;
}

type Judged = Extract<CouncilEvent, { kind: "care-judged" }>;

/** The chain covers only whether harm was found, so the rest can be what is found today. */
function judgedAnew(
  event: Judged,
  { events, line }: { readonly events: readonly CouncilEvent[]; readonly line: number },
): CouncilEvent {
  const noted = events.find(({ seq }) => seq === event.of);
  const text = noted?.kind === "noted" ? wordsOfItem(noted.item).join("\n") : "";
  const found = judgeCare(text, { ...contextAt(events, event), atMs: event.atMs });
  const wasHarm = event.findings.filter(isHarm);
  if (wasHarm.length === 0 && found.some(isHarm)) {
    throw new InvalidCouncilRecordError("planned harm is found in the words that it judges", line);
  }
  return { ...event, findings: [...found.filter((finding) => !isHarm(finding)), ...wasHarm] };
}

function isHarm({ kind }: CareFinding): boolean {
  return kind === "harm";
}

/** The language and country that the session had when words were judged. */
function contextAt(
  events: readonly CouncilEvent[],
  judged: Judged,
): { readonly language: "en" | "de"; readonly country?: string } {
  let language: "en" | "de" = "en";
  let country: string | undefined;
  for (const event of events) {
    if (event.seq > judged.seq) break;
    if (event.kind === "session-started" || event.kind === "language-changed") ({ language } = event);
    if (event.kind === "session-started" || event.kind === "country-changed") {
      country = event.country ?? country;
    }
  }
  return { language, ...(country === undefined ? {} : { country }) };
}
