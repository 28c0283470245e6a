import type { Estimate } from "@openempathic/affect";
import type { MessageEntry } from "@openempathic/experiences";
import { describe, expect, it } from "vitest";
import { correctionLabel } from "./correction-label.ts";

function messageWith(part: Partial<Estimate>): MessageEntry {
  const estimate: Estimate = {
    schema: "open-empathic/estimate/1",
    modality: "text",
    likelihood: {},
    dimensions: {},
    abstained: null,
    evidence: [],
    source: { kind: "model", id: "a-model", version: "1.0.0" },
    ...part,
  };
  return { kind: "message", seq: 3, atMs: 0, text: "Well.", estimate };
}

describe("correctionLabel", () => {
  it("contradicts where something was guessed", () =>
    expect(correctionLabel(messageWith({ likelihood: { Sadness: 0.8 } }))).toBe("conversation.notHowIFeel"));

  it("does not contradict where nothing was guessed", () => {
    const unread = messageWith({ abstained: { reason: "language", detail: "" } });
    expect(correctionLabel(unread)).toBe("conversation.sayIt");
    expect(correctionLabel(messageWith({ likelihood: { Sadness: 0.02 } }))).toBe("conversation.sayIt");
    expect(correctionLabel(undefined)).toBe("conversation.sayIt");
  });

  it("contradicts what the person said before, where they want to take that back", () => {
    const said = { ...messageWith({}), selfReport: { atMs: 0, likelihood: { Anger: 1 } } };
    expect(correctionLabel(said)).toBe("conversation.notHowIFeel");
  });
});
