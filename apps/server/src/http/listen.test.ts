import { once } from "node:events";
import { Agent, request } from "node:http";
import type { IncomingMessage } from "node:http";
import { connect } from "node:net";
import type { Socket } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { createLog } from "./log.ts";
import type { EffectMeans } from "../experiences/effect-means.ts";
import { openPlayLines } from "../play-line/open-play-lines.ts";
import { listen } from "./listen.ts";
import type { Fetch, Listening, TakeUpgrade } from "./listen.ts";

const opened: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
});

async function listening(fetch: Fetch, take: TakeUpgrade): Promise<Listening> {
  const server = await listen({ host: "127.0.0.1", port: 0 }, Promise.resolve(fetch), Promise.resolve(take));
  opened.push(() => server.close());
  return server;
}

/** Says what came. */
const echo: Fetch = async (asked) =>
  Response.json({
    method: asked.method,
    path: new URL(asked.url).pathname,
    upgrade: asked.headers.get("upgrade"),
    kept: asked.headers.get("x-kept"),
    body: (await asked.text()).length,
  });

/** A connection that never closes its own side. */
async function stubborn(port: number, lines: readonly string[]): Promise<Socket> {
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  opened.push(() => void socket.destroy());
  socket.on("error", () => undefined);
  await once(socket, "connect");
  socket.write([...lines, "", ""].join("\r\n"));
  return socket;
}

const WEB_SOCKET = [
  "GET /api/play/line HTTP/1.1",
  "Host: localhost",
  "Connection: Upgrade",
  "Upgrade: websocket",
  "Sec-WebSocket-Version: 13",
  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
];

describe("a request that asks for another protocol", () => {
  it("is served as it came when that is HTTP/2, with its body, and so is the next on the connection", async () => {
    const upgrades: IncomingMessage[] = [];
    const { port } = await listening(echo, (incoming) => void upgrades.push(incoming));
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    opened.push(() => agent.destroy());
    const locals: (number | undefined)[] = [];
    // As Java's java.net.http.HttpClient asks, and with more than goes into one packet.
    const ask = async (path: string, length: number) => {
      const asked = request({
        port,
        path,
        agent,
        method: "POST",
        headers: {
          connection: "Upgrade, HTTP2-Settings",
          upgrade: "h2c",
          "http2-settings": "AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA",
          "x-kept": "Grüße",
          "content-length": String(length),
        },
      });
      asked.end(Buffer.alloc(length, "x"));
      const [answer] = (await once(asked, "response")) as [IncomingMessage];
      locals.push(answer.socket.localPort);
      return { status: answer.statusCode, said: JSON.parse(await text(answer)) as unknown };
    };
    const told = (path: string, body: number) => ({
      status: 200,
      said: { method: "POST", path, upgrade: null, kept: "Grüße", body },
    });
    expect(await ask("/one", 300_000)).toEqual(told("/one", 300_000));
    expect(await ask("/two", 3)).toEqual(told("/two", 3));
    expect(upgrades).toEqual([]);
    expect(new Set(locals).size).toBe(1);
  });

  it("is handed over when that is WebSocket", async () => {
    const upgrades: string[] = [];
    const { port } = await listening(echo, (incoming, stream) => {
      upgrades.push(incoming.url ?? "");
      stream.end("HTTP/1.1 400 No\r\ncontent-length: 0\r\n\r\n");
    });
    const socket = await stubborn(port, WEB_SOCKET);
    await once(socket, "data");
    expect(upgrades).toEqual(["/api/play/line"]);
  });
});

describe("closing the port", () => {
  it("hangs up on whoever was upgraded and does not hang up themselves", async () => {
    let taken: (() => void) | undefined;
    const isTaken = new Promise<void>((resolve) => (taken = resolve));
    const server = await listening(echo, () => taken?.());
    await stubborn(server.port, WEB_SOCKET);
    await isTaken;
    await server.close();
  });

  it("hangs up on whoever asks for a line before the server is ready", async () => {
    const never = new Promise<never>(() => undefined);
    const server = await listen({ host: "127.0.0.1", port: 0 }, never, never);
    const socket = await stubborn(server.port, WEB_SOCKET);
    const hungUp = once(socket, "end");
    socket.resume();
    await server.close();
    await hungUp;
  });

  it("is not held by a line that was refused: its connection is gone at once", async () => {
    const closing = new AbortController();
    const take = openPlayLines({
      app: () => new Response(null, { status: 401 }),
      // Nobody is let in, so that nothing is ever perceived.
      means: { now: () => 0 } as EffectMeans,
      log: createLog(
        () => undefined,
        () => 0,
      ),
      closing: closing.signal,
    });
    opened.push(() => closing.abort());
    const { port } = await listening(echo, take);
    const socket = await stubborn(port, WEB_SOCKET);
    const [answer] = (await once(socket, "data")) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 401 /u);
    const broken = new Promise<NodeJS.ErrnoException>((resolve) => socket.once("error", resolve));
    const writing = setInterval(() => socket.write("still there?"), 20);
    opened.push(() => clearInterval(writing));
    expect((await broken).code).toMatch(/ECONNRESET|EPIPE/u);
  });
});
