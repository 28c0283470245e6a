import type { HttpBindings } from "@hono/node-server";
import type { Context, MiddlewareHandler } from "hono";
import type { Log } from "./log.ts";

/** Passes answers' bodies on by {@link guardBody}. */
export function guardBodies(log: Log): MiddlewareHandler {
  return async (c, next) => {
    await next();
    c.res = guardBody(c, c.res, log);
  };
}

/**
 * Passes an answer's body on as fast as it is read. When it breaks off, the log gets the kind of the error and the
 * connection is cut, so that nobody takes half an answer for a whole one; the adaptor would print the error itself,
 * and with it whatever its message holds.
 */
function guardBody(c: Context, response: Response, log: Log): Response {
  if (response.body === null) return response;
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const { done, value } = await reader.read();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          if (!c.req.raw.signal.aborted) log.failure("answer-body", error);
          const outgoing = outgoingOf(c);
          if (outgoing === undefined) controller.error(error);
          else {
            outgoing.destroy();
            controller.close();
          }
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  const { status, statusText, headers } = response;
  return new Response(body, { status, statusText, headers });
}

/** Node's side of the connection; there is none in tests without a port. */
function outgoingOf(c: Context): HttpBindings["outgoing"] | undefined {
  return (c.env as Partial<HttpBindings> | undefined)?.outgoing;
}
