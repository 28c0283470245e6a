import { createHash, randomUUID } from "node:crypto";
import { GATEWAY_BOUNDS, openGateway } from "@openempathic/respond";
import type { Gateway, GatewayCall } from "@openempathic/respond";
import { Hono } from "hono";
import type { Context } from "hono";
import type { GatewayDependencies } from "./gateway-dependencies.ts";

/**
 * OpenAI's wire: `POST /chat/completions` and `GET /models` with empathy in them, every other path handed to the
 * upstream untouched. To be mounted at `/v1`. Each request is authorized before its body is read.
 */
export function gatewayRoutes(dependencies: GatewayDependencies): Hono {
  const gateway = openGateway({
    upstream: dependencies.upstream,
    ...(dependencies.sessionState === undefined ? {} : { session: dependencies.sessionState }),
    perceive: (texts) => dependencies.perceiver.perceiveBatch(texts.map((text) => ({ kind: "text", text }))),
    digest: (text) => createHash("sha256").update(text).digest("base64"),
    ...(dependencies.jurisdiction === undefined ? {} : { jurisdiction: dependencies.jurisdiction }),
    council: dependencies.council ?? false,
    fetch: dependencies.fetch,
    now: dependencies.now,
    newId: randomUUID,
    limits: { ...GATEWAY_BOUNDS, ...dependencies.limits },
  });
  const routes = new Hono();
  routes.all("*", async (context) => {
    const authorization = await dependencies.authorize(context);
    if (authorization.kind === "refused") return refusal(authorization.status, authorization.message);
    return route(context, gateway, { participantId: authorization.participantId });
  });
  return routes;
}

function route(context: Context, gateway: Gateway, call: GatewayCall): Promise<Response> {
  const request = context.req.raw;
  const path = pathBelowVersion(request.url);
  if (path === "chat/completions" && request.method === "POST") return gateway.chat(request, call);
  if (/^models(?:[/?]|$)/u.test(path) && request.method === "GET") return gateway.models(request, path);
  return gateway.forward(request, path);
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
