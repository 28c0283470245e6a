import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { compress } from "hono/compress";
import type { MiddlewareHandler } from "hono";
import { notBuiltPage } from "../routes/sign-in-page.ts";

/** The built web page. */
export interface WebPage {
  /** index.html; `undefined` while the page has not been built. */
  readonly index: string | undefined;
  /** SHA-256 of its inline scripts in base64, for the content security policy. */
  readonly scriptHashes: readonly string[];
}

/** Reads the built web page's entry. */
export async function readWebPage(folder: string): Promise<WebPage> {
  const index = await readFile(join(folder, "index.html"), "utf8").catch(() => undefined);
  const inline = [...(index ?? "").matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/giu)];
  const hash = (script: string) => createHash("sha256").update(script).digest("base64");
  return { index, scriptHashes: inline.map(([, script = ""]) => hash(script)) };
}

/**
 * The web page's files, the weights that its perceiver loads, and for every other address of the page its entry:
 * the page itself knows what to show there.
 */
export function staticFiles(
  web: WebPage,
  { webFolder, modelsFolder }: { readonly webFolder: string; readonly modelsFolder: string },
): Hono {
  const app = new Hono();
  const fromModels = (path: string) => path.replace(/^\/models/u, "");
  const models = serveStatic({ root: modelsFolder, rewriteRequestPath: fromModels });
  app.use(refuseRanges());
  app.use("/models/*", cacheFor("public, max-age=3600"), models);
  if (web.index !== undefined) {
    // Files under assets/ carry a hash in their name, so they never change.
    const files = serveStatic({ root: webFolder });
    app.use("/assets/*", compress(), cacheFor("public, max-age=31536000, immutable"), files);
    // What has an ending is a file beside the entry: an icon, the manifest.
    app.use("/:file{[^/]+\\.\\w+}", files);
  }
  app.get("*", async (c, next) => {
    if (/^\/(?:api|v1|models|assets)(?:\/|$)|\.\w+$/u.test(c.req.path)) return next();
    c.header("Cache-Control", "no-cache");
    return c.html(web.index ?? notBuiltPage());
  });
  return app;
}

/** Files are sent whole: a server may leave Range unheeded (RFC 9110, section 14.2), and none of ours needs it. */
function refuseRanges(): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.header("range") !== undefined) {
      const headers = new Headers(c.req.raw.headers);
      headers.delete("range");
      c.req.raw = new Request(c.req.raw, { headers });
    }
    await next();
  };
}

function cacheFor(value: string): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (c.res.status === 200 || c.res.status === 206) c.header("Cache-Control", value);
  };
}
