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
 * Cuts a stream of text into server-sent events (WHATWG HTML, section 9.2) without losing a byte: every block is
 * kept as it came, so that it can be handed on unchanged. What stands after the last empty line is a last block.
 *
 * @throws {RangeError} When one block grows beyond 4 million characters.
 */
export async function* readEvents(text: AsyncIterable<string>): AsyncGenerator<StreamEvent> {
  let rest = "";
  for await (const piece of text) {
    rest += piece;
    for (;;) {
      const end = endOfBlock(rest);
      if (end === undefined) break;
      yield eventOf(rest.slice(0, end));
      rest = rest.slice(end);
    }
    if (rest.length > MAX_BLOCK_CHARACTERS) {
      throw new RangeError(
        `readEvents needs blocks of at most ${MAX_BLOCK_CHARACTERS} characters, got more.`,
      );
    }
  }
  if (rest.trim() !== "") yield eventOf(rest);
}

/** One data line as a server-sent event. */
export function eventText(data: string): string {
  return `data: ${data}\n\n`;
}

/** Just past the first empty line; `undefined` while there is none. */
function endOfBlock(text: string): number | undefined {
  const match = /\r?\n\r?\n|\r\r/u.exec(text);
  return match === null ? undefined : match.index + match[0].length;
}

function eventOf(raw: string): StreamEvent {
  const data = raw
    .split(/\r\n|\n|\r/u)
    .filter((line) => line.startsWith("data:"))
    .map((line) => (line.startsWith("data: ") ? line.slice(6) : line.slice(5)));
  return { raw, data: data.length === 0 ? undefined : data.join("\n") };
}
