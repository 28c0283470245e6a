/** Two things at once that must not disturb each other: tabs, deletions, restarts. */
import { createServer } from "node:http";
import type { Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "@openempathic/client";
import type { Client } from "@openempathic/client";
import { events, sessions } from "./storage/schema.ts";
import { createTestApp } from "./testing/create-test-app.ts";
import { startTestServer } from "./testing/start-test-server.ts";
import type { TestServer } from "./testing/start-test-server.ts";

/** A language model's server that says one sentence and then leaves everybody waiting. */
let slow: Server;
const waiting: ServerResponse[] = [];
let server: TestServer;
const arrivals: (() => void)[] = [];

beforeAll(async () => {
  slow = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { "content-type": "text/event-stream" });
    const delta = { content: "That sounds like a full day. " };
    response.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta }] })}\n\n`);
    waiting.push(response);
    arrivals.shift()?.();
  });
  await new Promise<void>((resolve) => slow.listen(0, "127.0.0.1", resolve));
  // A listening TCP server's address is never a string.
  const { port } = slow.address() as AddressInfo;
  server = await startTestServer({
    env: {
      OPEN_EMPATHIC_LLM_BASE_URL: `http://127.0.0.1:${port}/v1`,
      OPEN_EMPATHIC_LLM_MODEL: "slow",
    },
  });
}, 120_000);

afterEach(() => {
  for (const response of waiting.splice(0)) response.destroy();
});

afterAll(async () => {
  await server.close();
  slow.closeAllConnections();
  slow.close();
});

async function visit(): Promise<{ cookie: string; client: Client }> {
  const me = await fetch(`${server.url}/api/me`);
  const cookie = me.headers.get("set-cookie")?.split(";")[0] ?? "";
  return { cookie, client: createClient({ baseUrl: server.url, fetch, headers: { cookie } }) };
}

/** A session whose answer is being written. */
async function answering(client: Client): Promise<string> {
  const { id } = await client.createSession({ experience: "companion", language: "en" });
  const asked = new Promise<void>((resolve) => arrivals.push(resolve));
  await client.postEvent(id, { kind: "message", text: "I had a long day at work." });
  await asked;
  return id;
}

describe("deleting while an answer is being written", () => {
  it("ends the model's work and the streams, and leaves nothing", async () => {
    const { client } = await visit();
    const id = await answering(client);
    const followed = (async () => {
      for await (const { kind } of client.subscribe(id, 0, { signal: AbortSignal.timeout(30_000) })) {
        if (kind === "replied") return "replied";
      }
      return "ended";
    })().catch(() => "ended");
    const [model] = waiting;
    const hungUp = new Promise((resolve) => model?.once("close", resolve));
    await client.deleteSession(id);
    await hungUp;
    expect(await followed).toBe("ended");
    await expect(client.events(id, 0)).rejects.toMatchObject({ code: "not-found" });
    expect(server.logLines.join("\n")).not.toContain('"failure"');
  }, 60_000);

  it("of everything about somebody ends all of it", async () => {
    const { client, cookie } = await visit();
    const ids = [await answering(client), await answering(client)];
    const hungUp = Promise.all(
      waiting.map((model) => new Promise((resolve) => model.once("close", resolve))),
    );
    await client.deleteMe();
    await hungUp;
    for (const id of ids) {
      const answer = await fetch(`${server.url}/api/sessions/${id}`, { headers: { cookie } });
      expect(answer.status).toBe(401);
    }
    expect(server.logLines.join("\n")).not.toContain('"failure"');
  }, 60_000);
});

describe("two tabs at once", () => {
  it("keep one list without gaps, and deleting amid it leaves no row behind", async () => {
    const app = await createTestApp();
    const person = await app.addPerson();
    const begun = await person.request("/api/sessions", {
      json: { experience: "companion", language: "en" },
    });
    const { session } = (await begun.json()) as { session: { id: string } };
    const path = `/api/sessions/${session.id}`;
    const tab = async (name: string) => {
      for (let index = 0; index < 10; index += 1) {
        const sent = await person.request(`${path}/events`, {
          json: { kind: "message", text: `Tab ${name} says ${index}.` },
          headers: { "idempotency-key": `${name}-${index}` },
        });
        expect(sent.status).toBe(201);
      }
    };
    await Promise.all([tab("one"), tab("two")]);
    const read = (await (await person.request(`${path}/events`)).json()) as {
      events: { seq: number; kind: string }[];
    };
    expect(read.events.map(({ seq }) => seq)).toEqual(read.events.map((_, index) => index + 1));
    expect(read.events.filter(({ kind }) => kind === "message")).toHaveLength(20);

    const late = person.request(`${path}/events`, { json: { kind: "message", text: "One more." } });
    const [deleted, sent] = await Promise.all([person.request(path, { method: "DELETE" }), late]);
    expect(deleted.status).toBe(204);
    expect([201, 404]).toContain(sent.status);
    await app.means.runner.settled(session.id);
    expect(await app.means.db.select().from(events)).toEqual([]);
    expect(await app.means.db.select().from(sessions)).toEqual([]);
    expect(app.logLines.join("\n")).not.toContain('"failure"');
    await app.close();
  }, 120_000);
});

describe("the first message of somebody in danger", () => {
  it("is judged in under a second once the server has warmed up, in both languages", async () => {
    const { warmUp } = await import("./warm-up.ts");
    const { judgeRisk } = await import("@openempathic/govern");
    const app = await createTestApp();
    await warmUp([app.means.perceiver], AbortSignal.timeout(110_000));
    for (const text of ["I am going to kill myself tonight", "Ich bringe mich heute um"]) {
      // What is computed for it: the time that passes would tell what else the machine does.
      const started = process.cpuUsage();
      expect(judgeRisk([{ role: "person", text }]).level).not.toBe("none");
      const { user, system } = process.cpuUsage(started);
      expect((user + system) / 1_000).toBeLessThan(300);
    }
    await app.close();
  }, 120_000);
});
