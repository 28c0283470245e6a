import { describe, expect, it } from "vitest";
import { isSameAct } from "./same-act.ts";

describe("isSameAct", () => {
  const act = { kind: "self-reported", likelihood: { Sadness: 1, Anger: 0 }, words: "so" };

  it("knows an act again that came back with a stamp and its fields in another order", () => {
    const stored = {
      seq: 4,
      atMs: 9,
      words: "so",
      likelihood: { Anger: 0, Sadness: 1 },
      kind: "self-reported",
    };
    expect(isSameAct(act, stored)).toBe(true);
  });

  it.each([
    ["another kind", { ...act, kind: "message" }],
    ["other words", { ...act, words: "So" }],
    ["a field less", { kind: "self-reported", words: "so" }],
    ["one more inside", { ...act, likelihood: { Sadness: 1, Anger: 0, Fear: 1 } }],
    ["a list instead", { ...act, likelihood: [1, 0] }],
  ])("tells it from %s", (_what, other) => {
    expect(isSameAct(act, { seq: 4, atMs: 9, ...other })).toBe(false);
  });
});
