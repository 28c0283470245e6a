import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { EmpathyReport } from "@openempathic/respond";
import { generateText, jsonSchema, streamText, tool } from "ai";
import OpenAI from "openai";
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

/** The field that the clients' own types do not know. */
type WithEmpathy = { readonly empathy?: EmpathyReport };

const REPLY = "That sounds like a long day. What was the hardest part of it?";
const DAY = "My day was long and I am so tired and sad.";
const WEATHER = {
  name: "weather",
  description: "The weather somewhere",
  parameters: { type: "object", properties: { city: { type: "string" } } },
};
const CALL = { id: "call_1", name: "weather", arguments: '{"city":"Wien"}' };

describe("the openai client, with its base URL changed", () => {
  const clientOf = ({ url }: TestGateway): OpenAI =>
    new OpenAI({ baseURL: url, apiKey: "any", maxRetries: 0 });

  it("gets a whole reply with what was understood beside it", async () => {
    const gateway = await gatewayBefore({ kind: "text", text: REPLY });
    const completion = await clientOf(gateway).chat.completions.create({
      model: "scripted-model",
      messages: [{ role: "user", content: DAY }],
    });
    expect(completion.choices[0]?.message.content).toBe(REPLY);
    expect(completion.usage?.total_tokens).toBeGreaterThan(0);
    const { empathy } = completion as WithEmpathy;
    expect(empathy?.risk.level).toBe("none");
    expect(empathy?.need).toBeTypeOf("string");
    expect(empathy?.strategy).toBeTypeOf("string");
    expect(empathy?.checks).toEqual({ sentences: 2, findings: [] });
    expect(empathy?.state.likelihood["Sadness"]).toBeGreaterThan(0.2);
    expect(empathy?.state.dimensions["valence"]?.mean).toBeLessThan(0);
  });

  it("gets a streamed reply whose first chunk carries what was understood", async () => {
    const gateway = await gatewayBefore({ kind: "text", text: REPLY });
    const stream = await clientOf(gateway).chat.completions.create({
      model: "scripted-model",
      stream: true,
      stream_options: { include_usage: true },
      messages: [{ role: "user", content: DAY }],
    });
    const chunks: OpenAI.ChatCompletionChunk[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    expect(chunks.map((chunk) => chunk.choices[0]?.delta.content ?? "").join("")).toBe(REPLY);
    expect((chunks[0] as WithEmpathy).empathy).toMatchObject({ risk: { level: "none" }, checks: null });
    expect((chunks.at(-2) as WithEmpathy).empathy?.checks).toEqual({ sentences: 2, findings: [] });
    expect(chunks.at(-1)?.usage?.total_tokens).toBeGreaterThan(0);
  });

  it("sends the upstream the plan, its fields untouched, and neither `empathy` nor our key", async () => {
    const gateway = await gatewayBefore({ kind: "text", text: REPLY }, { apiKey: "upstream-key" });
    await clientOf(gateway).chat.completions.create({
      model: "open-empathic",
      messages: [
        { role: "system", content: "You are Max." },
        {
          role: "user",
          content: [
            { type: "text", text: DAY },
            { type: "image_url", image_url: { url: "data:," } },
          ],
        },
      ],
      temperature: 0.3,
      logit_bias: { "50256": -100 },
      // @ts-expect-error -- the client's types do not know our field, nor one of a special server.
      empathy: { purpose: "companion" },
      guided_regex: ".*",
    });
    const request = gateway.upstream.requests[0];
    const body = JSON.parse(request?.body ?? "") as { messages: { role: string; content: unknown }[] };
    expect(body).toMatchObject({
      model: "set-model",
      temperature: 0.3,
      logit_bias: { "50256": -100 },
      guided_regex: ".*",
    });
    expect(body).not.toHaveProperty("empathy");
    expect(body.messages).toHaveLength(2);
    expect(body.messages[0]?.content).toMatch(/^You are Max\.\n\n[\s\S]*Rules:/u);
    expect(body.messages[1]?.content).toHaveLength(2);
    expect(request?.headers["authorization"]).toBe("Bearer upstream-key");
    expect(request?.headers["cookie"]).toBeUndefined();
  });

  it("gets tool calls, whole and streamed", async () => {
    const gateway = await gatewayBefore({ kind: "tool-calls", calls: [CALL] });
    const request = {
      model: "scripted-model",
      messages: [{ role: "user", content: "Weather in Wien?" }],
      tools: [{ type: "function", function: WEATHER }],
    } satisfies Partial<OpenAI.ChatCompletionCreateParams>;
    const whole = await clientOf(gateway).chat.completions.create(request);
    expect(whole.choices[0]?.message.tool_calls?.[0]).toEqual({
      id: "call_1",
      type: "function",
      function: { name: "weather", arguments: '{"city":"Wien"}' },
    });
    const runner = clientOf(gateway).chat.completions.stream(request);
    const final = await runner.finalChatCompletion();
    expect(final.choices[0]?.message.tool_calls?.[0]).toMatchObject({
      function: { name: "weather", arguments: '{"city":"Wien"}' },
    });
    expect(JSON.parse(gateway.upstream.requests[0]?.body ?? "")).toMatchObject({ tools: request.tools });
  });

  it("gets refusals, several choices and log-probabilities unharmed", async () => {
    const refusing = await gatewayBefore({ kind: "refusal", text: "I can't help with that." });
    const messages = [{ role: "user" as const, content: DAY }];
    const refused = await clientOf(refusing).chat.completions.create({ model: "m", messages });
    expect(refused.choices[0]?.message).toMatchObject({ content: null, refusal: "I can't help with that." });
    const gateway = await gatewayBefore({ kind: "text", text: REPLY });
    const several = await clientOf(gateway).chat.completions.create({
      model: "m",
      messages,
      n: 2,
      logprobs: true,
    });
    expect(several.choices.map((choice) => choice.message.content)).toEqual([REPLY, REPLY]);
    const words = several.choices[0]?.logprobs?.content?.map(({ token }) => token).join("");
    expect(words).toBe(REPLY);
    const stream = await clientOf(gateway).chat.completions.create({
      model: "m",
      messages,
      logprobs: true,
      stream: true,
    });
    let streamed = "";
    for await (const chunk of stream) {
      streamed += chunk.choices[0]?.logprobs?.content?.map(({ token }) => token).join("") ?? "";
    }
    expect(streamed).toBe(REPLY);
  });

  it("gets JSON for a program as the upstream wrote it", async () => {
    const json = '{"reply":"You feel sad. Calm down."}';
    const gateway = await gatewayBefore({ kind: "text", text: [json] });
    const completion = await clientOf(gateway).chat.completions.create({
      model: "m",
      messages: [{ role: "user", content: DAY }],
      response_format: { type: "json_object" },
    });
    expect(completion.choices[0]?.message.content).toBe(json);
    expect((completion as WithEmpathy).empathy?.checks).toBeNull();
  });

  it("gets the upstream's errors as its own error classes", async () => {
    const limited = await gatewayBefore({ kind: "status", status: 429, headers: { "retry-after": "7" } });
    const request = { model: "m", messages: [{ role: "user" as const, content: DAY }] };
    const error: unknown = await clientOf(limited)
      .chat.completions.create(request)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OpenAI.RateLimitError);
    expect((error as InstanceType<typeof OpenAI.RateLimitError>).headers.get("retry-after")).toBe("7");
    const refusing = await gatewayBefore({ kind: "status", status: 401 });
    await expect(clientOf(refusing).chat.completions.create(request)).rejects.toBeInstanceOf(
      OpenAI.AuthenticationError,
    );
  });

  it("throws when the upstream drops in the middle of a stream, after what was said", async () => {
    const gateway = await gatewayBefore({ kind: "drop", text: "That sounds like a" });
    const stream = await clientOf(gateway).chat.completions.create({
      model: "m",
      stream: true,
      messages: [{ role: "user", content: DAY }],
    });
    let said = "";
    await expect(async () => {
      for await (const chunk of stream) said += chunk.choices[0]?.delta.content ?? "";
    }).rejects.toThrow("broke off");
    expect(said).toBe("That sounds like a");
  });

  it("stops the upstream's work when it goes away in the middle of a stream", async () => {
    const gateway = await gatewayBefore({ kind: "stall", text: "That sounds like a long day. And" });
    const stream = await clientOf(gateway).chat.completions.create({
      model: "m",
      stream: true,
      messages: [{ role: "user", content: DAY }],
    });
    for await (const chunk of stream) {
      if (chunk.choices[0]?.delta.content?.includes("day")) break;
    }
    await gateway.upstream.waitForAborts(1);
  });

  it("stops the upstream's work when it goes away before the first byte", async () => {
    const gateway = await gatewayBefore({ kind: "hang" });
    const controller = new AbortController();
    const asking = clientOf(gateway)
      .chat.completions.create(
        { model: "m", messages: [{ role: "user", content: DAY }] },
        { signal: controller.signal },
      )
      .catch((error: unknown) => error);
    await gateway.upstream.waitForRequests(1);
    controller.abort();
    expect(await asking).toBeInstanceOf(OpenAI.APIUserAbortError);
    await gateway.upstream.waitForAborts(1);
  });

  it("lists the upstream's models, and the listener where there is no upstream", async () => {
    const gateway = await gatewayBefore({ kind: "hang" }, { models: ["a", "b"] });
    const names = async (of: TestGateway): Promise<string[]> =>
      (await clientOf(of).models.list()).data.map((model) => model.id);
    expect(await names(gateway)).toEqual(["a", "b"]);
    const alone = await gatewayBefore(
      { kind: "hang" },
      { dependencies: { upstream: () => Promise.resolve(undefined) } },
    );
    expect(await names(alone)).toEqual(["open-empathic-listener"]);
    expect((await clientOf(alone).models.retrieve("open-empathic-listener")).object).toBe("model");
  });

  it("is answered by the built-in listener where there is no upstream, whole and streamed", async () => {
    const alone = await gatewayBefore(
      { kind: "hang" },
      { dependencies: { upstream: () => Promise.resolve(undefined) } },
    );
    const request = { model: "open-empathic", messages: [{ role: "user" as const, content: DAY }] };
    const whole = await clientOf(alone).chat.completions.create(request);
    expect(whole.model).toBe("open-empathic-listener");
    expect(whole.choices[0]?.message.content?.length).toBeGreaterThan(10);
    const stream = await clientOf(alone).chat.completions.create({ ...request, stream: true });
    let streamed = "";
    for await (const chunk of stream) streamed += chunk.choices[0]?.delta.content ?? "";
    expect(streamed).toBe(whole.choices[0]?.message.content);
    expect(alone.upstream.requests).toHaveLength(0);
  });
});

