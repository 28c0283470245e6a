/** A reply has at most 600 tokens and a list of models a few thousand names: beyond this it is something else. */
const BODY_LIMIT = 16_000_000;

/** Bounds on what is taken from a language model's server. */
export interface ModelFetchLimits {
  /** Most bytes of an answer, counted after decompression. */
  readonly bodyBytes?: number;
}

/**
 * The `fetch` by which language models are reached. Redirects are not followed, since what a person wrote goes to
 * the address that the owner set and to no other; an answer with a status that HTTP does not have counts as none.
 */
export function modelFetch(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: "manual" });
    if (response.status >= 200 && response.status <= 599) return response;
    await response.body?.cancel();
    throw new TypeError("fetch failed");
  };
}

/**
 * Like {@link modelFetch}, and an answer may only be so long: a compressed one can grow a thousandfold, and whoever
 * waits for the end of a line that never ends keeps all of it.
 */
export function boundedModelFetch(
  fetch: typeof globalThis.fetch,
  { bodyBytes = BODY_LIMIT }: ModelFetchLimits = {},
): typeof globalThis.fetch {
  const ask = modelFetch(fetch);
  return async (input, init) => {
    const response = await ask(input, init);
    if (response.body === null) return response;
    let bytes = 0;
    const counted = new TransformStream<Uint8Array, Uint8Array>({
      transform: (piece, controller) => {
        bytes += piece.byteLength;
        if (bytes > bodyBytes) controller.error(new TypeError("terminated"));
        else controller.enqueue(piece);
      },
    });
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(counted), { status, statusText, headers });
  };
}
