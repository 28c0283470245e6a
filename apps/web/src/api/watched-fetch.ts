import type { ConnectionChange } from "./api.ts";

/** `fetch` that says when an answer begins to stream, and when it cannot be had or breaks off. */
export function watchedFetch(onConnection: (change: ConnectionChange) => void): typeof globalThis.fetch {
  return async (input, init) => {
    const lost = () => {
      if (init?.signal?.aborted !== true) onConnection("lost");
    };
    try {
      const response = await globalThis.fetch(input, init);
      if (!response.ok || response.body === null) {
        if (response.status >= 500) lost();
        return response;
      }
      onConnection("open");
      return new Response(watched(response.body, lost), response);
    } catch (error) {
      lost();
      throw error;
    }
  };
}

function watched(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  lost: () => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) {
          controller.enqueue(value);
          return;
        }
        lost();
        controller.close();
      } catch (error) {
        lost();
        controller.error(error);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
