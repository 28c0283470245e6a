import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { build } from "vite";
import type { BrowserBenchRequest } from "./read-in-browser.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const ENTRY = fileURLToPath(new URL("./read-in-browser.ts", import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

// No sandbox, since this may run as root in a container; the rest keeps Chromium from asking the network for anything.
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-sync",
];

/**
 * How long the perceiver takes in a headless Chromium, reading after reading, in milliseconds.
 * @throws {Error} Where there is no Chromium: CHROMIUM_PATH says where it is.
 */
export async function timeInChromium(request: BrowserBenchRequest): Promise<readonly number[]> {
  const folder = await mkdtemp(join(tmpdir(), "open-empathic-bench-"));
  await bundle(folder);
  const server = serve(folder);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: FLAGS,
  });
  try {
    const page = await browser.newPage();
    // The cast is safe: a server on a port has an address of this kind.
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    return await page.evaluate<readonly number[]>(`readInBrowser(${JSON.stringify(request)})`);
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
    await rm(folder, { recursive: true, force: true });
  }
}

async function bundle(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: "error",
    publicDir: false,
    resolve: { conditions: ["workspace", "onnxruntime-web-use-extern-wasm", "browser", "module", "import"] },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: "es2023",
      lib: { entry: ENTRY, formats: ["es"], fileName: () => "bench.js" },
    },
  });
}

/** The bundle, the models and the runtime's own files, on this machine alone. */
function serve(folder: string): Server {
  const places: readonly (readonly [prefix: string, folder: string])[] = [
    ["/models/", join(ROOT, "models")],
    ["/runtime/", join(ROOT, "node_modules", "onnxruntime-web", "dist")],
    ["/", folder],
  ];
  return createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    if (path === "/") {
      response.setHeader("content-type", "text/html");
      response.end('<!doctype html><title>bench</title><script type="module" src="/bench.js"></script>');
      return;
    }
    const place = places.find(([prefix]) => path.startsWith(prefix));
    void readFile(join(place?.[1] ?? folder, path.slice(place?.[0].length ?? 1))).then(
      (bytes) => {
        response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
        response.end(bytes);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });
}
