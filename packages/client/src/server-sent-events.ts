/** One message of a server-sent event stream. */
export interface ServerSentMessage {
  readonly id?: string;
  readonly data: string;
}

/**
 * Reads server-sent events from a body as they arrive. Comments, such as heartbeats, come out as `undefined`, so
 * that the caller sees that the connection lives. An unfinished message at the end is dropped.
 *
 * Source: WHATWG HTML, "Parsing an event stream"; the fields `event` and `retry` are not used here.
 */
export async function* serverSentMessages(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<ServerSentMessage | undefined, void, undefined> {
  const fields = { id: undefined as string | undefined, data: [] as string[] };
  for await (const line of lines(body)) {
    if (line === "") {
      if (fields.data.length > 0) {
        yield { ...(fields.id === undefined ? {} : { id: fields.id }), data: fields.data.join("\n") };
      }
      fields.data = [];
      continue;
    }
    const [, name = "", value = ""] = /^([^:]*)(?:: ?(.*))?$/su.exec(line) ?? [];
    if (name === "") yield undefined;
    else if (name === "data") fields.data.push(value);
    else if (name === "id") fields.id = value;
  }
}

async function* lines(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void, undefined> {
  // The decoder drops a byte order mark at the start, as the format asks.
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      // A "\r" at the very end may be half of "\r\n": it waits for what follows.
      const complete = rest.endsWith("\r") ? rest.slice(0, -1) : rest;
      const parts = complete.split(/\r\n|\r|\n/u);
      rest = (parts.pop() ?? "") + rest.slice(complete.length);
      yield* parts;
    }
  } finally {
    // Closes the connection when the reader leaves early; a body that has already failed has nothing to close.
    await reader.cancel().catch(() => undefined);
  }
}
