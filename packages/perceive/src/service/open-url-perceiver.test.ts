import { CATEGORIES } from "@openempathic/affect";
import { describe, expect, it } from "vitest";
import type { Perceiver } from "../perceiver.ts";
import { perceiverContract } from "../testing/perceiver-contract.ts";
import { type ScriptedAnswer, scriptedPerceptionService } from "../testing/scripted-perception-service.ts";
import { openUrlPerceiver } from "./open-url-perceiver.ts";
import { PerceiverAnswerError } from "./perceiver-answer-error.ts";
import { PerceiverUnavailableError } from "./perceiver-unavailable-error.ts";

function scripted(...script: ScriptedAnswer[]): {
  perceiver: Perceiver;
  service: ReturnType<typeof scriptedPerceptionService>;
} {
  const service = scriptedPerceptionService(script);
  const perceiver = openUrlPerceiver({
    baseUrl: "http://127.0.0.1:9/v1/",
    model: "small",
    apiKey: "key",
    fetch: service.fetch,
    timeoutMs: 50,
  });
  return { perceiver, service };
}

const SAD = { kind: "text", text: "Estoy muy triste hoy." } as const;

describe("openUrlPerceiver", () => {
  for (const { title, check } of perceiverContract(() => Promise.resolve(scripted().perceiver)))
    it(title, check);

  it("U1 asks an OpenAI-compatible server for structured output and takes its likelihoods as they are", async () => {
    const { perceiver, service } = scripted({ kind: "estimate", likelihood: { Sadness: 0.81 } });
    const estimate = await perceiver.perceive(SAD);
    expect(estimate.likelihood.Sadness).toBe(0.81);
    expect(Object.keys(estimate.likelihood)).toHaveLength(CATEGORIES.length);
    const [request] = service.requests;
    expect(request?.url).toBe("http://127.0.0.1:9/v1/chat/completions");
    expect(request?.headers.get("authorization")).toBe("Bearer key");
    expect(request?.body).toMatchObject({
      model: "small",
      response_format: { type: "json_schema", json_schema: { strict: true } },
    });
  });

  it("U2 asks once more after an answer that is no estimate", async () => {
    const { perceiver, service } = scripted(
      { kind: "content", content: "Sure! Here you go:" },
      { kind: "estimate" },
    );
    expect((await perceiver.perceive(SAD)).abstained).toBeNull();
    expect(service.requests).toHaveLength(2);
  });

  it.each<[string, ScriptedAnswer]>([
    ["prose", { kind: "content", content: "I think they are sad." }],
    ["a likelihood above 1", { kind: "estimate", likelihood: { Anger: 7 } }],
    ["an empty object", { kind: "content", content: "{}" }],
    ["a page in place of JSON", { kind: "body", body: "<html>" }],
    ["no choices", { kind: "body", body: '{"choices":[]}' }],
  ])("U3 says so when it twice gets %s, and does not repeat it", async (_, answer) => {
    const error: unknown = await scripted(answer)
      .perceiver.perceive(SAD)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PerceiverAnswerError);
    expect((error as Error).message).not.toMatch(/sad|html|7/);
  });

  it.each<[string, ScriptedAnswer, number | undefined]>([
    ["cannot be reached", { kind: "unreachable" }, undefined],
    ["hangs", { kind: "hang" }, undefined],
    ["refuses with 429", { kind: "status", status: 429 }, 429],
    ["fails with 500", { kind: "status", status: 500 }, 500],
  ])("U4 is unavailable when the service %s", async (_, answer, status) => {
    const error: unknown = await scripted(answer)
      .perceiver.perceive(SAD)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PerceiverUnavailableError);
    expect((error as PerceiverUnavailableError).status).toBe(status);
    expect((error as Error).message).not.toContain("secret");
  });

  it("U5 a caller who leaves while the service hangs gets their own reason", async () => {
    const leaving = new AbortController();
    const asked = scripted({ kind: "hang" }).perceiver.perceive(SAD, { signal: leaving.signal });
    const reason = new Error("left");
    leaving.abort(reason);
    await expect(asked).rejects.toBe(reason);
  });

  it("U6 a text without letters is never sent", async () => {
    const { perceiver, service } = scripted();
    await perceiver.perceive({ kind: "text", text: "?!" });
    expect(service.requests).toHaveLength(0);
  });

  it("U7 refuses a base URL that is none", () => {
    const settings = { baseUrl: "file:///etc", model: "m", fetch: globalThis.fetch };
    expect(() => openUrlPerceiver(settings)).toThrow(RangeError);
    expect(() => openUrlPerceiver({ ...settings, baseUrl: "here" })).toThrow(RangeError);
  });
});
