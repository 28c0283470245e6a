import { INITIAL_RISK_LATCH } from "@openempathic/govern";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { openLanguageModel } from "../model/open-language-model.ts";
import { startScriptedUpstream } from "../testing/index.ts";
import type { ScriptedUpstream, UpstreamAnswer, UpstreamScript } from "../testing/index.ts";
import type { AnswerDone, AnswerEvent, AnswerRequest } from "./answer-event.ts";
import { answer } from "./answer.ts";

// Loaded before the clock of the first test runs: on a busy machine that alone takes seconds.
beforeAll(async () => {
  await Promise.all([import("ai"), import("@ai-sdk/openai-compatible")]);
}, 60_000);

// The default of five seconds is too short for a machine that does much else.
vi.setConfig({ testTimeout: 30_000 });

const opened: ScriptedUpstream[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((upstream) => upstream.close()));
});

const REPLY = "That sounds like a long day. What was the hardest part of it?";

async function upstreamOf(script: UpstreamScript): Promise<ScriptedUpstream> {
  const upstream = await startScriptedUpstream(script);
  opened.push(upstream);
  return upstream;
}

// Silence is short only where it is the matter: a busy machine is silent for longer.
const modelAt = ({ url }: ScriptedUpstream, silenceLimitMs = 20_000) =>
  openLanguageModel({ baseUrl: url, model: "m", fetch, silenceLimitMs });

async function events(text: string, more: Partial<AnswerRequest> = {}): Promise<AnswerEvent[]> {
  const all: AnswerEvent[] = [];
  const request: AnswerRequest = {
    turns: [{ role: "person", text }],
    state: { categories: {}, dimensions: {} },
    latch: INITIAL_RISK_LATCH,
    language: "en",
    atMs: 1_700_000_000_000,
    ...more,
  };
  for await (const event of answer(request)) all.push(event);
  return all;
}

function done(all: readonly AnswerEvent[]): AnswerDone {
  const last = all.at(-1);
  if (last?.kind !== "done") throw new Error("did not end with the whole reply");
  return last;
}

const parts = (all: readonly AnswerEvent[]): string =>
  all.flatMap((event) => (event.kind === "part" ? [event.text] : [])).join("");

const DAY = "My day was long and I am tired.";
const CRISIS = "I want to kill myself.";

