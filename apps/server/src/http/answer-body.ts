import { once } from "node:events";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { toResponse } from "@openempathic/respond";
import type { GatewayAnswer } from "@openempathic/respond";
import type { Context, MiddlewareHandler } from "hono";
import type { Log } from "./log.ts";

/** An answer that is made piece by piece. */
interface AnswerInPieces extends GatewayAnswer {
  readonly body: Exclude<GatewayAnswer["body"], string | null>;
}

/** What a route leaves for {@link answerBodies}. */
export interface AnswerEnv {
  Variables: { answer?: AnswerInPieces };
}

/**
 * Puts a gateway's answer into the context's response: its status and headers now, so that the middleware after this
 * can add to them, its body by {@link answerBodies} at the very end.
 */
export function leaveAnswer(c: Context<AnswerEnv>, answer: GatewayAnswer): Response {
  const { body } = answer;
  if (body === null || typeof body === "string") return toResponse(answer);
  c.set("answer", { ...answer, body });
  return new Response(null, { status: answer.status, headers: answer.headers });
}

/**
 * Writes the bodies that routes left, piece by piece as they are made and only as fast as they are taken, straight to
 * Node's connection: the web's streams between would cost more than all else that is done for a piece. To be the
 * outermost middleware, since no header can be set after it. When a body breaks off, the log gets the kind of the
 * error and the connection is cut, so that nobody takes half an answer for a whole one.
 */
export function answerBodies(log: Log): MiddlewareHandler<AnswerEnv> {
  return async (c, next) => {
    await next();
    const answer = c.get("answer");
    if (answer === undefined) return;
    const outgoing = outgoingOf(c);
    const { status, headers } = c.res;
    if (outgoing === undefined) {
      c.res = toResponse({ ...answer, status, headers });
      return;
    }
    outgoing.writeHead(status, Object.fromEntries(headers));
    void send(answer, outgoing, log);
    c.res = RESPONSE_ALREADY_SENT;
  };
}

async function send(
  { body, giveUp }: AnswerInPieces,
  outgoing: HttpBindings["outgoing"],
  log: Log,
): Promise<void> {
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) giveUp();
  });
  try {
    for await (const piece of body) {
      if (outgoing.destroyed) break;
      if (!outgoing.write(piece)) await untilTaken(outgoing);
    }
    outgoing.end();
  } catch (error) {
    if (outgoing.destroyed) return;
    log.failure("answer-body", error);
    // What has been written still goes out; without the body's end, nobody takes it for the whole.
    outgoing.flushHeaders();
    outgoing.socket?.destroySoon();
  }
}

/** Resolves when the connection takes more, or is gone. */
async function untilTaken(outgoing: HttpBindings["outgoing"]): Promise<void> {
  const settled = new AbortController();
  const { signal } = settled;
  await Promise.race([once(outgoing, "drain", { signal }), once(outgoing, "close", { signal })]);
  settled.abort();
}

/** Node's side of the connection; there is none in tests without a port. */
function outgoingOf(c: Context<AnswerEnv>): HttpBindings["outgoing"] | undefined {
  return (c.env as Partial<HttpBindings> | undefined)?.outgoing;
}
