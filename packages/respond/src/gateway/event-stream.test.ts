import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventSplitter, eventText } from "./event-stream.ts";
import type { StreamEvent } from "./event-stream.ts";

function eventsOf(pieces: readonly string[]): readonly StreamEvent[] {
  const splitter = new EventSplitter();
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
}

describe("reading server-sent events", () => {
  it("loses no byte and finds the same data however the stream is cut", () => {
    const line = fc.stringMatching(/^[^\r\n]*$/u);
    fc.assert(
      fc.property(fc.array(line), fc.array(fc.nat(40)), fc.constantFrom("\n", "\r\n"), (lines, cuts, end) => {
        const text = lines.map((data) => `data: ${data}${end}${end}`).join("");
        const pieces: string[] = [];
        let at = 0;
        for (const cut of cuts) {
          pieces.push(text.slice(at, at + cut));
          at += cut;
        }
        pieces.push(text.slice(at));
        const events = eventsOf(pieces);
        expect(events.map((event) => event.raw).join("")).toBe(text);
        expect(events.map((event) => event.data)).toEqual(lines);
      }),
    );
  });

  it("keeps comments as blocks without data, and joins data lines", () => {
    const events = eventsOf([": still here\n\n", "event: x\ndata: a\ndata:b\n\n", "data: [DONE]"]);
    expect(events.map((event) => event.data)).toEqual([undefined, "a\nb", "[DONE]"]);
    expect(eventText("a")).toBe("data: a\n\n");
  });
});
