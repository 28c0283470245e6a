import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { PlayLineAnswer } from "@openempathic/client";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { createLog } from "../http/log.ts";
import { followLine } from "./follow-line.ts";

vi.setConfig({ testTimeout: 60_000 });

let server: WebSocketServer;
beforeAll(async () => {
  server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  await once(server, "listening");
});
afterAll(() => {
  for (const socket of server.clients) socket.terminate();
  server.close();
});

const logLines: string[] = [];

/** A line whose answers are made by `take`, and both its ends. */
async function line(take: (raw: string) => Promise<PlayLineAnswer>) {
  const { port } = server.address() as AddressInfo;
  const connected = once(server, "connection");
  const game = new WebSocket(`ws://127.0.0.1:${String(port)}`);
  game.on("error", () => undefined);
  await once(game, "open");
  const [socket] = (await connected) as [WebSocket];
  const log = createLog(
    (text) => void logLines.push(text),
    () => 0,
  );
  followLine(socket, { session: { take }, signal: new AbortController().signal, log });
  return { game, socket };
}

const refused = (reason: string): PlayLineAnswer => ({ type: "refused", reason });

describe("a line that is followed", () => {
  it("answers one message after the other, in their order", async () => {
    const { game } = await line(async (raw) => {
      if (raw === "slow") await new Promise((resolve) => setImmediate(resolve));
      return refused(raw);
    });
    const answers: string[] = [];
    game.on("message", (data) => void answers.push((data as Buffer).toString()));
    for (const raw of ["slow", "quick", "slow", "last"]) game.send(raw);
    await vi.waitUntil(() => answers.length === 4, { timeout: 30_000 });
    expect(answers.map((answer) => (JSON.parse(answer) as { reason: string }).reason)).toEqual([
      "slow",
      "quick",
      "slow",
      "last",
    ]);
    game.close();
  });

  it("is closed with how many wait when it sends faster than it is answered, and what waits is left alone", async () => {
    let release: (() => void) | undefined;
    const taken: string[] = [];
    const { game } = await line(async (raw) => {
      taken.push(raw);
      await new Promise<void>((resolve) => (release = resolve));
      return refused(raw);
    });
    game.send("0");
    // A whole burst can arrive in one piece, and then none of it is taken before the goodbye.
    await vi.waitUntil(() => taken.length === 1, { timeout: 30_000 });
    for (let index = 1; index < 300; index += 1) game.send(String(index));
    const [code, reason] = (await once(game, "close")) as [number, Buffer];
    expect(code).toBe(1013);
    expect(reason.toString()).toContain("256 messages");
    release?.();
    await new Promise((resolve) => setImmediate(resolve));
    expect(taken).toEqual(["0"]);
    expect(logLines).toEqual([]);
  });

  it("answers nobody who has left, and takes nothing more of theirs", async () => {
    let release: (() => void) | undefined;
    const taken: string[] = [];
    const { game, socket } = await line(async (raw) => {
      taken.push(raw);
      await new Promise<void>((resolve) => (release = resolve));
      return refused(raw);
    });
    const send = vi.spyOn(socket, "send");
    game.send("one");
    game.send("two");
    await vi.waitUntil(() => taken.length === 1, { timeout: 30_000 });
    const closed = once(socket, "close");
    game.terminate();
    await closed;
    release?.();
    await new Promise((resolve) => setImmediate(resolve));
    expect(taken).toEqual(["one"]);
    expect(send).not.toHaveBeenCalled();
  });

  it("is hung up on when its answers pile up because nobody reads them", async () => {
    const { game, socket } = await line((raw) => Promise.resolve(refused(raw.repeat(1_000_000))));
    const closed = once(socket, "close");
    game.pause();
    for (let index = 0; index < 200; index += 1) game.send("x");
    const [code] = (await closed) as [number];
    expect(code).toBe(1006);
    game.terminate();
  });
});
