import type { z } from "zod";
import { ApiError } from "./api-error.ts";
import { ServerUnreachableError } from "./server-unreachable-error.ts";
import { UnexpectedAnswerError } from "./unexpected-answer-error.ts";
import { problemSchema } from "./wire/problem-schema.ts";

/** How the server is reached. */
export interface Transport {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly headers: Readonly<Record<string, string>>;
  readonly credentials?: RequestCredentials;
}

/** One request: method and path, and what goes with them. */
export interface ApiRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Sends a request and gives its answer, which is a success. */
export async function send(transport: Transport, request: ApiRequest): Promise<Response> {
  const url = `${transport.baseUrl.replace(/\/+$/u, "")}${request.path}`;
  const { fetch } = transport;
  const response = await fetch(url, {
    method: request.method,
    headers: {
      ...transport.headers,
      ...(request.body === undefined ? {} : { "content-type": "application/json" }),
      ...request.headers,
    },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    ...(transport.credentials === undefined ? {} : { credentials: transport.credentials }),
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  }).catch((error: unknown) => {
    request.signal?.throwIfAborted();
    throw new ServerUnreachableError(url, error);
  });
  if (response.ok) return response;
  throw await errorOf(response, url);
}

/** Sends a request and reads its answer with a schema. */
export async function ask<Schema extends z.ZodType>(
  transport: Transport,
  request: ApiRequest,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const response = await send(transport, {
    ...request,
    headers: { accept: "application/json", ...request.headers },
  });
  const url = `${transport.baseUrl}${request.path}`;
  const body = await readJson(response, url, request.signal);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new UnexpectedAnswerError({ url, status: response.status }, parsed.error);
}

async function readJson(response: Response, url: string, signal?: AbortSignal): Promise<unknown> {
  const text = await response.text().catch((error: unknown) => {
    signal?.throwIfAborted();
    throw new ServerUnreachableError(url, error);
  });
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UnexpectedAnswerError({ url, status: response.status }, error);
  }
}

async function errorOf(response: Response, url: string): Promise<Error> {
  try {
    return new ApiError(problemSchema.parse(await response.json()));
  } catch (error) {
    return new UnexpectedAnswerError({ url, status: response.status }, error);
  }
}
