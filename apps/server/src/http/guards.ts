import type { Context, MiddlewareHandler } from "hono";
import { isLoopbackName, hostOf } from "./principal.ts";
import { Problem } from "./problem.ts";

/** Where launches from learning platforms arrive (LTI 1.3). */
const LAUNCHES: ReadonlySet<string> = new Set(["/lti/login", "/lti/launch"]);

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Answers only to this machine's own names while the server listens on loopback. Otherwise a page elsewhere could
 * point its own name at 127.0.0.1 and read the answers as its own (DNS rebinding).
 */
export function guardHost(listensOnLoopback: boolean): MiddlewareHandler {
  return async (c, next) => {
    if (listensOnLoopback && !isLoopbackName(hostOf(c))) {
      throw new Problem(
        "wrong-host",
        "This server answers on localhost only. To use another name, set OPEN_EMPATHIC_HOST.",
      );
    }
    await next();
  };
}

/**
 * Refuses changes that another site's page asks for with this person's cookie or from this person's machine. By
 * Fetch Metadata where the browser sends it, else by Origin; a request with neither is not from a browser's page.
 * Below /v1 every request counts: what it does, and costs, is decided by the server behind it.
 */
export function guardCrossSite(): MiddlewareHandler {
  return async (c, next) => {
    // A learning platform's page sends people here by a form; what protects them there is the login's own state.
    if (LAUNCHES.has(c.req.path)) return next();
    const mayChange = !SAFE.has(c.req.method) || c.req.path.startsWith("/v1/");
    if (mayChange && c.req.header("authorization") === undefined && isCrossSite(c)) {
      throw new Problem(
        "cross-site",
        "Changes are accepted from this server's own pages only; programs send an API key.",
      );
    }
    await next();
  };
}

/** Requires JSON wherever a body is sent: forms of other sites cannot send that type without being asked for it. */
export function guardContentType(): MiddlewareHandler {
  return async (c, next) => {
    if (
      hasBody(c) &&
      !/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/iu.test(c.req.header("content-type") ?? "")
    ) {
      throw new Problem("unsupported-media-type", "Send the body with Content-Type: application/json.");
    }
    await next();
  };
}

/** Whether a request has a body: told by its headers, since Node gives every request an object for one. */
function hasBody(c: Context): boolean {
  const { method, body } = c.req.raw;
  if (SAFE.has(method) || body === null) return false;
  const length = c.req.header("content-length");
  if (length !== undefined) return length !== "0";
  return c.req.header("transfer-encoding") !== undefined || method !== "DELETE";
}

/** Whether a page of another site asks, by Fetch Metadata where the browser sends it, else by Origin. */
export function isCrossSite(c: Context): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const origin = c.req.header("origin");
  if (origin === undefined) return false;
  const host = c.req.header("host") ?? new URL(c.req.url).host;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
