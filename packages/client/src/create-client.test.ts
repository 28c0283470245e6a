import { OpenEmpathicError } from "@openempathic/affect";
import { describe, expect, it } from "vitest";
import { ApiError, ServerUnreachableError, UnexpectedAnswerError, createClient } from "./index.ts";

interface Seen {
  readonly url: string;
  readonly init: RequestInit;
}

function answering(response: () => Response): {
  readonly seen: Seen[];
  readonly fetch: typeof globalThis.fetch;
} {
  const seen: Seen[] = [];
  return {
    seen,
    fetch: (input, init = {}) => {
      seen.push({ url: input instanceof Request ? input.url : input.toString(), init });
      return Promise.resolve(response());
    },
  };
}

const baseUrl = "http://127.0.0.1:9/";
const json = (value: unknown, status = 200): Response => Response.json(value, { status });

describe("createClient", () => {
  it("sends a person's event with its idempotency key and gives the stored event", async () => {
    const stored = { seq: 3, atMs: 1, kind: "message", text: "Hello" };
    const { seen, fetch } = answering(() => json({ event: stored }, 201));
    const client = createClient({ baseUrl, fetch, headers: { authorization: "Bearer oe_x" } });
    const event = { kind: "message", text: "Hello" } as const;
    expect(await client.postEvent("a/b", event, { idempotencyKey: "k1" })).toEqual(stored);
    expect(seen[0]?.url).toBe("http://127.0.0.1:9/api/sessions/a%2Fb/events");
    expect(seen[0]?.init).toMatchObject({
      method: "POST",
      body: JSON.stringify(event),
      headers: { authorization: "Bearer oe_x", "idempotency-key": "k1", "content-type": "application/json" },
    });
  });

  it("throws the server's problem as an ApiError with its code", async () => {
    const problem = {
      type: "about:blank",
      title: "Unknown purpose",
      status: 400,
      detail: "No.",
      code: "unknown-purpose",
    };
    const { fetch } = answering(() => json(problem, 400));
    const error: unknown = await createClient({ baseUrl, fetch })
      .me()
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(OpenEmpathicError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({ code: "unknown-purpose", status: 400, message: "No.", problem });
  });

  it("says when something else listens at the address", async () => {
    for (const response of [
      () => new Response("<html>"),
      () => json({ hello: 1 }),
      () => new Response("no", { status: 404 }),
    ]) {
      const { fetch } = answering(response);
      await expect(createClient({ baseUrl, fetch }).health()).rejects.toBeInstanceOf(UnexpectedAnswerError);
    }
  });

  it("says when there is no answer, and gives an abort its own reason", async () => {
    const fetch: typeof globalThis.fetch = () => Promise.reject(new TypeError("fetch failed"));
    const client = createClient({ baseUrl, fetch });
    await expect(client.me()).rejects.toBeInstanceOf(ServerUnreachableError);
    const reason = new Error("changed my mind");
    await expect(client.me({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it("deletes without reading an answer", async () => {
    const { seen, fetch } = answering(() => new Response(null, { status: 204 }));
    await createClient({ baseUrl, fetch }).deleteSession("s1");
    expect(seen[0]).toMatchObject({ url: "http://127.0.0.1:9/api/sessions/s1", init: { method: "DELETE" } });
  });
});
