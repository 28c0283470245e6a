import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { startScriptedUpstream } from "../testing/index.ts";
import type { ScriptedUpstream, ScriptedUpstreamOptions, UpstreamScript } from "../testing/index.ts";
import { LanguageModelUnavailableError } from "./language-model-unavailable-error.ts";
import { openLanguageModel } from "./open-language-model.ts";
import { testLanguageModel } from "./test-language-model.ts";

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

async function upstreamOf(
  script: UpstreamScript,
  options: ScriptedUpstreamOptions = {},
): Promise<ScriptedUpstream> {
  const upstream = await startScriptedUpstream(script, options);
  opened.push(upstream);
  return upstream;
}

const request = { system: "Be kind.", turns: [{ role: "person", text: "I had a long day." }] } as const;

async function heard(
  baseUrl: string,
  more: { apiKey?: string; silenceLimitMs?: number; signal?: AbortSignal } = {},
): Promise<{ pieces: string[]; error?: unknown }> {
  const { signal, ...settings } = more;
  const model = openLanguageModel({ baseUrl, model: "scripted-model", fetch, ...settings });
  const pieces: string[] = [];
  try {
    for await (const piece of model.word({ ...request, ...(signal === undefined ? {} : { signal }) })) {
      pieces.push(piece);
    }
    return { pieces };
  } catch (error) {
    return { pieces, error };
  }
}

function troubleOf(error: unknown): string {
  expect(error).toBeInstanceOf(LanguageModelUnavailableError);
  return (error as LanguageModelUnavailableError).trouble;
}

describe("a language model behind OpenAI's wire", () => {
  it("words a reply piece by piece from the system message and the conversation", async () => {
    const upstream = await upstreamOf({ kind: "text", text: "That sounds like a lot. What helped?" });
    const { pieces, error } = await heard(upstream.url, { apiKey: "secret" });
    expect(error).toBeUndefined();
    expect(pieces.join("")).toBe("That sounds like a lot. What helped?");
    expect(pieces.length).toBeGreaterThan(1);
    expect(upstream.requests[0]?.headers["authorization"]).toBe("Bearer secret");
    expect(JSON.parse(upstream.requests[0]?.body ?? "")).toMatchObject({
      model: "scripted-model",
      stream: true,
      messages: [
        { role: "system", content: "Be kind." },
        { role: "user", content: "I had a long day." },
      ],
    });
  });

  it("leaves out what a reasoning model thinks aloud", async () => {
    const upstream = await upstreamOf({ kind: "text", text: "<think>They are tired.</think>That was long." });
    expect((await heard(upstream.url)).pieces.join("").trim()).toBe("That was long.");
  });

  it("says that nothing answers where nothing listens", async () => {
    const upstream = await startScriptedUpstream({ kind: "hang" });
    await upstream.close();
    const { error } = await heard(upstream.url);
    expect(troubleOf(error)).toBe("unreachable");
    expect((error as Error).message).toContain("Is the language model running?");
  });

  it.each([
    [401, "key-refused"],
    [404, "not-found"],
    [429, "too-many-requests"],
    [500, "server-error"],
    [400, "request-refused"],
  ] as const)("takes status %i as %s and never repeats the server's words", async (status, trouble) => {
    const body = JSON.stringify({ error: { message: "sk-secret-1234", type: "x", param: null, code: null } });
    const upstream = await upstreamOf({ kind: "status", status, body });
    const { error } = await heard(upstream.url);
    expect(troubleOf(error)).toBe(trouble);
    expect(error).toMatchObject({ status });
    expect((error as Error).message).not.toContain("sk-secret");
    expect(upstream.requests).toHaveLength(1);
  });

  it("gives up on a server that stays silent, before the first word and after it", async () => {
    const hanging = await upstreamOf({ kind: "hang" });
    expect(troubleOf((await heard(hanging.url, { silenceLimitMs: 50 })).error)).toBe("silent");
    await hanging.waitForAborts(1);
    const stalling = await upstreamOf({ kind: "stall", text: "That sounds" });
    const { pieces, error } = await heard(stalling.url, { silenceLimitMs: 100 });
    expect(pieces.join("")).toBe("That sounds");
    expect(troubleOf(error)).toBe("silent");
  });

  it("keeps what was said before the connection dropped, and then says that it dropped", async () => {
    const upstream = await upstreamOf({ kind: "drop", text: "That sounds like" });
    const { pieces, error } = await heard(upstream.url);
    expect(pieces.join("")).toBe("That sounds like");
    expect(troubleOf(error)).toBe("dropped");
  });

  it.each([
    ["a web page", { kind: "raw", body: "<html>hello</html>", contentType: "text/html" }],
    ["broken events", { kind: "raw", body: "data: {not json\n\n", contentType: "text/event-stream" }],
    ["nothing", { kind: "raw", body: "", contentType: "text/event-stream" }],
  ] as const)("does not take %s for a reply", async (_name, answer) => {
    const upstream = await upstreamOf(answer);
    const { pieces, error } = await heard(upstream.url);
    expect(pieces).toEqual([]);
    expect(["garbage", "empty"]).toContain(troubleOf(error));
  });

  it("stops the server's work when the caller aborts, with the caller's own reason", async () => {
    const upstream = await upstreamOf({ kind: "hang" });
    const controller = new AbortController();
    const hearing = heard(upstream.url, { signal: controller.signal });
    await upstream.waitForRequests(1);
    controller.abort();
    expect(((await hearing).error as Error).name).toBe("AbortError");
    await upstream.waitForAborts(1);
  });

  it("gives its opinion on risk, or none when it says something else", async () => {
    const saying = async (text: string): Promise<string | undefined> => {
      const upstream = await upstreamOf({ kind: "text", text });
      return openLanguageModel({ baseUrl: upstream.url, model: "m", fetch }).rateRisk({
        turns: request.turns,
      });
    };
    expect(await saying('{"level":"active"}')).toBe("active");
    expect(await saying('{"level":"fine"}')).toBeUndefined();
    expect(await saying("I would rather not say.")).toBeUndefined();
  });
});

describe("the connection test", () => {
  const now = (): number => performance.now();

  it("lists the server's models and says how long the first word took", async () => {
    const upstream = await upstreamOf({ kind: "text", text: "Hello." }, { models: ["a", "b"] });
    const result = await testLanguageModel({ baseUrl: `${upstream.url}/`, model: "a", fetch, now });
    expect(result).toMatchObject({ ok: true, models: ["a", "b"] });
    expect(result.latencyMs).toBeGreaterThan(0);
    expect(result.detail).toMatch(/^a answered in \d+ ms\.$/u);
  });

  it("says plainly what is wrong, and which models there are", async () => {
    const upstream = await upstreamOf({ kind: "status", status: 404 }, { models: ["other"] });
    const result = await testLanguageModel({ baseUrl: upstream.url, model: "a", fetch, now });
    expect(result.ok).toBe(false);
    expect(result.detail).toContain('the model "a"');
    expect(result.detail).toContain("The server lists: other.");
  });
});
