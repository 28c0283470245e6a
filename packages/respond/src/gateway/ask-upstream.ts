import { openSilenceLimit } from "../model/silence-limit.ts";
import type { SilenceLimit } from "../model/silence-limit.ts";
import { GatewayRefusal, upstreamTrouble } from "./gateway-refusal.ts";

/** The server that the gateway stands before. */
export interface Upstream {
  /** Up to and including the version, such as `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey?: string;
}

/** One request to the upstream. */
export interface UpstreamAsk {
  readonly upstream: Upstream;
  /** Path below the base URL, with the query, such as `chat/completions`. */
  readonly path: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: BodyInit | null;
  /** Ends when the asker goes away. */
  readonly signal: AbortSignal;
  readonly firstByteMs: number;
  readonly silenceMs: number;
}

/** The upstream's answer, while its body is still coming. */
export interface UpstreamAnswerHead {
  readonly response: Response;
  /** The body's text as it comes. Reading it to the end, or stopping early, closes everything. */
  text(): AsyncGenerator<string>;
  /** The body's bytes as they come, under the same limit. */
  bytes(): AsyncGenerator<Uint8Array>;
}

/**
 * Asks the upstream and waits for its status line. The connection is given up when the asker goes away or the
 * upstream is silent for too long, before the first byte or between two.
 *
 * @throws {GatewayRefusal} 502 `upstream_unreachable` or `upstream_redirect`, 504 `upstream_timeout`; while the body
 *   is read, 502 `upstream_dropped` or 504 `upstream_timeout`. When the asker went away: its signal's own reason.
 */
export async function askUpstream(
  ask: UpstreamAsk,
  fetch: typeof globalThis.fetch,
): Promise<UpstreamAnswerHead> {
  const limit = openSilenceLimit(ask.firstByteMs, ask.signal);
  const response = await sent(ask, limit, fetch).catch((error: unknown) => {
    limit.close();
    throw troubleOf(error, { ask, limit, began: false });
  });
  if (response.status >= 300 && response.status < 400) {
    limit.close();
    await response.body?.cancel();
    throw upstreamTrouble(
      "The upstream answered with a redirect, which is not followed: correct its base URL.",
      {
        status: 502,
        wireCode: "upstream_redirect",
      },
    );
  }
  if (response.body === null) limit.close();
  const bytes = (): AsyncGenerator<Uint8Array> => bytesOf(response, { ask, limit, began: true });
  return { response, bytes, text: () => decoded(bytes()) };
}

function sent(ask: UpstreamAsk, limit: SilenceLimit, fetch: typeof globalThis.fetch): Promise<Response> {
  const init: RequestInit & { duplex?: "half" } = {
    method: ask.method,
    headers: ask.headers,
    body: ask.body,
    signal: limit.signal,
    redirect: "manual",
    ...(ask.body instanceof ReadableStream ? { duplex: "half" } : {}),
  };
  return fetch(`${ask.upstream.baseUrl.replace(/\/+$/u, "")}/${ask.path}`, init);
}

interface Circumstances {
  readonly ask: UpstreamAsk;
  readonly limit: SilenceLimit;
  readonly began: boolean;
}

async function* bytesOf(response: Response, circumstances: Circumstances): AsyncGenerator<Uint8Array> {
  const { limit, ask } = circumstances;
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  let complete = false;
  try {
    for (;;) {
      // Only the upstream's silence counts: while the asker is slow to take what there is, no clock runs.
      limit.heard(ask.silenceMs);
      const { done, value } = await reader.read();
      limit.pause();
      if (done) {
        complete = true;
        return;
      }
      yield value;
    }
  } catch (error) {
    complete = true;
    throw troubleOf(error, circumstances);
  } finally {
    limit.close();
    if (!complete) await reader.cancel();
  }
}

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const piece of bytes) {
    const text = decoder.decode(piece, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}

function troubleOf(error: unknown, { ask, limit, began }: Circumstances): unknown {
  if (error instanceof GatewayRefusal) return error;
  if (limit.ranOut()) {
    const message = began ? "The upstream fell silent." : "The upstream did not answer in time.";
    return upstreamTrouble(message, { status: 504, wireCode: "upstream_timeout", cause: error });
  }
  if (ask.signal.aborted) return ask.signal.reason;
  return began
    ? upstreamTrouble("The upstream broke off in the middle of its answer.", {
        status: 502,
        wireCode: "upstream_dropped",
        cause: error,
      })
    : upstreamTrouble("Nothing answers at the upstream's address.", {
        status: 502,
        wireCode: "upstream_unreachable",
        cause: error,
      });
}
