import { CATEGORIES } from "@openempathic/affect";

/** What the scripted service does with one request. */
export type ScriptedAnswer =
  | { readonly kind: "estimate"; readonly likelihood?: Readonly<Record<string, number>> }
  | { readonly kind: "content"; readonly content: string }
  | { readonly kind: "body"; readonly body: string }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "unreachable" }
  | { readonly kind: "hang" };

/** A stand-in for an OpenAI-compatible server, to be given to `openUrlPerceiver` as its `fetch`. */
export interface ScriptedPerceptionService {
  readonly fetch: typeof globalThis.fetch;
  /** The parsed bodies and headers of the requests so far. */
  readonly requests: readonly { readonly url: string; readonly headers: Headers; readonly body: unknown }[];
}

/** @param script One answer for each request; the last one repeats. */
export function scriptedPerceptionService(script: readonly ScriptedAnswer[]): ScriptedPerceptionService {
  const requests: { url: string; headers: Headers; body: unknown }[] = [];
  return {
    requests,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const answer = script[Math.min(requests.length, script.length - 1)] ?? { kind: "estimate" };
      requests.push({ url: request.url, headers: request.headers, body: await request.json() });
      init?.signal?.throwIfAborted();
      return respond(answer, init?.signal ?? undefined);
    },
  };
}

function respond(answer: ScriptedAnswer, signal: AbortSignal | undefined): Promise<Response> {
  switch (answer.kind) {
    case "estimate": {
      const likelihood = Object.fromEntries(
        CATEGORIES.map(({ id }) => [id, answer.likelihood?.[id] ?? 0.02]),
      );
      const dimensions = { valence: -0.4, arousal: 0.1, dominance: -0.2 };
      return Promise.resolve(complete(JSON.stringify({ likelihood, dimensions })));
    }
    case "content":
      return Promise.resolve(complete(answer.content));
    case "body":
      return Promise.resolve(new Response(answer.body));
    case "status":
      return Promise.resolve(new Response("secret details", { status: answer.status }));
    case "unreachable":
      return Promise.reject(new TypeError("fetch failed"));
    case "hang":
      return new Promise((_, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
      });
  }
}

function complete(content: string): Response {
  return Response.json({ id: "scripted", choices: [{ index: 0, message: { role: "assistant", content } }] });
}
