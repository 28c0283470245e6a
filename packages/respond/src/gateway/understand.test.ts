import { abstain } from "@openempathic/affect";
import { describe, expect, it } from "vitest";
import { openUnderstander } from "./understand.ts";

const source = { kind: "service", id: "test", version: "1" } as const;
const nothing = abstain({ modality: "text", reason: "out-of-domain", detail: "A test.", source });

describe("understanding a long conversation", () => {
  it("lets others have their turn in between", async () => {
    const understander = openUnderstander({
      perceive: (texts) => Promise.resolve(texts.map(() => nothing)),
      digest: (text) => text,
    });
    let turnsOfOthers = 0;
    const others = setInterval(() => (turnsOfOthers += 1), 0);
    const turns = Array.from({ length: 80 }, (_, index) => ({
      role: "person" as const,
      text: `The weather was fine on day ${index}.`,
    }));
    const { judgement } = await understander.understand({ turns, signals: [], session: undefined, atMs: 0 });
    clearInterval(others);
    expect(judgement?.level).toBe("none");
    // 80 messages, eight at a time.
    expect(turnsOfOthers).toBeGreaterThanOrEqual(8);
  });
});
