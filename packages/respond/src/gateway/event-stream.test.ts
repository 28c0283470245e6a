import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventText, readEvents } from "./event-stream.ts";
import type { StreamEvent } from "./event-stream.ts";

async function eventsOf(pieces: readonly string[]): Promise<StreamEvent[]> {
  const events: StreamEvent[] = [];
  for await (const event of readEvents(streamOf(pieces))) events.push(event);
  return events;
}

async function* streamOf(pieces: readonly string[]): AsyncGenerator<string> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

describe("reading server-sent events", () => {
  it("loses no byte and finds the same data however the stream is cut", async () => {
    const line = fc.stringMatching(/^[^\r\n]*$/u);
    await fc.assert(
      fc.asyncProperty(
        fc.array(line),
        fc.array(fc.nat(40)),
        fc.constantFrom("\n", "\r\n"),
        async (lines, cuts, end) => {
          const text = lines.map((data) => `data: ${data}${end}${end}`).join("");
          const pieces: string[] = [];
          let at = 0;
          for (const cut of cuts) {
            pieces.push(text.slice(at, at + cut));
            at += cut;
          }
          pieces.push(text.slice(at));
          const events = await eventsOf(pieces);
          expect(events.map((event) => event.raw).join("")).toBe(text);
          expect(events.map((event) => event.data)).toEqual(lines);
        },
      ),
    );
  });

  it("keeps comments as blocks without data, and joins data lines", async () => {
    const events = await eventsOf([": still here\n\n", "event: x\ndata: a\ndata:b\n\n", "data: [DONE]"]);
    expect(events.map((event) => event.data)).toEqual([undefined, "a\nb", "[DONE]"]);
    expect(eventText("a")).toBe("data: a\n\n");
  });
});
