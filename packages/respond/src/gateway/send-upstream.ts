/** One request on its way to the upstream. */
export interface UpstreamSending {
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | AsyncIterable<Uint8Array> | null;
  readonly signal: AbortSignal;
}

/** What came back, while its body is still coming. */
export interface UpstreamReturn {
  readonly status: number;
  readonly headers: Headers;
  /** The body's bytes as they come; to be read once. Stopping early gives the connection up. */
  readonly body: AsyncIterable<Uint8Array> | null;
  /** Gives up a body that nobody will read. */
  readonly drop: () => void;
}

/**
 * Sends a request and resolves with the status line's arrival. Redirects are not followed: they come back as they are.
 * Rejects when nothing answers, and with the signal's reason when it aborts.
 */
export type SendUpstream = (url: string, sending: UpstreamSending) => Promise<UpstreamReturn>;

/** Sends by a web `fetch`. */
export function sendByFetch(fetch: typeof globalThis.fetch): SendUpstream {
  return async (url, { method, headers, body, signal }) => {
    const streams = body !== null && typeof body !== "string";
    const init: RequestInit & { duplex?: "half" } = {
      method,
      headers,
      body: streams ? streamOf(body) : body,
      signal,
      redirect: "manual",
      ...(streams ? { duplex: "half" } : {}),
    };
    const response = await fetch(url, init);
    const arriving = response.body;
    return {
      status: response.status,
      headers: response.headers,
      body: arriving === null ? null : bytesOf(arriving),
      drop: () => void arriving?.cancel().catch(() => undefined),
    };
  };
}

function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await iterator.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

async function* bytesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let complete = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      complete = done;
      if (done) return;
      yield value;
    }
  } catch (error) {
    complete = true;
    throw error;
  } finally {
    if (!complete) await reader.cancel();
  }
}
