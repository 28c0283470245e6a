import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { isStorable } from "../sessions/storable.ts";
import type { AppEnv } from "./principal.ts";
import { Problem } from "./problem.ts";

/** The largest body of an API request, in bytes. */
export const BODY_LIMIT = 1_000_000;

/** The deepest nesting of a body: far more than any of our forms has, far less than a stack holds. */
const DEPTH_LIMIT = 32;

/** Counts a body while it comes in and stops reading where it is too large. */
export function limitBody(): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize: BODY_LIMIT,
    onError: () => {
      throw new Problem("too-large", `A request may have at most ${BODY_LIMIT.toLocaleString("en")} bytes.`);
    },
  });
  return async (c, next) => {
    let whole = false;
    const goOn = async () => {
      whole = true;
      await next();
    };
    return limit(c, goOn).catch((error: unknown) => {
      if (whole || error instanceof Problem) throw error;
      throw brokeOff();
    });
  };
}

/** Reads a JSON body once and refuses what is not JSON or could not be stored, before any route looks at it. */
export function readBody(): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const text = c.req.raw.body === null ? "" : await textOf(c);
    c.set("bodyText", text);
    if (text !== "") requireStorable(parsed(text), 0);
    await next();
  };
}

async function textOf(c: Context): Promise<string> {
  const bytes = await c.req.arrayBuffer().catch((error: unknown) => {
    throw error instanceof Problem ? error : brokeOff();
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Problem("invalid-request", "The body is not UTF-8.");
  }
}

/** Whoever sent it hung up: that is no fault of the server, and nobody is left to read this. */
function brokeOff(): Problem {
  return new Problem("invalid-request", "The body broke off.");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem("invalid-request", "The body is not JSON.");
  }
}

function requireStorable(value: unknown, depth: number): void {
  if (depth > DEPTH_LIMIT) throw new Problem("invalid-request", "The body is nested too deeply.");
  if (typeof value === "string" && !isStorable(value)) {
    throw new Problem("invalid-request", "A text contains the NUL character or half of a surrogate pair.");
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, field] of Object.entries(value)) {
    requireStorable(key, depth + 1);
    requireStorable(field, depth + 1);
  }
}
