import { Agent as HttpAgent, request as requestHttp } from "node:http";
import type { ClientRequest, IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { SendUpstream, UpstreamReturn, UpstreamSending } from "@openempathic/respond";

/** A connection that waits for the next request this long is closed. */
const IDLE_MS = 30_000;

/**
 * Sends requests to the upstream by Node's own client, over connections that are kept open. It does what `fetch` does
 * here, at a fraction of the processor time for each piece of a stream.
 */
export function sendByNode(): SendUpstream {
  const options = { keepAlive: true, timeout: IDLE_MS, scheduling: "lifo" } as const;
  const plain = new HttpAgent(options);
  const secure = new HttpsAgent(options);
  return async (url, sending) => {
    const target = new URL(url);
    if (target.protocol !== "http:" && target.protocol !== "https:") throw new TypeError("fetch failed");
    const open = (): ClientRequest => {
      const { method, headers, signal } = sending;
      const details = { method, headers: Object.fromEntries(headers), signal };
      return target.protocol === "https:"
        ? requestHttps(target, { ...details, agent: secure })
        : requestHttp(target, { ...details, agent: plain });
    };
    return answered(await sent(open, sending.body));
  };
}

/** The answer's head. What fits into one go is sent again, once, when a kept connection was being closed just then. */
async function sent(open: () => ClientRequest, body: UpstreamSending["body"]): Promise<IncomingMessage> {
  const request = open();
  try {
    return await answerTo(request, body);
  } catch (error) {
    const wasClosing = request.reusedSocket && (error as NodeJS.ErrnoException).code === "ECONNRESET";
    if (!wasClosing || (body !== null && typeof body !== "string")) throw error;
    return await answerTo(open(), body);
  }
}

function answerTo(request: ClientRequest, body: UpstreamSending["body"]): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once("response", resolve);
    // Stays on: after the answer has begun, errors come by its body as well, and are told there.
    request.on("error", reject);
    if (body === null || typeof body === "string") request.end(body ?? undefined);
    else
      Readable.from(body)
        .on("error", (error) => request.destroy(error))
        .pipe(request);
  });
}

function answered(incoming: IncomingMessage): UpstreamReturn {
  const { statusCode: status = 0 } = incoming;
  if (status < 200 || status > 599) {
    incoming.destroy();
    throw new TypeError("fetch failed");
  }
  const headers = new Headers();
  for (let at = 0; at + 1 < incoming.rawHeaders.length; at += 2) {
    headers.append(incoming.rawHeaders[at] ?? "", incoming.rawHeaders[at + 1] ?? "");
  }
  const drop = (): void => void incoming.destroy();
  if (!WITHOUT_BODY.has(status)) return { status, headers, body: unpacked(incoming), drop };
  incoming.resume();
  return { status, headers, body: null, drop };
}

/** Statuses of answers that never have a body (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5). */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/** Not asked for, but some servers pack what they send all the same. */
function unpacked(incoming: IncomingMessage): Readable {
  const unpack = UNPACK[incoming.headers["content-encoding"]?.toLowerCase() ?? ""]?.();
  if (unpack === undefined) return incoming;
  incoming.on("error", (error) => unpack.destroy(error));
  unpack.on("close", () => incoming.destroy());
  return incoming.pipe(unpack);
}

const UNPACK: Readonly<Record<string, () => ReturnType<typeof createGunzip>>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};
