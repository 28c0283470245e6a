import type { EmpathyReport } from "@openempathic/respond";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openPerceivers } from "../perception/open-perceivers.ts";
import { startTestGateway } from "./testing/start-test-gateway.ts";
import type { TestGateway, TestGatewayOptions } from "./testing/start-test-gateway.ts";

// Opened before the clock of the first test runs, once for all of them; it keeps nothing of what it reads.
const perceivers = await openPerceivers({ threads: 0 });

// The default of five seconds is too short for a machine that does much else.
vi.setConfig({ testTimeout: 30_000 });

const opened: TestGateway[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((gateway) => gateway.close()));
});

async function gatewayBefore(
  script: Parameters<typeof startTestGateway>[0],
  options: Partial<TestGatewayOptions> = {},
): Promise<TestGateway> {
  const gateway = await startTestGateway(script, { perceiver: perceivers.text, ...options });
  opened.push(gateway);
  return gateway;
}

interface Completion {
  readonly model: string;
  readonly choices: readonly {
    readonly message: { readonly content: string };
    readonly finish_reason: string;
  }[];
  readonly empathy: EmpathyReport;
}

function post(gateway: TestGateway, body: object | string, path = "chat/completions"): Promise<Response> {
  return fetch(`${gateway.url}/${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      cookie: "oe_participant=secret",
      authorization: "Bearer oe_ours",
    },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

async function completion(gateway: TestGateway, body: object): Promise<Completion> {
  const response = await post(gateway, { model: "m", ...body });
  expect(response.status).toBe(200);
  return (await response.json()) as Completion;
}

async function streamedWords(response: Response): Promise<string> {
  const chunks = (await response.text())
    .split("\n\n")
    .filter((event) => event.startsWith("data: {"))
    .map((event) => JSON.parse(event.slice(6)) as { choices: { delta: { content?: string } }[] });
  return chunks.map((chunk) => chunk.choices[0]?.delta.content ?? "").join("");
}

const says = (content: string) => ({ role: "user", content });
const CRISIS = "I want to die. I don't want to be here anymore.";
const REPLY = { kind: "text", text: "Thank you for telling me." } as const;

describe("risk comes first", () => {
  it("G6: answers with the crisis script in OpenAI's shape, without asking the upstream, in under a second of computing", async () => {
    const gateway = await gatewayBefore(REPLY);
    await gateway.upstream.close();
    const started = process.cpuUsage();
    const answer = await completion(gateway, { messages: [says(CRISIS)], empathy: { country: "GB" } });
    // What was computed for it: the time that passed would tell what else the machine did. There is nothing to wait for.
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000).toBeLessThan(1_000);
    expect(answer.model).toBe("open-empathic-listener");
    expect(["passive", "active", "imminent"]).toContain(answer.empathy.risk.level);
    expect(answer.empathy.risk.about).toBe("self");
    expect(answer.choices[0]?.message.content).toContain("116 123");
    expect(gateway.upstream.requests).toHaveLength(0);
  });

  it("G6: streams the same words to who asks for a stream", async () => {
    const gateway = await gatewayBefore(REPLY);
    const whole = await completion(gateway, { messages: [says(CRISIS)] });
    const response = await post(gateway, { model: "m", stream: true, messages: [says(CRISIS)] });
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    expect(await streamedWords(response)).toBe(whole.choices[0]?.message.content);
    expect(gateway.upstream.requests).toHaveLength(0);
  });

  it("G6: remembers the risk from the messages of the request, whatever is said after it", async () => {
    const gateway = await gatewayBefore(REPLY);
    const messages = [says(CRISIS), { role: "assistant", content: "I'm here." }, says("What's the weather?")];
    const answer = await completion(gateway, { messages });
    expect(["passive", "active", "imminent"]).toContain(answer.empathy.risk.level);
    expect(gateway.upstream.requests).toHaveLength(0);
  });

  it("G6: continues the latch of a stored session, and 404s a session that is not there", async () => {
    const latch = { level: "active", about: "self", reason: "said so", sinceMs: 1, safeAnswers: 0 } as const;
    const state = { categories: {}, dimensions: {} };
    const gateway = await gatewayBefore(REPLY, {
      dependencies: {
        sessionState: (id) => Promise.resolve(id === "mine" ? { state, latch } : undefined),
      },
    });
    const inSession = (session: string) => ({
      model: "m",
      messages: [says("Hello again")],
      empathy: { session },
    });
    const answer = await completion(gateway, inSession("mine"));
    expect(answer.empathy.risk.level).toBe("active");
    const response = await post(gateway, inSession("theirs"));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      error: { code: "session_not_found", param: "empathy.session" },
    });
  });

  it("asks the upstream when nothing is at risk", async () => {
    const gateway = await gatewayBefore(REPLY);
    const answer = await completion(gateway, { messages: [says("This commute is killing me.")] });
    expect(answer.choices[0]?.message.content).toBe(REPLY.text);
    expect(gateway.upstream.requests).toHaveLength(1);
  });
});

describe("every sentence is checked", () => {
  const SOUR = "Thank you for telling me. Just calm down and get over it. What happened then?";

  it.each([false, true])("G8: asks once for another wording (streaming: %s)", async (stream) => {
    const gateway = await gatewayBefore((_request, index) => ({
      kind: "text",
      text: index === 0 ? SOUR : "That sounds like it was a lot.",
    }));
    const response = await post(gateway, {
      model: "m",
      stream,
      messages: [says("I had a fight with my sister.")],
    });
    const words = stream
      ? await streamedWords(response)
      : ((await response.json()) as Completion).choices[0]?.message.content;
    expect(words).not.toMatch(/calm down|get over it/u);
    expect(words).toContain("That sounds like it was a lot.");
    expect(words).toContain("What happened then?");
    const again = JSON.parse(gateway.upstream.requests[1]?.body ?? "") as { messages: { content: string }[] };
    expect(again.messages.at(-1)?.content).toContain("get over it");
  });

  it.each([false, true])("G8: replaces it where there is no better one (streaming: %s)", async (stream) => {
    const gateway = await gatewayBefore((_request, index) =>
      index === 0 ? { kind: "text", text: SOUR } : { kind: "status", status: 500 },
    );
    const response = await post(gateway, {
      model: "m",
      stream,
      messages: [says("I had a fight with my sister.")],
    });
    const text = await response.text();
    expect(text).not.toMatch(/get over it[^"]*","finish/u);
    expect(text).toContain('"outcome":"replaced"');
  });

  it("G8: lets a reply repeat a contact that stands in the conversation, and no other", async () => {
    const gateway = await gatewayBefore({ kind: "text", text: "You can call our desk at 0800 123 4567." });
    const asked = [says("I need help with my bill.")];
    const desk = { role: "system", content: "Our desk: 0800 123 4567." };
    const known = await completion(gateway, { messages: [desk, ...asked] });
    expect(known.choices[0]?.message.content).toContain("0800 123 4567");
    const invented = await completion(gateway, { messages: asked });
    expect(invented.choices[0]?.message.content).not.toContain("0800 123 4567");
    expect(invented.empathy.checks?.findings[0]?.rule).toBe("invented-contact");
  });
});

describe("the request's `empathy`", () => {
  it("explains itself when asked to", async () => {
    const gateway = await gatewayBefore(REPLY);
    const messages = [says("I am so sad that my dog died.")];
    const plain = await completion(gateway, { messages });
    expect(plain.empathy.explanation).toBeUndefined();
    const explained = await completion(gateway, { messages, empathy: { explain: true } });
    expect(explained.empathy.explanation?.strategyReason).toBeTypeOf("string");
    expect(explained.empathy.explanation?.estimate?.evidence.length).toBeGreaterThan(0);
    const interval = explained.empathy.explanation?.intervals["Sadness"];
    expect(interval?.low).toBeLessThanOrEqual(explained.empathy.state.likelihood["Sadness"] ?? NaN);
    expect(interval?.high).toBeGreaterThanOrEqual(explained.empathy.state.likelihood["Sadness"] ?? NaN);
  });

  it("takes estimates of other channels into the picture, and refuses voice and face where the law does", async () => {
    const gateway = await gatewayBefore(REPLY);
    const voice = {
      schema: "open-empathic/estimate/1",
      modality: "voice",
      span: { startMs: 0, endMs: 900 },
      likelihood: { Pain: 0.9 },
      dimensions: {},
      abstained: null,
      evidence: [],
      source: { kind: "model", id: "voice", version: "1.0.0" },
    };
    const heard = await completion(gateway, { messages: [says("Fine.")], empathy: { signals: [voice] } });
    expect(heard.empathy.state.likelihood["Pain"]).toBeGreaterThan(0.5);
    const refused = await post(gateway, {
      model: "m",
      messages: [says("Fine.")],
      empathy: { purpose: "education", signals: [voice] },
    });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({
      error: { code: "not_permitted", param: "empathy.signals[0]" },
    });
    expect(gateway.upstream.requests).toHaveLength(1);
  });

  it("says nothing about a person who has said nothing", async () => {
    const gateway = await gatewayBefore(REPLY);
    const answer = await completion(gateway, { messages: [{ role: "system", content: "Greet them." }] });
    expect(answer.empathy).toMatchObject({ need: null, strategy: null, state: { likelihood: {} } });
    expect(JSON.parse(gateway.upstream.requests[0]?.body ?? "")).toMatchObject({
      messages: [{ role: "system", content: "Greet them." }],
    });
  });
});

describe("other paths", () => {
  it("G10: are handed on with method, query and body, without our cookie and key, and back with status and body", async () => {
    const gateway = await gatewayBefore(REPLY, { apiKey: "upstream-key" });
    const response = await post(gateway, '{"input":"a","big":12345678901234567890}', "embeddings?x=1&y=%2F");
    expect(response.status).toBe(200);
    expect(response.headers.get("x-request-id")).toBe("req_scripted");
    const echo = (await response.json()) as { path: string; method: string; body: string; headers: object };
    expect(echo).toMatchObject({
      method: "POST",
      path: "/v1/embeddings?x=1&y=%2F",
      body: '{"input":"a","big":12345678901234567890}',
    });
    expect(echo.headers).toMatchObject({ authorization: "Bearer upstream-key" });
    expect(JSON.stringify(echo.headers)).not.toMatch(/oe_participant|oe_ours/u);
  });

  it("G10: do not leave the upstream's address", async () => {
    const gateway = await gatewayBefore(REPLY);
    await fetch(`${gateway.url}/%2e%2e/%2e%2e/secret`);
    await fetch(`${gateway.url}/..%2f..%2fsecret`);
    expect(gateway.upstream.requests.every(({ path }) => path.startsWith("/v1/"))).toBe(true);
  });

  it("G11: are 404 where there is no upstream", async () => {
    const alone = await gatewayBefore(REPLY, {
      dependencies: { upstream: () => Promise.resolve(undefined) },
    });
    const response = await post(alone, { input: "a" }, "embeddings");
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: "no_upstream" } });
  });
});

describe("who may ask", () => {
  it("G13: refuses in OpenAI's shape, before anything is read or sent", async () => {
    const gateway = await gatewayBefore(REPLY, {
      dependencies: {
        authorize: () => Promise.resolve({ kind: "refused", status: 401, message: "Send a key." }),
      },
    });
    for (const path of ["chat/completions", "embeddings"]) {
      const response = await post(gateway, { model: "m", messages: [says("Hi")] }, path);
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({
        error: {
          message: "Send a key.",
          type: "invalid_request_error",
          param: null,
          code: "invalid_api_key",
        },
      });
    }
    expect(gateway.upstream.requests).toHaveLength(0);
  });
});
