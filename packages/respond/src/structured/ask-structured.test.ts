import { INITIAL_RISK_LATCH } from "@openempathic/govern";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { openLanguageModel } from "../model/open-language-model.ts";
import { startScriptedUpstream } from "../testing/index.ts";
import type { ScriptedUpstream, UpstreamAnswer, UpstreamScript } from "../testing/index.ts";
import { askStructured } from "./ask-structured.ts";
import type { StructuredRequest } from "./structured-answer.ts";

// Loaded before the clock of the first test runs: on a busy machine that alone takes seconds.
beforeAll(async () => {
  await Promise.all([import("ai"), import("@ai-sdk/openai-compatible")]);
}, 60_000);
vi.setConfig({ testTimeout: 30_000 });

const opened: ScriptedUpstream[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((upstream) => upstream.close()));
});

const schema = z.object({ title: z.string().max(40), steps: z.array(z.string()).min(1).max(3) });
type Plan = z.infer<typeof schema>;
const GOOD = { title: "A quiet evening", steps: ["Put the phone away.", "Breathe out slowly."] };
const SOUR = { title: "A quiet evening", steps: ["Just calm down and get over it."] };

const says = (value: unknown): UpstreamAnswer => ({
  kind: "text",
  text: typeof value === "string" ? value : JSON.stringify(value),
});
const inTurn =
  (...answers: readonly UpstreamAnswer[]): UpstreamScript =>
  (_request, index) =>
    answers[index] ?? { kind: "status", status: 500 };

async function upstreamOf(script: UpstreamScript): Promise<ScriptedUpstream> {
  const upstream = await startScriptedUpstream(script);
  opened.push(upstream);
  return upstream;
}

// Silence is short only where it is the matter: a busy machine is silent for longer.
const modelAt = ({ url }: ScriptedUpstream, silenceLimitMs = 20_000) =>
  openLanguageModel({ baseUrl: url, model: "m", fetch, silenceLimitMs });

function ask(upstream: ScriptedUpstream, more: Partial<StructuredRequest<Plan>> = {}) {
  return askStructured<Plan>({
    model: modelAt(upstream),
    task: "Make a plan for a quiet evening.",
    turns: [{ role: "person", text: "I would like a quiet evening after a long day." }],
    schema,
    shown: ({ title, steps }) => [title, ...steps],
    language: "en",
    ...more,
  });
}

