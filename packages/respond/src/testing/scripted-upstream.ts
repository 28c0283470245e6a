/// <reference types="node" />
import { createServer } from "node:http";
import type { IncomingMessage, Server } from "node:http";
import { answerChat, errorBody, sendJson } from "./scripted-chat.ts";
import type { Exchange } from "./scripted-chat.ts";
import type { RecordedRequest, UpstreamAnswer } from "./upstream-answer.ts";

/** How a scripted upstream is set up. */
export interface ScriptedUpstreamOptions {
  /** Requests without this key get 401, as OpenAI answers. */
  readonly apiKey?: string;
  /** Listed by `/v1/models`. Default one, `scripted-model`. */
  readonly models?: readonly string[];
  /** Default: any free port. */
  readonly port?: number;
}

/** A language model's server that says what its script says, over the real wire, on loopback. */
export interface ScriptedUpstream {
  /** To use as a base URL; ends in `/v1`. */
  readonly url: string;
  /** Every request so far, in the order in which their bodies were complete. */
  readonly requests: readonly RecordedRequest[];
  /** Streamed tokens that connections have taken so far, over all requests. */
  tokensSent(): number;
  /** Resolves when `count` requests have come. */
  waitForRequests(count: number): Promise<void>;
  /** Resolves when `count` requests were given up by the asker before their answer was complete. */
  waitForAborts(count: number): Promise<void>;
  close(): Promise<void>;
}

/** The script: one answer for all, or one chosen by the request and its number, from 0. */
export type UpstreamScript = UpstreamAnswer | ((request: RecordedRequest, index: number) => UpstreamAnswer);

/**
 * Starts an OpenAI-compatible server on 127.0.0.1 that speaks the real wire: whole completions and streams (role
 * chunk first, deltas, finish reason, usage when asked for, `[DONE]`), tools, refusals, log-probabilities, several
 * choices, delays, and every way to fail. Other paths under `/v1` are echoed back. For tests and benches.
 */
export async function startScriptedUpstream(
  script: UpstreamScript,
  options: ScriptedUpstreamOptions = {},
): Promise<ScriptedUpstream> {
  const requests: RecordedRequest[] = [];
  const cameIn = milestones();
  const gaveUp = milestones();
  let tokens = 0;
  const server = createServer((incoming, response) => {
    const exchange = {
      response,
      options,
      cut: false,
      tokenSent: () => {
        tokens += 1;
      },
    };
    response.on("close", () => {
      if (!response.writableFinished && !exchange.cut) gaveUp.reach();
    });
    readBody(incoming).then(
      (body) => {
        const request = recorded(incoming, body);
        const index = requests.push(request) - 1;
        cameIn.reach();
        route(request, exchange, () =>
          typeof script === "function" ? script(request, index) : script,
        ).catch(() => response.destroy());
      },
      () => response.destroy(),
    );
  });
  const port = await listen(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    tokensSent: () => tokens,
    waitForRequests: cameIn.wait,
    waitForAborts: gaveUp.wait,
    close: () => closeServer(server),
  };
}

async function route(
  request: RecordedRequest,
  exchange: Exchange,
  answer: () => UpstreamAnswer,
): Promise<void> {
  const { response, options } = exchange;
  const path = request.path.split("?", 1)[0];
  if (options.apiKey !== undefined && request.headers["authorization"] !== `Bearer ${options.apiKey}`) {
    sendJson(response, 401, errorBody("Incorrect API key provided.", "invalid_api_key"));
  } else if (path === "/v1/chat/completions" && request.method === "POST") {
    await answerChat(request, exchange, answer());
  } else if (path === "/v1/models") {
    const models = options.models ?? ["scripted-model"];
    sendJson(response, 200, {
      object: "list",
      data: models.map((id) => ({ id, object: "model", created: 1_700_000_000, owned_by: "scripted" })),
    });
  } else {
    sendJson(response, 200, { object: "echo", ...request });
  }
}

/** Counts to which tests can wait without sleeping. */
function milestones(): { reach: () => void; wait: (count: number) => Promise<void> } {
  let reached = 0;
  let waiting: { count: number; resolve: () => void }[] = [];
  return {
    reach: () => {
      reached += 1;
      waiting.filter(({ count }) => count <= reached).forEach(({ resolve }) => resolve());
      waiting = waiting.filter(({ count }) => count > reached);
    },
    wait: (count) =>
      count <= reached ? Promise.resolve() : new Promise((resolve) => waiting.push({ count, resolve })),
  };
}

function recorded(incoming: IncomingMessage, body: string): RecordedRequest {
  return { method: incoming.method ?? "", path: incoming.url ?? "", headers: incoming.headers, body };
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
