import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readWebPage, staticFiles } from "./static-files.ts";

const SCRIPT = `console.log("${"hello ".repeat(500)}")`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "open-empathic-static-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<!doctype html><title>page</title>");
  await writeFile(join(folder, "assets", "index-abc.js"), SCRIPT);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> => {
  const app = staticFiles(await readWebPage(folder), { webFolder: folder, modelsFolder: folder });
  return app.request(path, { headers });
};

it("sends a script packed to who can unpack it, and kept for ever", async () => {
  const response = await get("/assets/index-abc.js", { "accept-encoding": "gzip" });
  expect(response.headers.get("content-encoding")).toBe("gzip");
  expect(response.headers.get("cache-control")).toContain("immutable");
  expect(gunzipSync(Buffer.from(await response.arrayBuffer())).toString()).toBe(SCRIPT);
});

it("sends a script as it is to who did not ask for more", async () => {
  const response = await get("/assets/index-abc.js");
  expect(response.headers.get("content-encoding")).toBeNull();
  expect(await response.text()).toBe(SCRIPT);
});

it("answers an address of the page with the page, and an unknown file with nothing", async () => {
  expect(await (await get("/session/1")).text()).toContain("<title>page</title>");
  expect((await get("/assets/other.js")).status).toBe(404);
});
