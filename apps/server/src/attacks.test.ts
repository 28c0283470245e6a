/** What was tried against a running server, each with what it must answer. */
import { createServer, request } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp } from "./testing/create-test-app.ts";
import type { TestApp } from "./testing/create-test-app.ts";
import { startTestServer } from "./testing/start-test-server.ts";
import type { TestServer } from "./testing/start-test-server.ts";

const SECRET = "quillwort";
const JSON_TYPE = { "content-type": "application/json" };

let server: TestServer;
let cookie: string;
let sessionId: string;

beforeAll(async () => {
  server = await startTestServer();
  // Asked for its head first, as scanners of mail do.
  expect((await fetch(server.signInUrl, { method: "HEAD", redirect: "manual" })).status).toBe(204);
  const signedIn = await fetch(server.signInUrl, { redirect: "manual" });
  expect(signedIn.status).toBe(303);
  cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
  const { session } = (await (
    await send("POST", "/api/sessions", { experience: "companion", language: "en" })
  ).json()) as { session: { id: string } };
  sessionId = session.id;
}, 120_000);

afterAll(() => server.close());

function send(method: string, path: string, json?: unknown) {
  return fetch(server.url + path, {
    method,
    redirect: "manual",
    headers: { cookie, ...(json === undefined ? {} : JSON_TYPE) },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
}

/** The status of a request that `fetch` would not send as it is. */
async function rawStatus(path: string, headers: Record<string, string> = {}): Promise<number> {
  const { port, hostname } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: hostname, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on("error", reject);
    asked.end();
  });
}

describe("files", () => {
  it.each([
    "/models/..%2f..%2fpackage.json",
    "/models/..%5c..%5cpackage.json",
    "/models/%2e%2e/%2e%2e/package.json",
    "/models//etc/passwd",
    "/models/%00",
    "/assets/..%2f..%2fpackage.json",
    "/x%00.png",
    "/%zz.png",
  ])("%s is not there", async (path) => {
    expect(await rawStatus(path)).toBe(404);
  });

  it.each(["bytes=9-1", "bytes=99999999999-", "bytes=-5", "bytes=0-0,5-9", "nonsense"])(
    "a file is sent whole to who asks for Range %s",
    async (range) => {
      const answer = await fetch(`${server.url}/models/text-ngram/card.json`, { headers: { range } });
      expect(answer.status).toBe(200);
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(await answer.json()).toHaveProperty("digest");
    },
  );
});

describe("other sites", () => {
  it.each([
    ["GET", "/v1/models"],
    ["GET", "/v1/files/1/content"],
    ["DELETE", "/v1/files/1"],
    ["POST", "/api/perceive"],
  ])("%s %s is refused to another site's page", async (method, path) => {
    const answer = await fetch(server.url + path, { method, headers: { "sec-fetch-site": "cross-site" } });
    expect(answer.status).toBe(403);
  });

  it("what was answered on /v1 is nobody's to keep", async () => {
    expect((await fetch(`${server.url}/v1/models`)).headers.get("cache-control")).toBe("no-store");
  });
});

describe("open streams", () => {
  const follow = (signal: AbortSignal, method = "GET") =>
    fetch(`${server.url}/api/sessions/${sessionId}/events`, {
      method,
      signal,
      headers: { cookie, accept: "text/event-stream" },
    });

  it("one person holds at most 32, asking for a head holds none, and hanging up gives the place back", async () => {
    for (let index = 0; index < 40; index += 1) {
      expect((await follow(AbortSignal.timeout(60_000), "HEAD")).status).toBe(200);
    }
    const hangUp = new AbortController();
    const opened = await Promise.all(Array.from({ length: 32 }, () => follow(hangUp.signal)));
    expect(opened.map(({ status }) => status)).toEqual(opened.map(() => 200));
    const refused = await follow(hangUp.signal);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("15");
    hangUp.abort();
    const again = new AbortController();
    await expect
      .poll(async () => (await follow(again.signal)).status, { timeout: 20_000, interval: 50 })
      .toBe(200);
    again.abort();
  }, 60_000);
});

describe("a body that breaks off", () => {
  it("is nobody's failure", async () => {
    const { port, hostname } = new URL(server.url);
    const before = server.logLines.length;
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `POST /api/sessions HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\n` +
            `Transfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n`,
          () => socket.destroy(),
        );
        socket.on("close", () => resolve());
      });
    });
    const later = () => server.logLines.slice(before);
    await expect.poll(later, { timeout: 20_000 }).toContainEqual(expect.stringContaining('"POST"'));
    expect(later().join("\n")).not.toContain('"failure"');
  }, 30_000);
});

