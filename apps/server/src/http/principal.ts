import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { holderOfKey } from "../people/api-keys.ts";
import { participantOf } from "../people/people.ts";
import type { Participant } from "../people/people.ts";
import type { Database } from "../storage/open-database.ts";
import { Problem } from "./problem.ts";

/** Who a request is from. A program's key acts for the owner's account, without the owner's rights. */
export type Principal =
  | { readonly kind: "cookie"; readonly participant: Participant }
  | { readonly kind: "key"; readonly participant: Participant }
  | { readonly kind: "nobody" };

/** What the middleware leaves for routes. */
export interface AppEnv {
  Variables: { principal: Principal; bodyText: string };
}

export const COOKIE = "oe_participant";

// Browsers keep cookies for at most 400 days.
const COOKIE_SECONDS = 400 * 86_400;

/** Finds out who a request is from. A wrong API key is refused; a cookie that is no longer known is nobody's. */
export function identify(db: Database, now: () => number): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.set("principal", await principalOf(c, db, now()));
    await next();
  };
}

/** What proxies, tunnels and content networks add to a request that they pass on. */
const PASSED_ON =
  /^(?:forwarded|via|x-forwarded(?:-.+)?|x-real-ip|x-client-ip|true-client-ip|cf-.+|x-cluster-client-ip|x-original-.+|fastly-client-ip|cdn-loop|tailscale-.+)$/u;

/** The participant of a request. @throws {Problem} not-signed-in */
export function requireParticipant(c: Context<AppEnv>): Participant {
  const principal = c.get("principal");
  if (principal.kind !== "nobody") return principal.participant;
  throw new Problem("not-signed-in", "Call GET /api/me first and keep its cookie, or send an API key.");
}

/** The owner, signed in with a browser. @throws {Problem} not-signed-in, owner-only */
export function requireOwner(c: Context<AppEnv>): Participant {
  const participant = requireParticipant(c);
  if (participant.role === "owner") return participant;
  throw new Problem("owner-only", "Sign in with the link that the server printed when it started.");
}

/** Keeps a participant signed in with this browser. */
export function keepSignedIn(c: Context, token: string): void {
  // A proxy that ends TLS says so; whoever writes that header without one only hides their own cookie.
  const secure =
    new URL(c.req.url).protocol === "https:" ||
    c.req.header("x-forwarded-proto")?.startsWith("https") === true;
  setCookie(c, COOKIE, token, { httpOnly: true, sameSite: "Lax", path: "/", maxAge: COOKIE_SECONDS, secure });
}

/**
 * Whether a request was made on this very machine. It is told by the connection, never by a header that anybody
 * can write; a header that says the request was passed on only takes the trust away.
 */
export function isLocal(c: Context): boolean {
  const passedOn = Object.keys(c.req.header()).some((name) => PASSED_ON.test(name));
  return !passedOn && isLoopbackAddress(remoteAddress(c)) && isLoopbackName(hostOf(c));
}

/** The address at the other end of the connection; `undefined` where there is none, as in tests without a port. */
export function remoteAddress(c: Context): string | undefined {
  // Without a connection (app.request in tests) there is nothing to ask.
  return c.env === undefined || !("incoming" in (c.env as object))
    ? undefined
    : getConnInfo(c).remote.address;
}

/** The host a request was made to, without its port, in small letters. */
export function hostOf(c: Context): string {
  const host = c.req.header("host") ?? new URL(c.req.url).host;
  return host.toLowerCase().replace(/:\d+$/u, "");
}

/** Whether a host name can only mean this machine (RFC 6761, section 6.3). */
export function isLoopbackName(host: string): boolean {
  return (
    host === "localhost" ||
    host.endsWith(".localhost") ||
    host === "[::1]" ||
    /^127(\.\d{1,3}){3}$/u.test(host)
  );
}

function isLoopbackAddress(address: string | undefined): boolean {
  return address === "::1" || /^(::ffff:)?127\./u.test(address ?? "");
}

async function principalOf(c: Context, db: Database, nowMs: number): Promise<Principal> {
  const authorization = c.req.header("authorization");
  if (authorization !== undefined) {
    const key = /^Bearer +(oe_[\w-]+)$/iu.exec(authorization)?.[1];
    const id = key === undefined ? undefined : await holderOfKey(db, key, nowMs);
    if (id === undefined) {
      throw new Problem(
        "invalid-api-key",
        "Make a key on the settings page and send it as: Authorization: Bearer oe_…",
        {
          "www-authenticate": "Bearer",
        },
      );
    }
    return { kind: "key", participant: { id, role: "participant" } };
  }
  const token = getCookie(c, COOKIE);
  const participant = token === undefined ? undefined : await participantOf(db, token);
  return participant === undefined ? { kind: "nobody" } : { kind: "cookie", participant };
}
