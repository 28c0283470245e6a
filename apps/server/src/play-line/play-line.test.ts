import { once } from "node:events";
import { openPlayLine } from "@openempathic/client";
import type { PlayLineAnswer } from "@openempathic/client";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import type { RunningServer } from "../start-server.ts";
import { startTestServer } from "../testing/index.ts";

let server: RunningServer;
let cookie = "";
const LIN = { id: "lin", goals: { play: 1 }, relations: { pim: 0.5 } };

beforeAll(async () => {
  server = await startTestServer({});
  const me = await fetch(`${server.url}/api/me`);
  cookie = me.headers.get("set-cookie")?.split(";")[0] ?? "";
}, 240_000);
afterAll(() => server.close(), 60_000);

function socketWith(headers: Readonly<Record<string, string>>): WebSocket {
  return new WebSocket(`${server.url.replace("http", "ws")}/api/play/line`, { headers });
}

function open(language: "en" | "de" = "en") {
  return openPlayLine(socketWith({ cookie }), language);
}

/** The status with which an upgrade is refused. */
function refusal(headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = socketWith(headers);
    socket.on("unexpected-response", (_request, response) => resolve(response.statusCode));
    socket.on("error", () => undefined);
    socket.on("open", () => {
      socket.close();
      resolve(101);
    });
  });
}

