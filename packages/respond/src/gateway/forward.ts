import { askUpstream } from "./ask-upstream.ts";
import { jsonAnswer } from "./gateway-answer.ts";
import type { GatewayAnswer, GatewayRequest } from "./gateway-answer.ts";
import { GatewayRefusal } from "./gateway-refusal.ts";
import type { GatewayOptions } from "./gateway-options.ts";
import { headersFromUpstream, headersToUpstream } from "./headers.ts";
import { LISTENER, LISTENER_MODEL } from "./own-completion.ts";

/**
 * Hands a request to the upstream and its answer back, both untouched and as they come: method, query, body, safe
 * headers, status. Our cookie and our key stay here; the upstream gets its own key.
 *
 * @param path - what follows the base URL, with the query.
 * @throws {GatewayRefusal} 404 `no_upstream` without an upstream, 400 for a path that leaves the base URL, and what
 *   {@link askUpstream} throws.
 */
export async function forwardToUpstream(
  request: GatewayRequest,
  path: string,
  options: GatewayOptions,
): Promise<GatewayAnswer> {
  const upstream = await options.upstream();
  if (upstream === undefined) throw nothingThere(path);
  requireBelowBase(upstream.baseUrl, path);
  const gone = new AbortController();
  const answer = await askUpstream(
    {
      upstream,
      path,
      method: request.method,
      headers: headersToUpstream(request.headers, upstream.apiKey),
      body: request.body,
      signal: AbortSignal.any([request.signal, gone.signal]),
      firstByteMs: options.limits.upstreamFirstByteMs,
      silenceMs: options.limits.upstreamSilenceMs,
    },
    options.send,
  );
  return {
    status: answer.status,
    headers: headersFromUpstream(answer.headers),
    body: answer.hasBody ? answer.bytes() : null,
    giveUp: () => gone.abort(),
  };
}

/** `/models` and `/models/{id}`: the upstream's own, or the listener where there is no upstream. */
export async function modelsAnswer(
  request: GatewayRequest,
  path: string,
  options: GatewayOptions,
): Promise<GatewayAnswer> {
  if ((await options.upstream()) !== undefined) return forwardToUpstream(request, path, options);
  const id = /^models\/([^/?]+)/u.exec(path)?.[1];
  if (id === undefined) return jsonAnswer(JSON.stringify({ object: "list", data: [LISTENER] }));
  if (id === LISTENER_MODEL) return jsonAnswer(JSON.stringify(LISTENER));
  throw new GatewayRefusal(`The model '${id}' does not exist.`, {
    status: 404,
    type: "invalid_request_error",
    wireCode: "model_not_found",
    param: "model",
  });
}

function requireBelowBase(baseUrl: string, path: string): void {
  const base = `${baseUrl.replace(/\/+$/u, "")}/`;
  if (new URL(base + path).href.startsWith(new URL(base).href)) return;
  throw new GatewayRefusal("This path leaves the upstream's address.", {
    status: 400,
    type: "invalid_request_error",
    wireCode: "invalid_path",
  });
}

function nothingThere(path: string): GatewayRefusal {
  const message = `/v1/${path.split("?", 1)[0] ?? ""} needs a language model's server, and none is connected.`;
  return new GatewayRefusal(message, {
    status: 404,
    type: "invalid_request_error",
    wireCode: "no_upstream",
  });
}
