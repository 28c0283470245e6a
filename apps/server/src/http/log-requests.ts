import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Log } from "./log.ts";

/** Logs each answer by the pattern of its route, so that no id or token of an address reaches the log. */
export function logRequests(log: Log, now: () => number): MiddlewareHandler {
  return async (c, next) => {
    const startedMs = now();
    await next();
    const route = routePath(c);
    log.request({ method: c.req.method, route, status: c.res.status, durationMs: now() - startedMs });
  };
}
