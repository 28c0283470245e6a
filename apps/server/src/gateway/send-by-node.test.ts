import { createServer } from "node:http";
import type { RequestListener, Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { gzipSync } from "node:zlib";
import type { UpstreamReturn, UpstreamSending } from "@openempathic/respond";
import { afterEach, describe, expect, it } from "vitest";
import { sendByNode } from "./send-by-node.ts";

const opened: Server[] = [];
afterEach(() => {
  for (const server of opened.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function serving(listener: RequestListener): Promise<{ url: string; server: Server }> {
  const server = createServer(listener);
  opened.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server's address is never a string.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, server };
}

const post = (more: Partial<UpstreamSending> = {}): UpstreamSending => ({
  method: "POST",
  headers: new Headers({ "content-type": "text/plain" }),
  body: "Hello",
  signal: new AbortController().signal,
  ...more,
});

async function textOf({ body }: UpstreamReturn): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body ?? []) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe("sending to the upstream by Node's client", () => {
  it("sends method, headers and body, whole or in pieces, and brings status, headers and body back", async () => {
    const { url } = await serving((incoming, outgoing) => {
      outgoing.writeHead(201, {
        "x-type": String(incoming.headers["content-type"]),
        "x-method": incoming.method,
      });
      incoming.pipe(outgoing);
    });
    async function* pieces(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from("Hel"));
      yield Buffer.from("lo");
    }
    for (const body of ["Hello", pieces()]) {
      const back = await sendByNode()(`${url}/x`, post({ body }));
      expect(back.status).toBe(201);
      expect(back.headers.get("x-type")).toBe("text/plain");
      expect(back.headers.get("x-method")).toBe("POST");
      expect(await textOf(back)).toBe("Hello");
    }
  });

  it("brings no body back where a status has none", async () => {
    const { url } = await serving((_incoming, outgoing) => {
      outgoing.writeHead(204).end();
    });
    const back = await sendByNode()(url, post());
    expect([back.status, back.body]).toEqual([204, null]);
  });

  it("follows no redirect", async () => {
    const { url } = await serving((_incoming, outgoing) => {
      outgoing.writeHead(302, { location: "http://127.0.0.1:9/" }).end();
    });
    expect((await sendByNode()(url, post())).status).toBe(302);
  });

  it("keeps the connection, and tries once more on a new one when the kept one was being closed", async () => {
    const sockets = new Set<Socket>();
    let requests = 0;
    const { url } = await serving((incoming, outgoing) => {
      requests += 1;
      const isKept = sockets.has(incoming.socket);
      sockets.add(incoming.socket);
      if (requests === 3 && isKept) incoming.socket.resetAndDestroy();
      else incoming.pipe(outgoing);
    });
    const send = sendByNode();
    for (let round = 0; round < 3; round += 1) expect(await textOf(await send(url, post()))).toBe("Hello");
    expect(sockets.size).toBe(2);
    expect(requests).toBe(4);
  });

  it("unpacks what was packed without being asked for", async () => {
    const { url } = await serving((_incoming, outgoing) => {
      outgoing.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("Hello"));
    });
    expect(await textOf(await sendByNode()(url, post()))).toBe("Hello");
  });

  it("rejects where nothing answers, and when it is aborted, before the answer and in its middle", async () => {
    const { url, server } = await serving((_incoming, outgoing) => {
      outgoing.write("Hel");
    });
    const gone = new AbortController();
    const back = await sendByNode()(url, post({ signal: gone.signal }));
    const reading = textOf(back);
    gone.abort();
    await expect(reading).rejects.toThrow(/abort/u);
    await expect(sendByNode()(url, post({ signal: gone.signal }))).rejects.toThrow(/abort/u);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await expect(sendByNode()(url, post())).rejects.toThrow(/ECONNREFUSED/u);
    await expect(sendByNode()("file:///etc/passwd", post())).rejects.toThrow(TypeError);
  });
});
