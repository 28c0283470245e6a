import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkedChunks } from "./checked-chunks.ts";
import type { EmpathyReport } from "./empathy-report.ts";
import type { CheckedPart, ReplyCheck } from "../checking/reply-check.ts";

const empathy: EmpathyReport = {
  state: { likelihood: { Sadness: 0.5 }, dimensions: {} },
  need: "heard",
  strategy: "restatement",
  risk: { level: "none", about: null, reason: "" },
  checks: null,
};

/** A stand-in for the rules: holds each word until the next begins, and exchanges sentences that say "bad". */
function exchangingBad(): ReplyCheck {
  let held = "";
  return {
    push: (text) => {
      held += text;
      const end = held.lastIndexOf(" ");
      if (end < 0) return [];
      const words = held.slice(0, end);
      held = held.slice(end);
      return Promise.resolve([...exchanged(words)]);
    },
    end: () => (held === "" ? [] : [...exchanged(held)]),
  };
}

function* exchanged(text: string): Generator<CheckedPart> {
  if (!text.includes("bad")) {
    yield { kind: "text", text };
    return;
  }
  yield { kind: "finding", finding: { rule: "dismissal", text: "bad", outcome: "replaced" } };
  yield { kind: "text", text: text.replaceAll("bad", "kind") };
}

interface Chunk {
  choices?: {
    index: number;
    delta: { content?: string; tool_calls?: unknown };
    finish_reason: string | null;
    logprobs?: unknown;
  }[];
  empathy?: Partial<EmpathyReport>;
  error?: { code: string };
}

const chunkOf = (delta: object, more: object = {}): string =>
  `data: ${JSON.stringify({ id: "c1", object: "chat.completion.chunk", created: 1, model: "m", choices: [{ index: 0, delta, finish_reason: null, ...more }] })}\n\n`;
const DONE = "data: [DONE]\n\n";
const FINISH = chunkOf({}, { finish_reason: "stop" });

async function sent(
  raw: readonly string[],
  check: typeof exchangingBad | null = exchangingBad,
): Promise<string[]> {
  async function* upstream(): AsyncGenerator<string> {
    for (const piece of raw) yield await Promise.resolve(piece);
  }
  let text = "";
  const openCheck = check === null ? undefined : () => check;
  for await (const piece of checkedChunks(upstream(), { openCheck, empathy })) text += piece;
  return text.split(/(?<=\n\n)/u);
}

function chunksIn(events: readonly string[]): Chunk[] {
  return events
    .filter((event) => event.startsWith("data: {"))
    .map((event) => JSON.parse(event.slice("data: ".length)) as Chunk);
}

function wordsIn(events: readonly string[], index = 0): string {
  return chunksIn(events)
    .flatMap((chunk) => chunk.choices ?? [])
    .filter((choice) => choice.index === index)
    .map((choice) => choice.delta.content ?? "")
    .join("");
}

