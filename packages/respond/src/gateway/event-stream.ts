/** One block of a server-sent-event stream as it came, with the data it carries. */
export interface StreamEvent {
  /** The block's text, with the empty line that ends it. */
  readonly raw: string;
  /** Joined `data:` lines; `undefined` for a comment or a block without data. */
  readonly data: string | undefined;
}

/** A block longer than this is no chat chunk; reading on would only fill the memory. */
const MAX_BLOCK_CHARACTERS = 4_000_000;

/**
 * Cuts a text that comes in pieces into server-sent events (WHATWG HTML, section 9.2) without losing a byte: every
 * block is kept as it came, so that it can be handed on unchanged. What stands after the last empty line is a last
 * block.
 */
export class EventSplitter {
  #rest = "";

  /**
   * The events that a piece completes.
   * @throws {RangeError} When one block grows beyond 4 million characters.
   */
  push(piece: string): readonly StreamEvent[] {
    const events: StreamEvent[] = [];
    this.#rest += piece;
    for (let end = endOfBlock(this.#rest); end !== undefined; end = endOfBlock(this.#rest)) {
      events.push(eventOf(this.#rest.slice(0, end)));
      this.#rest = this.#rest.slice(end);
    }
    if (this.#rest.length > MAX_BLOCK_CHARACTERS) {
      throw new RangeError(
        `EventSplitter needs blocks of at most ${MAX_BLOCK_CHARACTERS} characters, got more.`,
      );
    }
    return events;
  }

  /** The block that was not ended. */
  end(): readonly StreamEvent[] {
    const rest = this.#rest;
    this.#rest = "";
    return rest.trim() === "" ? [] : [eventOf(rest)];
  }
}

/** One data line as a server-sent event. */
export function eventText(data: string): string {
  return `data: ${data}\n\n`;
}

/** Just past the first empty line; `undefined` while there is none. */
function endOfBlock(text: string): number | undefined {
  if (!text.includes("\r")) {
    const end = text.indexOf("\n\n");
    return end < 0 ? undefined : end + 2;
  }
  const match = /\r?\n\r?\n|\r\r/u.exec(text);
  return match === null ? undefined : match.index + match[0].length;
}

function eventOf(raw: string): StreamEvent {
  // Nearly every event of a chat stream is one such line.
  const line = raw.endsWith("\n\n") ? raw.slice(0, -2) : raw;
  if (line.startsWith("data: ") && !/[\r\n]/u.test(line)) return { raw, data: line.slice(6) };
  const data = raw
    .split(/\r\n|\n|\r/u)
    .filter((field) => field.startsWith("data:"))
    .map((field) => (field.startsWith("data: ") ? field.slice(6) : field.slice(5)));
  return { raw, data: data.length === 0 ? undefined : data.join("\n") };
}
