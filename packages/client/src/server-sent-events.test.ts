import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { serverSentMessages } from "./server-sent-events.ts";
import type { ServerSentMessage } from "./server-sent-events.ts";

function bodyOf(bytes: Uint8Array, cuts: readonly number[] = []): ReadableStream<Uint8Array> {
  const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return new ReadableStream({
    start(controller) {
      edges.slice(1).forEach((end, index) => controller.enqueue(bytes.slice(edges[index], end)));
      controller.close();
    },
  });
}

async function read(text: string, cuts: readonly number[] = []): Promise<(ServerSentMessage | undefined)[]> {
  const messages: (ServerSentMessage | undefined)[] = [];
  for await (const message of serverSentMessages(bodyOf(new TextEncoder().encode(text), cuts)))
    messages.push(message);
  return messages;
}

// The first four streams are the examples of WHATWG HTML, section "Interpreting an event stream".
describe("serverSentMessages", () => {
  it("joins the lines of one message", async () => {
    expect(await read("data: YHOO\ndata: +2\ndata: 10\n\n")).toEqual([{ data: "YHOO\n+2\n10" }]);
  });

  it("keeps ids, and gives comments as signs of life", async () => {
    const text =
      ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n";
    expect(await read(text)).toEqual([
      undefined,
      { id: "1", data: "first event" },
      { id: "", data: "second event" },
      { id: "", data: " third event" },
    ]);
  });

  it("drops a message that the end of the stream cut off", async () => {
    expect(await read("data\n\ndata\ndata\n\ndata:")).toEqual([{ data: "" }, { data: "\n" }]);
  });

  it("treats a missing space after the colon like one", async () => {
    expect(await read("data:test\n\ndata: test\n\n")).toEqual([{ data: "test" }, { data: "test" }]);
  });

  it("takes every kind of line end and drops a byte order mark", async () => {
    expect(await read("\uFEFFdata: a\r\n\r\ndata: b\r\rdata: c\n\n")).toEqual([
      { data: "a" },
      { data: "b" },
      { data: "c" },
    ]);
  });

  it("reads the same however the bytes are cut", async () => {
    const text = 'id: 1\r\ndata: {"text":"so 😔 müde"}\r\n\r\n: beat\n\nid: 2\ndata: b\n\n';
    const whole = await read(text);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(200), { maxLength: 12 }), async (cuts) => {
        expect(await read(text, cuts)).toEqual(whole);
      }),
    );
  });
});