describe("a streamed reply on its way through the check", () => {
  it("G7: goes out byte for byte but for `empathy` on the first and the finishing chunk", async () => {
    const raw = [
      ": hello\n\n",
      chunkOf({ role: "assistant", content: "" }),
      chunkOf({ content: "All" }, { logprobs: { content: [{ token: "All", logprob: -1 }] }, seed: 1 }),
      chunkOf({ content: " is" }).replace('"created":1', '"created":1.0,"big":12345678901234567890'),
      chunkOf({ content: " well." }),
      FINISH,
      'data: {"id":"c1","choices":[],"usage":{"total_tokens":3}}\n\n',
      DONE,
    ];
    const events = await sent(raw);
    expect(events[0]).toBe(raw[0]);
    expect(chunksIn(events)[0]?.empathy).toEqual(empathy);
    expect(events.slice(2, 5)).toEqual(raw.slice(2, 5));
    expect(chunksIn(events)[4]?.empathy).toEqual({ checks: { sentences: 1, findings: [] } });
    expect(events.slice(6)).toEqual(raw.slice(6));
  });

  it("G7: keeps every character of words that break no rule, however they are cut", async () => {
    const word = fc.stringMatching(/^[a-c .,!\n]{0,6}$/u);
    await fc.assert(
      fc.asyncProperty(fc.array(word), async (tokens) => {
        const events = await sent([...tokens.map((content) => chunkOf({ content })), FINISH, DONE]);
        expect(wordsIn(events)).toBe(tokens.join(""));
        expect(events.at(-1)).toBe(DONE);
      }),
    );
  });

  it("G8: sends other words in chunks of the same envelope from the first change on, without their log-probabilities", async () => {
    const logprobs = { content: [] };
    const raw = ["This", " is", " bad", " and", " long."].map((content) =>
      chunkOf({ content }, { logprobs }),
    );
    const events = await sent([...raw, FINISH, DONE]);
    expect(wordsIn(events)).toBe("This is kind and long.");
    const reworded = chunksIn(events).find((chunk) => chunk.choices?.[0]?.delta.content?.includes("kind"));
    expect(reworded).toMatchObject({ id: "c1", model: "m", choices: [{ logprobs: null }] });
    expect(chunksIn(events).at(-1)?.empathy?.checks).toEqual({
      sentences: 1,
      findings: [{ rule: "dismissal", text: "bad", outcome: "replaced" }],
    });
  });

  it("G8: checks each choice by itself when there are several", async () => {
    const both = (content: string): string =>
      `data: ${JSON.stringify({ id: "c1", choices: [0, 1].map((index) => ({ index, delta: { content: index === 0 ? content : content.replace("good", "bad") }, finish_reason: null })) })}\n\n`;
    const end = (index: number): string =>
      `data: ${JSON.stringify({ id: "c1", choices: [{ index, delta: {}, finish_reason: "stop" }] })}\n\n`;
    const events = await sent([both("All"), both(" is"), both(" good"), both(" now."), end(0), end(1), DONE]);
    expect(wordsIn(events, 0)).toBe("All is good now.");
    expect(wordsIn(events, 1)).toBe("All is kind now.");
  });

  it("G9: hands tool calls on as they are, after the words before them", async () => {
    const call = chunkOf({ tool_calls: [{ index: 0, id: "t", function: { name: "bad", arguments: "{}" } }] });
    const events = await sent([chunkOf({ content: "One moment" }), call, FINISH, DONE]);
    expect(wordsIn(events)).toBe("One moment");
    expect(events.indexOf(call)).toBe(events.length - 3);
  });

  it("G9: leaves a reply that is for a program alone", async () => {
    const raw = [chunkOf({ content: '{"mood":"bad"}' }), FINISH, DONE];
    const events = await sent(raw, null);
    expect(wordsIn(events)).toBe('{"mood":"bad"}');
    expect(events.slice(1)).toEqual(raw.slice(1));
  });

  it("G9: takes last words and the end from one chunk", async () => {
    const events = await sent([chunkOf({ content: "This is bad" }, { finish_reason: "stop" }), DONE]);
    expect(wordsIn(events)).toBe("This is kind");
    expect(chunksIn(events)[0]?.empathy?.need).toBe("heard");
    const last = chunksIn(events).at(-1);
    expect(last?.choices?.[0]?.finish_reason).toBe("stop");
    expect(last?.empathy?.checks?.findings).toHaveLength(1);
  });

  it("G12: ends a broken stream with what was said and an error object, and no [DONE]", async () => {
    const events = await sent([chunkOf({ content: "I hear" }), chunkOf({ content: " you" })]);
    expect(wordsIn(events)).toBe("I hear you");
    expect(chunksIn(events).at(-1)?.error?.code).toBe("upstream_dropped");
    expect(events).not.toContain(DONE);
  });

  it.each([
    "data: {oops\n\n",
    "data: 17\n\n",
    'data: {"choices":[{"delta":{"content":7}}]}\n\n',
    'data: {"choices":7}\n\n',
  ])("G12: ends with an error object where the upstream sends %j", async (garbage) => {
    const events = await sent([chunkOf({ content: "I hear" }), garbage, FINISH, DONE]);
    expect(wordsIn(events)).toBe("I hear");
    expect(chunksIn(events).at(-1)?.error?.code).toBe("upstream_invalid_response");
  });

  it("G12: hands the upstream's own error object on", async () => {
    const error = 'data: {"error":{"message":"overloaded","code":"overloaded"}}\n\n';
    const events = await sent([chunkOf({ content: "I hear" }), error]);
    expect(events.at(-1)).toBe(error);
    expect(wordsIn(events)).toBe("I hear");
  });
});
