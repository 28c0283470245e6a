import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer } from "../testing/index.ts";
import type { TestServer } from "../testing/index.ts";

let local: TestServer;
let open: TestServer;

beforeAll(async () => {
  local = await startTestServer();
  open = await startTestServer({
    env: { OPEN_EMPATHIC_HOST: "0.0.0.0", OPEN_EMPATHIC_PROFILE: "elsewhere" },
  });
}, 120_000);

afterAll(async () => {
  await local.close();
  await open.close();
});

const CHAT = {
  model: "open-empathic",
  messages: [{ role: "user", content: "My cat is back, I am so happy!" }],
};

function chat(server: TestServer, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}/v1/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(CHAT),
  });
}

async function newKey(server: TestServer): Promise<string> {
  const signedIn = await fetch(server.signInUrl, { redirect: "manual" });
  const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
  const made = await fetch(`${server.url}/api/keys`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json" },
    body: JSON.stringify({ name: "test" }),
  });
  return ((await made.json()) as { key: string }).key;
}

describe("the law", () => {
  it("is the one of the profile that the server was started with", async () => {
    const voice = {
      schema: "open-empathic/estimate/1",
      modality: "voice",
      likelihood: {},
      dimensions: {},
      abstained: { reason: "silence", detail: "Nothing was said." },
      evidence: [],
      source: { kind: "model", id: "somewhere", version: "1" },
    };
    const why = async (server: TestServer) => {
      const answer = await fetch(`${server.url}/v1/chat/completions`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ ...CHAT, empathy: { purpose: "education", signals: [voice] } }),
      });
      expect(answer.status).toBe(403);
      return ((await answer.json()) as { error: { message: string } }).error.message;
    };
    const [here, elsewhere] = [await why(local), await why(open)];
    expect(here).toContain("prohibited");
    expect(elsewhere).toContain("wherever it runs");
  });
});

describe("who may use the gateway", () => {
  it("on this machine anybody, with no key or with a key of somebody else's", async () => {
    expect((await chat(local)).status).toBe(200);
    expect((await chat(local, { authorization: "Bearer sk-not-ours" })).status).toBe(200);
  });

  it("a key of ours that is wrong is refused even here", async () => {
    const refused = await chat(local, { authorization: `Bearer oe_${"x".repeat(43)}` });
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ error: { code: "invalid_api_key" } });
  });

  it("what was passed on by a proxy is not from this machine, and saying so in a header helps nobody", async () => {
    const names = ["x-forwarded-for", "forwarded", "x-real-ip"];
    for (const name of names) expect((await chat(local, { [name]: "127.0.0.1" })).status).toBe(401);
    const key = await newKey(local);
    const headers = { "x-forwarded-for": "203.0.113.9", authorization: `Bearer ${key}` };
    expect((await chat(local, headers)).status).toBe(200);
  });

  it("another site's page cannot spend the language model of this machine", async () => {
    const refused = await chat(local, { "sec-fetch-site": "cross-site", origin: "https://evil.example" });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ error: { code: "cross-site" } });
  });

  it.each(["x-forwarded-host", "x-forwarded-proto", "cf-connecting-ip", "via", "forwarded", "x-real-ip"])(
    "a request that carries %s was passed on",
    async (name) => {
      expect((await chat(local, { [name]: "127.0.0.1" })).status).toBe(401);
    },
  );

  it("a server that listens to the network asks for a key under any name but its own machine's", async () => {
    const { port } = new URL(open.url);
    expect((await chat(open)).status).toBe(200);
    const asGuest = await requestAs(port, "home-server.lan");
    expect(asGuest).toContain("401");
  });
});

/** Sends a request under another host name, which fetch does not allow. */
async function requestAs(port: string, host: string): Promise<string> {
  const { connect } = await import("node:net");
  const socket = connect(Number(port), "127.0.0.1");
  socket.write(`GET /v1/models HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  let answer = "";
  for await (const piece of socket) answer += String(piece);
  return answer.split("\r\n")[0] ?? "";
}
