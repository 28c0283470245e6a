import { hash, randomUUID } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import { GATEWAY_BOUNDS, openGateway } from "@openempathic/respond";
import type { Gateway, GatewayAnswer, GatewayCall, GatewayRequest } from "@openempathic/respond";
import { Hono } from "hono";
import type { Context } from "hono";
import { leaveAnswer } from "../http/answer-body.ts";
import type { AnswerEnv } from "../http/answer-body.ts";
import type { GatewayDependencies } from "./gateway-dependencies.ts";

/**
 * OpenAI's wire: `POST /chat/completions` and `GET /models` with empathy in them, every other path handed to the
 * upstream untouched. To be mounted at `/v1`, inside of `answerBodies`. Each request is authorized before its body is
 * read.
 */
export function gatewayRoutes(dependencies: GatewayDependencies): Hono<AnswerEnv> {
  const gateway = openGateway({
    upstream: dependencies.upstream,
    ...(dependencies.sessionState === undefined ? {} : { session: dependencies.sessionState }),
    perceive: (texts) => dependencies.perceiver.perceiveBatch(texts.map((text) => ({ kind: "text", text }))),
    digest: (text) => hash("sha256", text, "base64"),
    ...(dependencies.jurisdiction === undefined ? {} : { jurisdiction: dependencies.jurisdiction }),
    council: dependencies.council ?? false,
    send: dependencies.send,
    now: dependencies.now,
    newId: randomUUID,
    limits: { ...GATEWAY_BOUNDS, ...dependencies.limits },
  });
  const routes = new Hono<AnswerEnv>();
  routes.all("*", async (context) => {
    const authorization = await dependencies.authorize(context);
    if (authorization.kind === "refused") return refusal(authorization.status, authorization.message);
    const request = requestOf(context);
    const call = { participantId: authorization.participantId };
    try {
      return leaveAnswer(context, await route(request, gateway, { ...call, url: context.req.url }));
    } catch (error) {
      // Whoever asked has gone, and the work with them: that is nobody's fault, and nobody reads this.
      if (request.signal.aborted) return new Response(null, { status: CLOSED_BY_CLIENT });
      throw error;
    }
  });
  return routes;
}

/** As web servers log it; never sent. */
const CLOSED_BY_CLIENT = 499;

function route(
  request: GatewayRequest,
  gateway: Gateway,
  { url, ...call }: GatewayCall & { readonly url: string },
): Promise<GatewayAnswer> {
  const path = pathBelowVersion(url);
  if (path === "chat/completions" && request.method === "POST") return gateway.chat(request, call);
  if (/^models(?:[/?]|$)/u.test(path) && request.method === "GET") return gateway.models(request, path);
  return gateway.forward(request, path);
}

/** The request as Node has it; the web's own object, which is dearer, where there is no port. */
function requestOf(context: Context): GatewayRequest {
  const { incoming, outgoing } = (context.env ?? {}) as Partial<HttpBindings>;
  if (incoming === undefined || outgoing === undefined) return context.req.raw;
  const { method, headers } = context.req.raw;
  const gone = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const hasBody = method !== "GET" && method !== "HEAD";
  // Breaking off in the middle of a body must leave the connection open for the refusal.
  const body = hasBody ? incoming.iterator({ destroyOnReturn: false }) : null;
  return { method, headers, body, signal: gone.signal };
}

/** What follows `/v1/`, with the query, exactly as it was asked for. */
function pathBelowVersion(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname.replace(/^.*?\/v1(?:\/|$)/u, "") + search;
}

function refusal(status: 401 | 403 | 429, message: string): Response {
  const [type, code] = {
    401: ["invalid_request_error", "invalid_api_key"],
    403: ["permission_error", "forbidden"],
    429: ["rate_limit_error", "rate_limit_exceeded"],
  }[status] as [string, string];
  const body = { error: { message, type, param: null, code } };
  return Response.json(body, {
    status,
    headers: status === 401 ? { "www-authenticate": 'Bearer realm="open-empathic"' } : {},
  });
}
