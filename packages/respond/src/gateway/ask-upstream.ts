import { openSilenceLimit } from "../model/silence-limit.ts";
import type { SilenceLimit } from "../model/silence-limit.ts";
import { GatewayRefusal, upstreamTrouble } from "./gateway-refusal.ts";
import type { SendUpstream, UpstreamReturn } from "./send-upstream.ts";

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
  readonly body: string | AsyncIterable<Uint8Array> | null;
  /** Ends when the asker goes away. */
  readonly signal: AbortSignal;
  readonly firstByteMs: number;
  readonly silenceMs: number;
}

/** The upstream's answer, while its body is still coming. */
export interface UpstreamAnswerHead {
  readonly status: number;
  /** Whether the status is one of success. */
  readonly ok: boolean;
  readonly headers: Headers;
  readonly hasBody: boolean;
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
export async function askUpstream(ask: UpstreamAsk, send: SendUpstream): Promise<UpstreamAnswerHead> {
  const limit = openSilenceLimit(ask.firstByteMs, ask.signal);
  const { method, headers, body } = ask;
  const url = `${ask.upstream.baseUrl.replace(/\/+$/u, "")}/${ask.path}`;
  const back = await send(url, { method, headers, body, signal: limit.signal }).catch((error: unknown) => {
    limit.close();
    throw troubleOf(error, { ask, limit, began: false });
  });
  if (back.status >= 300 && back.status < 400) {
    limit.close();
    back.drop();
    throw upstreamTrouble(
      "The upstream answered with a redirect, which is not followed: correct its base URL.",
      {
        status: 502,
        wireCode: "upstream_redirect",
      },
    );
  }
  if (back.body === null) limit.close();
  const circumstances = { ask, limit, began: true };
  return {
    status: back.status,
    ok: back.status >= 200 && back.status <= 299,
    headers: back.headers,
    hasBody: back.body !== null,
    bytes: () => piecesOf(back, circumstances, (bytes) => bytes),
    text: () => textOf(back, circumstances),
  };
}

interface Circumstances {
  readonly ask: UpstreamAsk;
  readonly limit: SilenceLimit;
  readonly began: boolean;
}

function textOf(back: UpstreamReturn, circumstances: Circumstances): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  return piecesOf(back, circumstances, (bytes) => decoder.decode(bytes, { stream: bytes.length > 0 }));
}

const NOTHING = new Uint8Array();

/** The body's pieces, each read by `read`, which gets no bytes at the very end; empty pieces are left out. */
async function* piecesOf<T extends string | Uint8Array>(
  back: UpstreamReturn,
  circumstances: Circumstances,
  read: (bytes: Uint8Array) => T,
): AsyncGenerator<T> {
  const { limit, ask } = circumstances;
  if (back.body === null) return;
  try {
    // Only the upstream's silence counts: while the asker is slow to take what there is, no clock runs.
    limit.heard(ask.silenceMs);
    for await (const bytes of back.body) {
      limit.pause();
      const piece = read(bytes);
      if (piece.length > 0) yield piece;
      limit.heard(ask.silenceMs);
    }
    const rest = read(NOTHING);
    if (rest.length > 0) yield rest;
  } catch (error) {
    throw troubleOf(error, circumstances);
  } finally {
    limit.close();
  }
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