describe("data from a language model", () => {
  it("T1: is what the schema says, and the model was told the schema and what the person wrote", async () => {
    const upstream = await upstreamOf(says(GOOD));
    expect(await ask(upstream)).toEqual({ kind: "made", value: GOOD });
    const sent = JSON.parse(upstream.requests[0]?.body ?? "") as {
      messages: { role: string; content: string }[];
      response_format: { type: string; json_schema: { schema: object } };
    };
    expect(sent.messages.map(({ role }) => role)).toEqual(["system", "user"]);
    expect(sent.messages[0]?.content).toContain('"steps"');
    expect(sent.response_format.type).toBe("json_schema");
    expect(sent.response_format.json_schema.schema).toMatchObject({ required: ["title", "steps"] });
  });

  it.each([
    ["in a fence", `Here you are:\n\`\`\`json\n${JSON.stringify(GOOD)}\n\`\`\``],
    ["between words", `Sure! ${JSON.stringify(GOOD)} I hope that helps.`],
    ["after thinking aloud", `<think>{"title": 1}</think>${JSON.stringify(GOOD)}`],
  ])("T1: is found %s", async (_where, text) => {
    expect(await ask(await upstreamOf(says(text)))).toEqual({ kind: "made", value: GOOD });
  });

  it.each([
    ["was not JSON", "I would rather not.", /not JSON/u],
    ["was empty brackets", "{}", /title/u],
    ["lacks a field", { title: "A" }, /steps/u],
    ["is out of bounds", { title: "A", steps: ["a", "b", "c", "d"] }, /steps/u],
    ["breaks a rule", SOUR, /dismissal/u],
  ])("T2: is asked for once more when it %s, and the model hears why", async (_what, bad, why) => {
    const upstream = await upstreamOf(inTurn(says(bad), says(GOOD)));
    expect(await ask(upstream)).toEqual({ kind: "made", value: GOOD });
    expect(upstream.requests).toHaveLength(2);
    const sent = JSON.parse(upstream.requests[1]?.body ?? "") as { messages: { content: string }[] };
    expect(sent.messages.at(-1)?.content).toMatch(why);
  });

  it("T3: is given up after the second time, and the outcome says why and repeats nothing", async () => {
    const upstream = await upstreamOf(inTurn(says("secret words"), says({ title: "secret", steps: [] })));
    const answer = await ask(upstream);
    expect(answer).toMatchObject({ kind: "unusable" });
    expect(JSON.stringify(answer)).not.toContain("secret");
    expect(await ask(await upstreamOf(says(SOUR)))).toEqual({ kind: "unsafe", rules: ["dismissal"] });
  });

  it.each(['{"', "```\n", "~~~\n", "[", '"'])(
    "T4: hides nothing from the check behind %j",
    async (prefix) => {
      const hidden = { title: "A", steps: [`${prefix}Just calm down and get over it.`] };
      expect(await ask(await upstreamOf(says(hidden)))).toMatchObject({ kind: "unsafe" });
    },
  );

  it("T5: is never asked for when what the person wrote speaks of danger, or while the session remembers some", async () => {
    const upstream = await upstreamOf(says(GOOD));
    const turns = [{ role: "person", text: "I want to kill myself." }] as const;
    expect(await ask(upstream, { turns })).toMatchObject({ kind: "risk", judgement: { level: "active" } });
    const latch = {
      level: "passive",
      about: "self",
      reason: "said before",
      sinceMs: 1,
      safeAnswers: 0,
    } as const;
    expect(await ask(upstream, { latch })).toMatchObject({ kind: "risk", judgement: { level: "passive" } });
    expect(await ask(upstream, { model: undefined, turns })).toMatchObject({ kind: "risk" });
    expect(upstream.requests).toHaveLength(0);
    expect(await ask(upstream, { latch: INITIAL_RISK_LATCH })).toMatchObject({ kind: "made" });
  });

  it("T6: has its own outcome where no model is connected, and where nothing that a person wrote is sent", async () => {
    const upstream = await upstreamOf(says(GOOD));
    expect(await ask(upstream, { model: undefined })).toEqual({ kind: "no-model" });
    expect(await ask(upstream, { turns: [] })).toMatchObject({ kind: "made" });
  });

  it.each([
    ["refuses the key", { kind: "status", status: 401 }, "key-refused"],
    ["hangs", { kind: "hang" }, "silent"],
    ["drops", { kind: "drop", text: '{"title":' }, "dropped"],
  ] as const)("T7: says so when the model %s, and asks no second time", async (_what, script, trouble) => {
    const upstream = await upstreamOf(script);
    const model = modelAt(upstream, script.kind === "hang" ? 300 : undefined);
    expect(await ask(upstream, { model })).toMatchObject({ kind: "model-trouble", trouble });
    expect(upstream.requests).toHaveLength(1);
  });

  it("T8: is asked for in words alone where a server does not know JSON Schema", async () => {
    const upstream = await upstreamOf(({ body }) =>
      body.includes("response_format") ? { kind: "status", status: 400 } : says(GOOD),
    );
    expect(await ask(upstream)).toEqual({ kind: "made", value: GOOD });
  });

  it("T9: ends with the caller's own reason when it is aborted", async () => {
    const upstream = await upstreamOf({ kind: "hang" });
    const controller = new AbortController();
    const model = openLanguageModel({ baseUrl: upstream.url, model: "m", fetch });
    const asking = ask(upstream, { model, signal: controller.signal });
    await upstream.waitForRequests(1);
    controller.abort();
    await expect(asking).rejects.toMatchObject({ name: "AbortError" });
  });
});
