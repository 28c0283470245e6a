/// <reference types="node" />
import type { ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import {
  chunk,
  completion,
  logprobsOf,
  tokensOf,
  toolCallDeltas,
  toolCallsOf,
  usageChunk,
} from "./openai-wire.ts";
import type { Envelope } from "./openai-wire.ts";
import type { RecordedRequest, UpstreamAnswer } from "./upstream-answer.ts";

/** One request being answered. */
export interface Exchange {
  readonly response: ServerResponse;
  readonly options: { readonly apiKey?: string; readonly models?: readonly string[] };
  /** Set when the script itself cut the connection, so that this is not taken for the asker giving up. */
  cut: boolean;
  /** Called when a token has been taken by the connection. */
  readonly tokenSent: () => void;
}

interface ChatRequest {
  readonly model: string;
  readonly stream: boolean;
  readonly choices: number;
  readonly logprobs: boolean;
  readonly usage: boolean;
}

type Saying = Extract<UpstreamAnswer, { kind: "text" }>;

/** Answers one chat request as its script says. */
export async function answerChat(
  request: RecordedRequest,
  exchange: Exchange,
  answer: UpstreamAnswer,
): Promise<void> {
  const { response } = exchange;
  switch (answer.kind) {
    case "hang":
      return;
    case "status":
      response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
      response.end(answer.body ?? JSON.stringify(errorBody(`Scripted status ${answer.status}.`, "scripted")));
      return;
    case "raw":
      response.writeHead(200, { "content-type": answer.contentType });
      response.end(answer.body);
      return;
    case "stall":
    case "drop":
      await begin(request, exchange, answer);
      return;
    case "text":
    case "tool-calls":
    case "refusal": {
      const chat = readChat(request.body);
      await (chat.stream ? streamed(chat, exchange, answer) : whole(chat, exchange, answer));
    }
  }
}

/** OpenAI's error shape. */
export function errorBody(message: string, code: string): object {
  return { error: { message, type: "invalid_request_error", param: null, code } };
}

/** Sends a whole JSON body. */
export function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json", "x-request-id": "req_scripted" });
  response.end(JSON.stringify(body));
}

async function begin(
  request: RecordedRequest,
  exchange: Exchange,
  answer: Extract<UpstreamAnswer, { kind: "stall" | "drop" }>,
): Promise<void> {
  const chat = readChat(request.body);
  const events = openEvents(exchange.response);
  if (chat.stream) {
    await events.send(chunk(envelopeOf(chat), 0, { delta: { role: "assistant", content: "" } }));
    for (const token of tokensOf(answer.text)) {
      await events.send(chunk(envelopeOf(chat), 0, { delta: { content: token } }));
    }
  } else {
    exchange.response.writeHead(200, { "content-type": "application/json" });
    exchange.response.write('{"id":"chatcmpl-scripted","object":"chat.comp');
  }
  if (answer.kind === "drop") {
    exchange.cut = true;
    // Only what has left the process counts as said; the cut comes right after.
    await new Promise((resolve) => exchange.response.write("\n", resolve));
    exchange.response.destroy();
  }
}

async function whole(
  chat: ChatRequest,
  { response }: Exchange,
  answer: Exclude<UpstreamAnswer, { kind: "hang" | "status" | "raw" | "stall" | "drop" }>,
): Promise<void> {
  if (answer.kind === "text" && answer.firstTokenMs !== undefined) await delay(answer.firstTokenMs);
  const tokens = answer.kind === "text" ? tokensOf(answer.text) : [];
  const message =
    answer.kind === "text"
      ? { content: tokens.join("") }
      : answer.kind === "refusal"
        ? { refusal: answer.text }
        : { content: answer.text ?? null, tool_calls: toolCallsOf(answer.calls) };
  const messages = Array.from({ length: chat.choices }, () => message);
  const body = completion(envelopeOf(chat), messages, {
    finishReason: answer.kind === "tool-calls" ? "tool_calls" : "stop",
    completionTokens: tokens.length * chat.choices,
    ...(chat.logprobs ? { logprobs: logprobsOf(tokens) } : {}),
  });
  sendJson(response, 200, body);
}

async function streamed(
  chat: ChatRequest,
  { response, tokenSent }: Exchange,
  answer: Exclude<UpstreamAnswer, { kind: "hang" | "status" | "raw" | "stall" | "drop" }>,
): Promise<void> {
  const events = openEvents(response);
  const toAll = async (part: Parameters<typeof chunk>[2]) => {
    for (let index = 0; index < chat.choices; index += 1) {
      await events.send(chunk(envelopeOf(chat), index, part));
    }
  };
  if (answer.kind === "text" && answer.firstTokenMs !== undefined) await delay(answer.firstTokenMs);
  await toAll({ delta: { role: "assistant", content: "", refusal: null } });
  const tokens = tokensOf(answer.kind === "refusal" ? [] : (answer.text ?? ""));
  for (const [position, token] of tokens.entries()) {
    if (response.destroyed) return;
    if (position > 0) await pause(answer);
    await toAll({ delta: { content: token }, ...(chat.logprobs ? { logprobs: logprobsOf([token]) } : {}) });
    tokenSent();
  }
  if (answer.kind === "refusal") await toAll({ delta: { refusal: answer.text } });
  if (answer.kind === "tool-calls") {
    for (const delta of toolCallDeltas(answer.calls)) await toAll({ delta });
  }
  await toAll({ delta: {}, finishReason: answer.kind === "tool-calls" ? "tool_calls" : "stop" });
  if (chat.usage) await events.send(usageChunk(envelopeOf(chat), tokens.length * chat.choices));
  events.finish();
}

async function pause(answer: UpstreamAnswer | Saying): Promise<void> {
  if (answer.kind === "text" && answer.tokenMs !== undefined) await delay(answer.tokenMs);
}

function openEvents(response: ServerResponse): { send(data: object): Promise<void>; finish(): void } {
  return {
    async send(data) {
      if (response.destroyed) return;
      if (!response.headersSent) {
        response.writeHead(200, {
          "content-type": "text/event-stream; charset=utf-8",
          "cache-control": "no-cache",
        });
      }
      if (!response.write(`data: ${JSON.stringify(data)}\n\n`)) {
        await drained(response);
      }
    },
    finish: () => response.end("data: [DONE]\n\n"),
  };
}

/** Resolves when the connection takes more, or is gone. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off("drain", done);
      response.off("close", done);
      resolve();
    };
    response.on("drain", done);
    response.on("close", done);
  });
}

function envelopeOf(chat: ChatRequest): Envelope {
  return { id: "chatcmpl-scripted", created: 1_700_000_000, model: chat.model };
}

function readChat(body: string): ChatRequest {
  const json = JSON.parse(body) as Record<string, unknown>;
  const streamOptions = json["stream_options"] as Record<string, unknown> | undefined;
  return {
    model: typeof json["model"] === "string" ? json["model"] : "scripted-model",
    stream: json["stream"] === true,
    choices: typeof json["n"] === "number" ? json["n"] : 1,
    logprobs: json["logprobs"] === true,
    usage: streamOptions?.["include_usage"] === true,
  };
}
