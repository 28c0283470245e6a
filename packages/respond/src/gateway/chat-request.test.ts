import { describe, expect, it } from "vitest";
import { MAX_MESSAGES, parseChatRequest } from "./chat-request.ts";
import { GatewayRefusal } from "./gateway-refusal.ts";

function refusalOf(body: unknown): GatewayRefusal {
  try {
    parseChatRequest(typeof body === "string" ? body : JSON.stringify(body));
  } catch (error) {
    if (error instanceof GatewayRefusal) return error;
    throw error;
  }
  throw new Error("was taken for a sound request");
}

const user = { role: "user", content: "Hello" };

describe("reading a chat request", () => {
  it("G1: finds what was said in strings and content parts, and leaves instructions, tools and pictures out", () => {
    const messages = [
      { role: "system", content: "Be Max." },
      {
        role: "user",
        content: [
          { type: "text", text: "Look:" },
          { type: "image_url", image_url: { url: "x" } },
        ],
      },
      { role: "assistant", content: null, tool_calls: [{ id: "t" }] },
      { role: "tool", tool_call_id: "t", content: "42" },
      { role: "assistant", content: "I see." },
      { role: "user", content: "Good?" },
    ];
    expect(parseChatRequest(JSON.stringify({ messages })).turns).toEqual([
      { role: "person", text: "Look:" },
      { role: "assistant", text: "I see." },
      { role: "person", text: "Good?" },
    ]);
  });

  it("G2: names the field and the purposes when a purpose is unknown", () => {
    const refusal = refusalOf({ messages: [user], empathy: { purpose: "surveillance" } });
    expect(refusal.details).toMatchObject({
      status: 400,
      wireCode: "unknown_purpose",
      param: "empathy.purpose",
    });
    expect(refusal.message).toContain("companion");
  });

  it.each([
    ["no JSON", "{oops", "invalid_json", undefined],
    ["nothing", "", "invalid_json", undefined],
    ["a list", [], "invalid_type", ""],
    ["no messages", {}, "invalid_type", "messages"],
    ["empty messages", { messages: [] }, "invalid_type", "messages"],
    ["messages that are text", { messages: "hi" }, "invalid_type", "messages"],
    ["a message that is text", { messages: ["hi"] }, "invalid_type", "messages[0]"],
    ["a role that is a number", { messages: [{ role: 1 }] }, "invalid_type", "messages[0].role"],
    [
      "content that is a number",
      { messages: [{ role: "user", content: 1 }] },
      "invalid_type",
      "messages[0].content",
    ],
    ["stream as text", { messages: [user], stream: "yes" }, "invalid_type", "stream"],
    ["empathy as text", { messages: [user], empathy: "yes" }, "invalid_type", "empathy"],
    [
      "an estimate that is none",
      { messages: [user], empathy: { signals: [{}] } },
      "invalid_estimate",
      "empathy.signals[0]",
    ],
    [
      "half a character",
      '{"messages":[{"role":"user","content":"a\\ud800"}]}',
      "invalid_unicode",
      "messages[0].content",
    ],
    [
      "too many messages",
      { messages: Array.from({ length: MAX_MESSAGES + 1 }, () => user) },
      "array_above_max_length",
      "messages",
    ],
    [
      "too long a message",
      { messages: [{ role: "user", content: "a".repeat(200_001) }] },
      "string_above_max_length",
      "messages[0].content",
    ],
  ] as const)("G2: refuses %s", (...[, body, wireCode, param]) => {
    const { details } = refusalOf(body);
    expect(details).toMatchObject({ status: 400, type: "invalid_request_error", wireCode });
    expect(details.param).toBe(param);
  });
});