describe("the line to a game", () => {
  it(
    "L1: takes the steps of docs/play.md: hello, notices, cast, what happens, time, and looks",
    { timeout: 90_000 },
    async () => {
      const { line, welcome } = await open();
      expect(welcome).toMatchObject({ type: "welcome", protocol: "open-empathic/play/1" });
      expect(welcome.type === "welcome" && welcome.notices.map(({ id }) => id)).toEqual([
        "not-a-person",
        "emotion-analysis",
      ]);
      await line.ask({ type: "notices-shown" });
      const begun = await line.ask({
        type: "cast",
        characters: [LIN, { id: "pim", relations: { lin: 0.5 } }],
      });
      expect(begun).toMatchObject({ type: "state", characters: { lin: { emotions: [] } } });
      const bus = { kind: "belief", belief: "the bus comes", likelihood: 1, bearsOn: { play: 0.6 } } as const;
      const hoping = await line.ask({ type: "happen", happening: { consequences: [bus], by: "pim" } });
      expect(hoping).toMatchObject({
        characters: {
          lin: {
            emotions: [
              { kind: "hope", intensity: expect.closeTo(0.3) as number },
              { kind: "gratitude", toward: "pim" },
            ],
          },
        },
      });
      const later = await line.ask({ type: "wait", ms: 15_000 });
      expect(later).toMatchObject({
        characters: { lin: { emotions: [{ kind: "hope", intensity: expect.closeTo(0.15) as number }, {}] } },
      });
      line.close();
    },
  );

  it(
    "L2: adapts, and a save that is loaded on another line goes on the same",
    { timeout: 90_000 },
    async () => {
      const { line } = await open();
      await line.ask({ type: "cast", characters: [LIN] });
      await line.ask({ type: "attempt", score: 1 });
      const turned = await line.ask({ type: "attempt", score: 1 });
      expect(turned).toMatchObject({ dials: { difficulty: 0.62 } });
      const saved = await line.ask({ type: "save" });
      if (saved.type !== "saved") throw new Error("It was not saved.");
      const { line: other } = await open();
      expect(await other.ask({ type: "load", save: saved.save })).toMatchObject({
        dials: { difficulty: 0.62 },
      });
      expect(await other.ask({ type: "adapt", on: false })).toMatchObject({
        adapting: false,
        dials: { difficulty: 0.5 },
      });
      line.close();
      other.close();
    },
  );

  it("L3: perceives nothing before the notices were shown, and says so", { timeout: 90_000 }, async () => {
    const { line } = await open();
    const before = await line.ask({ type: "said", text: "I am so grateful to you all" });
    expect(before).toMatchObject({
      type: "heard",
      tone: "plain",
      detail: expect.stringContaining("notice") as string,
    });
    await line.ask({ type: "notices-shown" });
    const after = await line.ask({ type: "said", text: "Thank you so much, I am so grateful to you" });
    expect(after).toMatchObject({ type: "heard", tone: "warm" });
    line.close();
  });

  it(
    "L4: where somebody may be in danger it answers with care and lines of help, notices or not",
    { timeout: 90_000 },
    async () => {
      const { line } = await open("de");
      const care = await line.ask({ type: "said", text: "Ich will nicht mehr leben." });
      expect(care.type).toBe("care");
      expect(care.type === "care" && care.text.length).toBeGreaterThan(20);
      expect(care.type === "care" && care.resources.length).toBeGreaterThan(0);
      line.close();
    },
  );

  it(
    "L5: refuses what is not in the protocol with the field and the reason, and keeps nothing of it",
    { timeout: 90_000 },
    async () => {
      const socket = socketWith({ cookie });
      const { line } = await openPlayLine(socket);
      await line.ask({ type: "cast", characters: [LIN] });
      const send = (raw: string): Promise<PlayLineAnswer> =>
        new Promise((resolve) => {
          socket.once("message", (data) =>
            resolve(JSON.parse((data as Buffer).toString()) as PlayLineAnswer),
          );
          socket.send(raw);
        });
      for (const [raw, reason] of [
        ["not json", /message/u],
        ['{"type":"dance"}', /type/u],
        ['{"type":"wait","ms":-1}', /ms/u],
        ['{"type":"cast","characters":[{"id":"__proto__"}]}', /characters\.0\.id/u],
        ['{"type":"cast","characters":[{"id":"a"},{"id":"a"}]}', /"a" twice/u],
        [
          '{"type":"happen","happening":{"consequences":[{"kind":"goal","goal":"play","likelihood":3}]}}',
          /likelihood/u,
        ],
      ] as const) {
        const answer = await send(raw);
        expect(answer).toMatchObject({ type: "refused", reason: expect.stringMatching(reason) as string });
      }
      expect(await line.ask({ type: "wait", ms: 0 })).toMatchObject({ characters: { lin: {} } });
      line.close();
    },
  );

  it(
    "L6: lets in who has a cookie of this server’s own pages, and nobody else",
    { timeout: 90_000 },
    async () => {
      expect(await refusal({})).toBe(401);
      expect(await refusal({ authorization: "Bearer oe_wrong" })).toBe(401);
      expect(await refusal({ cookie, origin: "https://elsewhere.example" })).toBe(403);
      expect(await refusal({ cookie, origin: server.url })).toBe(101);
      expect(await refusal({ cookie, host: "elsewhere.example" })).toBe(421);
    },
  );

  it(
    "L7: holds so many lines of one person from elsewhere and no more, and a closed one gives its place back",
    { timeout: 90_000 },
    async () => {
      const elsewhere = { cookie, "x-forwarded-for": "203.0.113.7" };
      const sockets = Array.from({ length: 32 }, () => socketWith(elsewhere));
      await Promise.all(sockets.map((socket) => once(socket, "open")));
      expect(await refusal(elsewhere)).toBe(429);
      // Whoever plays on this machine is not held up by it.
      const { line } = await open();
      line.close();
      const [first] = sockets;
      const closed = first === undefined ? undefined : once(first, "close");
      first?.close();
      await closed;
      await vi.waitUntil(async () => (await refusal(elsewhere)) === 101, { timeout: 30_000, interval: 50 });
      for (const socket of sockets) socket.terminate();
    },
  );

  it(
    "L8: perceives at most so much a minute for somebody from elsewhere, and judges what is said all the same",
    { timeout: 90_000 },
    async () => {
      const other = await fetch(`${server.url}/api/me`);
      const theirs = other.headers.get("set-cookie")?.split(";")[0] ?? "";
      const { line } = await openPlayLine(
        socketWith({ cookie: theirs, "x-forwarded-for": "203.0.113.8" }),
        "en",
      );
      await line.ask({ type: "notices-shown" });
      for (let said = 0; said < 30; said += 1)
        expect((await line.ask({ type: "said", text: "Hello" })).type).toBe("heard");
      expect(await line.ask({ type: "said", text: "Hello" })).toMatchObject({
        type: "refused",
        reason: expect.stringMatching(/^said: .*seconds$/u) as string,
      });
      expect((await line.ask({ type: "said", text: "I want to kill myself." })).type).toBe("care");
      line.close();
    },
  );
});
