import { describe, expect, it } from "vitest";
import { openSentenceGate } from "./sentence-gate.ts";
import type { CheckedPiece } from "./sentence-gate.ts";

/** Holds words until their full stop. */
async function* bySentence(source: AsyncIterable<string>): AsyncGenerator<CheckedPiece> {
  let held = "";
  for await (const piece of source) {
    held += piece;
    const end = held.lastIndexOf(".");
    if (end < 0) continue;
    yield { kind: "text", text: held.slice(0, end + 1) };
    held = held.slice(end + 1);
  }
  if (held !== "") yield { kind: "text", text: held };
}

describe("a check that is pushed into", () => {
  it("gives after each piece exactly what may be shown then, and the rest at the end", async () => {
    const gate = openSentenceGate(bySentence);
    expect(await gate.push("One")).toEqual([]);
    expect(await gate.push(". Two. Th")).toEqual([{ kind: "text", text: "One. Two." }]);
    expect(await gate.push("ree")).toEqual([]);
    expect(await gate.end()).toEqual([{ kind: "text", text: " Three" }]);
    expect(await gate.end()).toEqual([]);
  });

  it("waits for a check that takes its time", async () => {
    const gate = openSentenceGate(async function* (source) {
      for await (const piece of source) {
        await new Promise((resolve) => setImmediate(resolve));
        yield { kind: "text", text: piece.toUpperCase() };
      }
    });
    expect(await gate.push("a")).toEqual([{ kind: "text", text: "A" }]);
    expect(await gate.push("b")).toEqual([{ kind: "text", text: "B" }]);
  });

  it("throws to the feeder what the check throws", async () => {
    // eslint-disable-next-line require-yield
    const gate = openSentenceGate(async function* (source) {
      for await (const piece of source) throw new Error(`broken by ${piece}`);
    });
    await expect(gate.push("a")).rejects.toThrow("broken by a");
  });
});