describe("an upstream that means no good", () => {
  let upstream: Server;
  let elsewhere: Server;
  let answer: (response: ServerResponse) => void;
  const strayed: IncomingMessage[] = [];

  beforeAll(async () => {
    upstream = createServer((_request, response) => answer(response));
    elsewhere = createServer((asked, response) => {
      strayed.push(asked);
      response.end("{}");
    });
    await Promise.all([upstream, elsewhere].map((one) => listening(one)));
    const saved = await send("PUT", "/api/settings/language-model", {
      baseUrl: `http://127.0.0.1:${portOf(upstream)}/v1`,
      model: "m",
      apiKey: "sk-upstream-secret",
    });
    expect(saved.status).toBe(200);
  });

  afterAll(async () => {
    await send("DELETE", "/api/settings/language-model");
    for (const one of [upstream, elsewhere]) {
      one.closeAllConnections();
      one.close();
    }
  });

  const askEverywhere = async () => ({
    chat: await send("POST", "/v1/chat/completions", {
      messages: [{ role: "user", content: "A nice day." }],
    }),
    forwarded: await send("GET", "/v1/files"),
    tested: await send("POST", "/api/settings/language-model/test", {}),
  });

  it("neither the key nor a word follows its redirects", async () => {
    answer = (response) => {
      response.writeHead(307, { location: `http://127.0.0.1:${portOf(elsewhere)}/x` }).end();
    };
    const { chat, forwarded, tested } = await askEverywhere();
    expect([chat.status, forwarded.status, tested.status]).toEqual([502, 502, 200]);
    const { text } = await said(`A nice day, ${SECRET}.`);
    expect(text).not.toBe("");
    expect(strayed).toHaveLength(0);
  }, 60_000);

  it("a status that HTTP does not have is an upstream that does not answer", async () => {
    answer = (response) => response.socket?.end("HTTP/1.1 999 Odd\r\ncontent-length: 2\r\n\r\n{}");
    const { chat, forwarded, tested } = await askEverywhere();
    expect([chat.status, forwarded.status, tested.status]).toEqual([502, 502, 200]);
    expect(await forwarded.json()).toMatchObject({ error: { code: "upstream_unreachable" } });
  }, 60_000);

  it("an answer that breaks off cuts the connection, and its error is not printed", async () => {
    answer = (response) => {
      response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" }).end(SECRET);
    };
    const forwarded = await send("GET", "/v1/files");
    await expect(forwarded.text()).rejects.toThrow();
    expect(server.logLines.at(-1)).toContain('"answer-body"');
  }, 60_000);

  it("a line that never ends does not fill the memory", async () => {
    let sent = 0;
    const lump = `data: ${"x".repeat(1 << 20)}`;
    answer = (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      const more = () => {
        if (response.destroyed || sent >= 400) return;
        sent += 1;
        if (response.write(lump)) setImmediate(more);
        else response.once("drain", more);
      };
      more();
    };
    const { by, modelTrouble } = await said("A nice day.");
    expect(by).toBe("listener");
    expect(modelTrouble).not.toBe("");
    // 16 MB are read before it is given up; the rest is what was on its way.
    expect(sent).toBeLessThan(60);
  }, 60_000);

  it.each([
    { apiKey: "a\r\nX-Evil: 1" },
    { apiKey: "ключ" },
    { baseUrl: "http://u:p@127.0.0.1/v1" },
    { baseUrl: "http://127.0.0.1/v1?a=1" },
  ])("a setting that no request could carry is refused: %j", async (wrong) => {
    const setting = { baseUrl: "http://127.0.0.1:1/v1", model: "m", ...wrong };
    for (const [method, path] of [
      ["PUT", ""],
      ["POST", "/test"],
    ] as const) {
      const refused = await send(method, `/api/settings/language-model${path}`, setting);
      expect(refused.status).toBe(400);
      expect(await refused.json()).toMatchObject({ code: "invalid-request" });
    }
  });

  /** Posts a message and waits for what it was answered. */
  async function said(text: string): Promise<{ text: string; by: string; modelTrouble?: string }> {
    const posted = await send("POST", `/api/sessions/${sessionId}/events`, { kind: "message", text });
    const { event } = (await posted.json()) as { event: { seq: number } };
    let replied: { text: string; by: string } | undefined;
    await expect
      .poll(
        async () => {
          const read = await send("GET", `/api/sessions/${sessionId}/events?after=${event.seq}`);
          const { events } = (await read.json()) as { events: { kind: string; text: string; by: string }[] };
          replied = events.find(({ kind }) => kind === "replied");
          return replied;
        },
        { timeout: 50_000, interval: 50 },
      )
      .toBeDefined();
    if (replied === undefined) throw new Error("polled until it was there");
    return replied;
  }
});

describe("the log", () => {
  it("holds nothing of what was said, nor a key, a token or an address", () => {
    const log = server.logLines.join("\n");
    for (const word of [SECRET, "sk-upstream-secret", "nice day", cookie.split("=")[1], "127.0.0.1"]) {
      expect(log).not.toContain(word);
    }
  });
});

describe("strangers on a server that others can reach", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ listensOnLoopback: false });
  }, 60_000);
  afterAll(() => app.close());

  it("write 30 messages and begin 20 sessions a minute, and then wait", async () => {
    const stranger = await app.addPerson();
    const begin = () =>
      stranger.request("/api/sessions", { json: { experience: "companion", language: "en" } });
    const { session } = (await (await begin()).json()) as { session: { id: string } };
    const write = (kind: object) => stranger.request(`/api/sessions/${session.id}/events`, { json: kind });
    for (let index = 0; index < 30; index += 1) {
      expect((await write({ kind: "message", text: "Hello." })).status).toBe(201);
    }
    const refused = await write({ kind: "message", text: "Hello." });
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
    expect((await write({ kind: "notices-acknowledged" })).status).toBe(201);
    for (let index = 1; index < 20; index += 1) expect((await begin()).status).toBe(201);
    expect((await begin()).status).toBe(429);
    app.clock.nowMs += 60_000;
    expect((await write({ kind: "message", text: "Hello." })).status).toBe(201);
  }, 120_000);

  it("the owner is not held up", async () => {
    const owner = await app.signInOwner();
    for (let index = 0; index < 25; index += 1) {
      const begun = await owner.request("/api/sessions", {
        json: { experience: "companion", language: "en" },
      });
      expect(begun.status).toBe(201);
    }
  }, 60_000);
});

function listening(one: Server): Promise<void> {
  return new Promise((resolve) => one.listen(0, "127.0.0.1", resolve));
}

function portOf(one: Server): number {
  // A listening TCP server's address is never a string.
  return (one.address() as AddressInfo).port;
}
