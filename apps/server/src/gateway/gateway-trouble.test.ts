import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openPerceivers } from "../perception/open-perceivers.ts";
import { startTestGateway } from "./testing/start-test-gateway.ts";
import type { TestGateway, TestGatewayOptions } from "./testing/start-test-gateway.ts";

// Opened before the clock of the first test runs, once for all of them; it keeps nothing of what it reads.
const perceivers = await openPerceivers({ threads: 0 });

// The default of five seconds is too short for a machine that does much else.
vi.setConfig({ testTimeout: 30_000 });

const opened: TestGateway[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((gateway) => gateway.close()));
});

async function gatewayBefore(
  script: Parameters<typeof startTestGateway>[0],
  options: Partial<TestGatewayOptions> = {},
): Promise<TestGateway> {
  const gateway = await startTestGateway(script, { perceiver: perceivers.text, ...options });
  opened.push(gateway);
  return gateway;
}

function post(gateway: TestGateway, body: object | string): Promise<Response> {
  return fetch(`${gateway.url}/chat/completions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

async function errorOf(
  response: Response,
): Promise<{ message: string; type: string; code: string; param: unknown }> {
  expect(response.headers.get("content-type")).toContain("application/json");
  const { error } = (await response.json()) as { error: Awaited<ReturnType<typeof errorOf>> };
  expect(Object.keys(error).sort()).toEqual(["code", "message", "param", "type"]);
  return error;
}

const REPLY = { kind: "text", text: "Thank you for telling me." } as const;
const HELLO = { model: "m", messages: [{ role: "user", content: "Hello" }] };
const LIMITS = { dependencies: { limits: { upstreamFirstByteMs: 150, upstreamSilenceMs: 150 } } };

describe("bad input", () => {
  it.each([
    ["no JSON", "{oops", 400, "invalid_json"],
    ["a number", "1", 400, "invalid_type"],
    ["messages of a wrong type", { messages: { a: 1 } }, 400, "invalid_type"],
    [
      "10 MB of text",
      JSON.stringify({ messages: [{ role: "user", content: "a".repeat(10_000_000) }] }),
      413,
      "request_too_large",
    ],
    ["a lone surrogate", '{"messages":[{"role":"user","content":"\\udc00"}]}', 400, "invalid_unicode"],
    [
      "100,000 messages",
      { messages: Array.from({ length: 100_000 }, () => HELLO.messages[0]) },
      400,
      "array_above_max_length",
    ],
    ["brackets without end", `{"messages":${"[".repeat(500_000)}`, 400, "invalid_json"],
    ["an unknown purpose", { ...HELLO, empathy: { purpose: "spying" } }, 400, "unknown_purpose"],
  ] as const)(
    "G2: %s gets an error of OpenAI's shape, quickly, and reaches no upstream",
    async (...[, body, status, code]) => {
      const gateway = await gatewayBefore(REPLY);
      const started = process.cpuUsage();
      const response = await post(gateway, body);
      expect(response.status).toBe(status);
      expect((await errorOf(response)).code).toBe(code);
      expect(computedMs(started)).toBeLessThan(2_000);
      expect(gateway.upstream.requests).toHaveLength(0);
    },
  );

  it("G2: bytes that are not UTF-8 are refused, not repaired", async () => {
    const gateway = await gatewayBefore(REPLY);
    const body = Buffer.concat([
      Buffer.from('{"messages":[{"role":"user","content":"'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"}]}'),
    ]);
    const response = await fetch(`${gateway.url}/chat/completions`, { method: "POST", body });
    expect(response.status).toBe(400);
    expect((await errorOf(response)).code).toBe("invalid_unicode");
  });
});

describe("an upstream in trouble", () => {
  it("G12: that is dead gets 502, at once", async () => {
    const gateway = await gatewayBefore(REPLY);
    await gateway.upstream.close();
    const response = await post(gateway, HELLO);
    expect(response.status).toBe(502);
    expect(await errorOf(response)).toMatchObject({ type: "upstream_error", code: "upstream_unreachable" });
  });

  it("G12: that hangs gets 504 after the limit, and is let go", async () => {
    const gateway = await gatewayBefore({ kind: "hang" }, LIMITS);
    const response = await post(gateway, HELLO);
    expect(response.status).toBe(504);
    expect((await errorOf(response)).code).toBe("upstream_timeout");
    await gateway.upstream.waitForAborts(1);
  });

  it("G12: that falls silent in a stream ends it with an error object, and is let go", async () => {
    const gateway = await gatewayBefore({ kind: "stall", text: "Thank you for" }, LIMITS);
    const text = await (await post(gateway, { ...HELLO, stream: true })).text();
    expect(text).toContain('"content":" you"');
    expect(text).toMatch(/"code":"upstream_timeout"\}\}\n\n$/u);
    await gateway.upstream.waitForAborts(1);
  });

  it("G12: that drops gets 502, or in a stream an error object after what was said", async () => {
    const gateway = await gatewayBefore({ kind: "drop", text: "Thank you for" });
    const response = await post(gateway, HELLO);
    expect(response.status).toBe(502);
    expect((await errorOf(response)).code).toBe("upstream_dropped");
    const text = await (await post(gateway, { ...HELLO, stream: true })).text();
    expect(text).toContain('"content":" for"');
    expect(text).toMatch(/"code":"upstream_dropped"\}\}\n\n$/u);
    expect(text).not.toContain("[DONE]");
  });

  it.each([
    ["<html>502</html>", "text/html"],
    ["{}", "application/json"],
    ["[1", "application/json"],
    ["", "application/json"],
  ])("G12: that says %j gets 502", async (body, contentType) => {
    const gateway = await gatewayBefore({ kind: "raw", body, contentType });
    const response = await post(gateway, HELLO);
    expect(response.status).toBe(502);
    expect((await errorOf(response)).code).toBe("upstream_invalid_response");
  });

  it("G12: has its errors handed on with status, body and Retry-After", async () => {
    const body =
      '{"error":{"message":"slow down","type":"requests","param":null,"code":"rate_limit_exceeded","x":1}}';
    const gateway = await gatewayBefore({
      kind: "status",
      status: 429,
      body,
      headers: { "retry-after": "9", "set-cookie": "a=b" },
    });
    const response = await post(gateway, HELLO);
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("9");
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(await response.text()).toBe(body);
  });

  it("G12: has errors of another shape put into OpenAI's, and never shows its key", async () => {
    const gateway = await gatewayBefore(
      (request) => {
        const key = String(request.headers["authorization"]).slice("Bearer ".length);
        return {
          kind: "status",
          status: 401,
          body: JSON.stringify({ error: { message: `Bad key ${key}`, code: null } }),
        };
      },
      { apiKey: "sk-very-secret" },
    );
    const text = await (await post(gateway, HELLO)).text();
    expect(text).toContain("Bad key ***");
    expect(text).not.toContain("sk-very-secret");
    const other = await gatewayBefore({ kind: "status", status: 503, body: "<h1>busy</h1>" });
    const response = await post(other, HELLO);
    expect(response.status).toBe(503);
    expect((await errorOf(response)).code).toBe("upstream_error");
  });
});

describe("a slow reader", () => {
  it("G14: holds the upstream back, so that neither the memory nor the upstream runs ahead", async () => {
    const token = "a".repeat(1_000);
    const total = 64_000;
    const gateway = await gatewayBefore({
      kind: "text",
      text: Array.from({ length: total }, () => `${token} `),
    });
    const { hostname, port } = new URL(gateway.url);
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    const body = JSON.stringify({ ...HELLO, stream: true });
    socket.write(
      `POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    await once(socket, "data");
    socket.pause();
    const before = process.memoryUsage().rss;
    await gateway.upstream.waitForRequests(1);
    const sent = await settledCount(() => gateway.upstream.tokensSent());
    // About 64 MB would come; what is under way is what sockets and one pull of each stage hold.
    expect(sent).toBeLessThan(total / 3);
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
    socket.destroy();
    await gateway.upstream.waitForAborts(1);
  });
});

/** What this process has computed for since; unlike the time that passed, it is the same on a machine that does much else. */
function computedMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
}

/** The count once it has stopped growing for a while. */
async function settledCount(count: () => number): Promise<number> {
  for (let last = -1, still = 0; still < 20;) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    const now = count();
    still = now === last ? still + 1 : 0;
    last = now;
  }
  return count();
}
