import { pullStream } from "./pull-stream.ts";

/** A request to the gateway, as far as it matters here: a web `Request` is one, and so is a server's own. */
export interface GatewayRequest {
  readonly method: string;
  readonly headers: Headers;
  /** The body's bytes as they come; `null` where there is none. */
  readonly body: AsyncIterable<Uint8Array> | null;
  /** Aborts when the asker goes away. */
  readonly signal: AbortSignal;
}

/** What the gateway answers, before somebody puts it on a wire. */
export interface GatewayAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The whole of it, or pieces that are made only as fast as they are taken; `null` where there is none. */
  readonly body: string | AsyncGenerator<string | Uint8Array> | null;
  /** Called when the asker goes away before the end; it makes the pieces end. */
  readonly giveUp: () => void;
}

/** A whole answer in JSON. */
export function jsonAnswer(body: string, status = 200, headers: Headers = new Headers()): GatewayAnswer {
  headers.set("content-type", "application/json");
  return { status, headers, body, giveUp: () => undefined };
}

/** An answer as a web response, for a place that has no quicker way to send one. */
export function toResponse({ status, headers, body, giveUp }: GatewayAnswer): Response {
  const sent = body === null || typeof body === "string" ? body : pullStream(body, giveUp);
  return new Response(sent, { status, headers });
}
