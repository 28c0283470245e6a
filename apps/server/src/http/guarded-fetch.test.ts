import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guardedFetch, mayBeAsked } from "./guarded-fetch.ts";

let server: Server;
let base: string;
let asked = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked += 1;
    if (request.url === "/moved") response.writeHead(302, { location: "/" }).end();
    else if (request.url === "/large") response.end("x".repeat(5000));
    else response.end("hello");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // The cast is safe: a server that listens on TCP has such an address.
  base = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

describe("a guarded fetch", () => {
  it.each([
    "http://lms.example/keys",
    "https://user:word@lms.example/keys",
    "https://127.0.0.1/keys",
    "https://[::1]/keys",
    "https://[::ffff:7f00:1]/keys",
    "https://10.1.2.3/keys",
    "https://192.168.0.7/keys",
    "https://172.20.0.1/keys",
    "https://100.64.1.1/keys",
    "https://[fd00::1]/keys",
    "https://localhost/keys",
    "https://0x7f000001/keys",
    "https://2130706433/keys",
    "file:///etc/passwd",
    "not an address",
  ])("does not ask %s", async (address) => {
    expect(mayBeAsked(address, false)).toBe(false);
    if (URL.canParse(address))
      await expect(guardedFetch({ isPrivate: false })(address)).rejects.toThrow(TypeError);
  });

  it.each([
    "http://169.254.169.254/latest/meta-data",
    "http://[fe80::1]/",
    "http://0.0.0.0/",
    "http://224.0.0.1/",
    "http://[64:ff9b::a9fe:a9fe]/",
  ])("does not ask %s even in the owner’s own network", (address) => {
    expect(mayBeAsked(address, true)).toBe(false);
  });

  it("looks at what a name stands for when it connects, so that a name cannot lead inside", async () => {
    const [, port] = base.split(":");
    const before = asked;
    const resolve = () =>
      Promise.resolve([
        { address: "93.184.215.14", family: 4 },
        { address: "127.0.0.1", family: 4 },
      ]);
    const fetch = guardedFetch({ isPrivate: false, resolve });
    await expect(fetch(`https://rebinds.example:${port ?? ""}/`)).rejects.toThrow(/may be asked/u);
    expect(asked).toBe(before);
  });

  it("asks the owner’s own network where they said so, follows no redirect and takes no answer without end", async () => {
    const fetch = guardedFetch({ isPrivate: true, bodyBytes: 1000 });
    expect(await (await fetch(`http://${base}/`)).text()).toBe("hello");
    expect((await fetch(`http://${base}/moved`)).status).toBe(302);
    await expect(fetch(`http://${base}/large`)).rejects.toThrow("terminated");
  });
});
