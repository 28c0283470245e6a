import type { CheckFinding } from "../check.ts";
import type { CheckedPart, ReplyCheck } from "../checking/reply-check.ts";
import type { WordsCheck } from "./check-words.ts";
import { eventText } from "./event-stream.ts";
import { withoutUsage } from "./wire-chunk.ts";
import type { ChunkChoice, WireChunk } from "./wire-chunk.ts";

/** A chunk whose words wait for the check. */
interface Held {
  readonly text: string;
  /** The event as it should go out when all of its words do. */
  readonly raw: string;
  readonly chunk: WireChunk;
  readonly choice: ChunkChoice;
}

/**
 * The words of one choice of a streamed reply on their way through the check. As long as the check changes nothing,
 * the chunks go out byte for byte as they came, some of them later than they came; a chunk of which only the
 * beginning may be shown is cut in two. From the first change on, chunks of the same envelope carry the checked
 * words, without log-probabilities, since those speak of other words.
 */
export class ChoiceWords {
  readonly #check: WordsCheck;
  readonly #findings: CheckFinding[] = [];
  #gate: ReplyCheck | undefined;
  #held: Held[] = [];
  #latest: Held | undefined;
  /** Characters of the first held chunk that have gone out. */
  #cut = 0;
  #isReworded = false;
  #shown = "";
  /** White space that may go out, and does so with the word after it, so that chunks stay whole. */
  #owed = "";

  constructor(check: WordsCheck) {
    this.#check = check;
  }

  /** What has been shown so far, and what was found on the way. */
  get seen(): { readonly shown: string; readonly findings: readonly CheckFinding[] } {
    return { shown: this.#shown, findings: this.#findings };
  }

  /** Takes a chunk with words; resolves with the events that may go out now. */
  async push(chunk: WireChunk, choice: ChunkChoice, raw: string): Promise<readonly string[]> {
    const text = choice.delta?.content ?? "";
    this.#latest = { text, raw, chunk, choice };
    this.#held.push(this.#latest);
    this.#gate ??= this.#check();
    const events = this.#release(await this.#gate.push(text));
    // Once in new words, the chunks that came are of use only as an envelope.
    if (this.#isReworded) this.#held = [];
    return events;
  }

  /** Says that the words are complete, for now or for good; resolves with the events that waited. */
  async flush(): Promise<readonly string[]> {
    const pieces = this.#gate === undefined ? [] : await this.#gate.end();
    const events = this.#release(pieces);
    if (this.#owed !== "" && this.#latest !== undefined)
      events.push(reworded(this.#latest, this.#owed, "part"));
    this.#owed = "";
    this.#gate = undefined;
    this.#held = [];
    this.#cut = 0;
    return events;
  }

  #release(pieces: readonly CheckedPart[]): string[] {
    const events: string[] = [];
    for (const piece of pieces) {
      if (piece.kind === "finding") {
        this.#findings.push(piece.finding);
        continue;
      }
      this.#shown += piece.text;
      const text = this.#owed + piece.text;
      this.#owed = "";
      const rest = this.#isReworded ? text : this.#asTheyCame(text, events);
      if (rest === "" || this.#latest === undefined) continue;
      this.#isReworded = true;
      events.push(reworded(this.#latest, rest, "part"));
    }
    return events;
  }

  /** Adds the chunks that say this text; returns what of it they do not say. */
  #asTheyCame(text: string, events: string[]): string {
    let rest = text;
    for (let head = this.#held[0]; head !== undefined && rest !== ""; head = this.#held[0]) {
      const remaining = head.text.slice(this.#cut);
      if (rest.startsWith(remaining)) {
        events.push(this.#cut === 0 ? head.raw : reworded(head, remaining, "last"));
        rest = rest.slice(remaining.length);
        this.#held.shift();
        this.#cut = 0;
      } else if (remaining.startsWith(rest) && rest.trim() === "") {
        this.#owed = rest;
        rest = "";
      } else if (remaining.startsWith(rest)) {
        events.push(reworded(head, rest, "part"));
        this.#cut += rest.length;
        rest = "";
      } else {
        break;
      }
    }
    return rest;
  }
}

/** A chunk like the one held, with other words; the last part of a cut chunk keeps what else it carried. */
function reworded({ chunk, choice }: Held, content: string, part: "part" | "last"): string {
  if (part === "last") {
    return eventText(
      JSON.stringify({ ...chunk, choices: [{ ...choice, delta: { ...choice.delta, content } }] }),
    );
  }
  const changed = { ...choice, delta: { content }, logprobs: null, finish_reason: null };
  return eventText(JSON.stringify({ ...withoutUsage(chunk), choices: [changed] }));
}