describe("an answer", () => {
  it("A1: says the risk first, then the plan, then its words, and ends with the whole", async () => {
    const all = await events(DAY, { model: modelAt(await upstreamOf({ kind: "text", text: REPLY })) });
    expect(all.slice(0, 2).map(({ kind }) => kind)).toEqual(["risk", "plan"]);
    expect(done(all)).toMatchObject({
      text: REPLY,
      by: "language-model",
      checks: { sentences: 2, findings: [] },
    });
    expect(done(all).modelTrouble).toBeUndefined();
    expect(parts(all)).toBe(REPLY);
    expect(all.filter(({ kind }) => kind === "part")).toHaveLength(2);
  });

  it("A2: is the crisis script at once, and no model is asked, for the writer and for somebody else", async () => {
    const upstream = await upstreamOf({ kind: "text", text: REPLY });
    const own = await events(CRISIS, { model: modelAt(upstream), country: "GB" });
    expect(done(own)).toMatchObject({ by: "crisis-script" });
    expect(
      done(own)
        .resources.map(({ contact }) => contact)
        .join(),
    ).toContain("116 123");
    expect(parts(own)).toBe(done(own).text);
    const friend = await events("My friend just told me he is going to kill himself tonight.", {
      model: modelAt(upstream),
    });
    expect(done(friend).by).toBe("crisis-script");
    expect(upstream.requests).toHaveLength(0);
  });

  it("A2: stays the crisis script while the latch holds", async () => {
    const [risk] = await events(CRISIS);
    if (risk?.kind !== "risk") throw new Error("did not begin with the risk");
    const next = await events("Anyway, how is the weather?", { latch: risk.latch });
    expect(done(next).by).toBe("crisis-script");
  });

  it("A3: takes a judgement that was made before, and does not latch the message twice", async () => {
    const judgement = { level: "none", about: null, reason: "" } as const;
    const latch = { level: "concern", about: "self", reason: "r", sinceMs: 1, safeAnswers: 0 } as const;
    const [risk] = await events(CRISIS, { judgement, latch });
    expect(risk).toEqual({ kind: "risk", judgement, latch });
  });

  it("A4: is the built-in listener's where there is no model, and its words are checked too", async () => {
    const all = await events(DAY);
    expect(done(all).by).toBe("listener");
    expect(done(all).text.length).toBeGreaterThan(10);
    expect(parts(all)).toBe(done(all).text);
    expect(done(all).checks.findings).toEqual([]);
  });

  const troubles: readonly (readonly [string, UpstreamAnswer, RegExp])[] = [
    ["refuses the key", { kind: "status", status: 401 }, /refused the API key/u],
    ["refuses more requests", { kind: "status", status: 429 }, /refusing more requests/u],
    ["hangs", { kind: "hang" }, /did not answer in time/u],
    ["talks nonsense", { kind: "raw", body: "<p>", contentType: "text/html" }, /wire|empty/u],
    ["drops before its first sentence ends", { kind: "drop", text: "That sounds" }, /broke off/u],
  ];
  it.each(troubles)(
    "A5: is the listener's when the model %s, and says so",
    async (...[, script, sentence]) => {
      const silenceLimitMs = script.kind === "hang" ? 300 : undefined;
      const all = await events(DAY, { model: modelAt(await upstreamOf(script), silenceLimitMs) });
      expect(done(all).by).toBe("listener");
      expect(done(all).modelTrouble).toMatch(sentence);
      expect(parts(all)).toBe(done(all).text);
      expect(parts(all)).not.toContain("That sounds like a long day");
    },
  );

  it("A5: keeps what was shown when the model drops in the middle, and ends there", async () => {
    const upstream = await upstreamOf({ kind: "drop", text: "That sounds like a long day. What was the" });
    const all = await events(DAY, { model: modelAt(upstream) });
    expect(done(all).by).toBe("language-model");
    expect(done(all).text.trim()).toBe("That sounds like a long day.");
    expect(done(all).modelTrouble).toMatch(/broke off/u);
    expect(parts(all)).toBe(done(all).text);
  });

  it("A6: has a sentence that breaks a rule worded anew once, then replaced", async () => {
    const sour = "Thank you for telling me. Just calm down and get over it.";
    const better = await upstreamOf((_request, index) => ({
      kind: "text",
      text: index === 0 ? sour : "That sounds like it was a lot.",
    }));
    const mended = await events(DAY, { model: modelAt(better) });
    expect(done(mended).text).toContain("That sounds like it was a lot.");
    expect(done(mended).checks.findings.map(({ outcome }) => outcome)).toEqual(["regenerated"]);
    const stubborn = await upstreamOf({ kind: "text", text: sour });
    const replaced = await events(DAY, { model: modelAt(stubborn) });
    expect(done(replaced).text).not.toMatch(/calm down|get over it/u);
    expect(done(replaced).checks.findings.map(({ outcome }) => outcome)).toEqual(["replaced"]);
  });

  const concern = { level: "concern", about: "self", reason: "r" } as const;
  const atConcern = {
    judgement: concern,
    latch: { ...concern, sinceMs: 1, safeAnswers: 0 },
  } as const;

  it("A7: lets the model raise a concern to a crisis", async () => {
    const upstream = await upstreamOf({ kind: "text", text: '{"level":"active"}' });
    const all = await events("I can't go on like this.", { ...atConcern, model: modelAt(upstream) });
    expect(all.filter(({ kind }) => kind === "risk")).toHaveLength(2);
    expect(all[1]).toMatchObject({ kind: "risk", latch: { level: "active", about: "self" } });
    expect(done(all).by).toBe("crisis-script");
  });

  it.each(['{"level":"none"}', "I cannot say."])("A7: never lets it lower one (%s)", async (opinion) => {
    const upstream = await upstreamOf((_request, index) => ({
      kind: "text",
      text: index === 0 ? opinion : REPLY,
    }));
    const all = await events("I can't go on like this.", { ...atConcern, model: modelAt(upstream) });
    expect(all.filter(({ kind }) => kind === "risk")).toHaveLength(1);
    expect(all[1]).toMatchObject({ kind: "plan", plan: { risk: "concern" } });
    expect(done(all).by).toBe("language-model");
  });

  it.each([
    ["What happened after that? Sleep well, and take care.", /^Sleep well, and take care\.$/u],
    ["What will you do now? And who will be there?", /^Goodbye, and take care\./u],
    ["Good night. It was good to hear about your day.", /^Good night\. It was good to hear/u],
  ])("A9: lets a person go in one turn, whatever the model asks (%s)", async (words, said) => {
    const upstream = await upstreamOf({ kind: "text", text: words });
    const turns = [
      { role: "person", text: DAY },
      { role: "assistant", text: REPLY },
      { role: "person", text: "Thank you. I have to go now, bye!" },
    ] as const;
    const all = await events("", { turns, model: modelAt(upstream) });
    expect(done(all)).toMatchObject({ by: "language-model" });
    expect(done(all).text.trim()).toMatch(said);
    expect(parts(all)).not.toContain("?");
    expect(upstream.requests[0]?.body).toContain("saying goodbye");
  });

  it("A9: still asks somebody whose goodbye is worrying", async () => {
    const upstream = await upstreamOf((_request, index) => ({
      kind: "text",
      text: index === 0 ? '{"level":"none"}' : "Are you thinking about not wanting to be alive?",
    }));
    const all = await events("I can't go on like this. Bye.", { ...atConcern, model: modelAt(upstream) });
    expect(done(all).text).toContain("?");
  });

  it("A8: ends with the caller's own reason when it is aborted, and the model's server is let go", async () => {
    const upstream = await upstreamOf({ kind: "hang" });
    const controller = new AbortController();
    const model = openLanguageModel({ baseUrl: upstream.url, model: "m", fetch });
    const answering = events(DAY, { model, signal: controller.signal });
    await upstream.waitForRequests(1);
    controller.abort();
    await expect(answering).rejects.toMatchObject({ name: "AbortError" });
    await upstream.waitForAborts(1);
  });
});