describe("the Vercel AI SDK, with its base URL changed", () => {
  const modelOf = ({ url }: TestGateway) =>
    createOpenAICompatible({ name: "gateway", baseURL: url, includeUsage: true }).chatModel("scripted-model");

  it("gets whole and streamed replies", async () => {
    const gateway = await gatewayBefore({ kind: "text", text: REPLY });
    const whole = await generateText({ model: modelOf(gateway), prompt: DAY });
    expect(whole.text).toBe(REPLY);
    const streamed = streamText({ model: modelOf(gateway), prompt: DAY });
    expect(await streamed.text).toBe(REPLY);
    expect(await streamed.finishReason).toBe("stop");
    expect((await streamed.usage).totalTokens).toBeGreaterThan(0);
  });

  it("runs a tool and goes on with its result", async () => {
    const gateway = await gatewayBefore((_request, index) =>
      index === 0 ? { kind: "tool-calls", calls: [CALL] } : { kind: "text", text: "It is sunny in Wien." },
    );
    const asked: unknown[] = [];
    const weather = tool({
      description: WEATHER.description,
      inputSchema: jsonSchema<{ city: string }>({ type: "object", properties: { city: { type: "string" } } }),
      execute: (input) => {
        asked.push(input);
        return "sunny";
      },
    });
    const { stepCountIs } = await import("ai");
    const result = streamText({
      model: modelOf(gateway),
      prompt: "Weather in Wien?",
      tools: { weather },
      stopWhen: stepCountIs(2),
    });
    expect(await result.text).toBe("It is sunny in Wien.");
    expect(asked).toEqual([{ city: "Wien" }]);
    const second = JSON.parse(gateway.upstream.requests[1]?.body ?? "") as { messages: { role: string }[] };
    expect(second.messages.map(({ role }) => role)).toEqual(["system", "user", "assistant", "tool"]);
  });

  it("gets errors as errors and aborts the upstream when it aborts", async () => {
    const failing = await gatewayBefore({ kind: "status", status: 401 });
    await expect(generateText({ model: modelOf(failing), prompt: DAY, maxRetries: 0 })).rejects.toMatchObject(
      {
        statusCode: 401,
      },
    );
    const stalling = await gatewayBefore({ kind: "stall", text: "That sounds like a long day. And" });
    const controller = new AbortController();
    const { textStream } = streamText({
      model: modelOf(stalling),
      prompt: DAY,
      abortSignal: controller.signal,
      onError: () => undefined,
    });
    for await (const text of textStream) if (text.includes("day")) controller.abort();
    await stalling.upstream.waitForAborts(1);
  });
});
