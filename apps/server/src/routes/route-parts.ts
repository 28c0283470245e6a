import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { problemSchema } from "@openempathic/client";
import type { AppEnv } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";
import type { NamedWrite } from "../http/idempotency.ts";
import type { Means } from "../http/means.ts";

/** A part of the API whose wrong inputs are answered with a problem that says where and what is expected. */
export function apiPart(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw invalidRequest(result.error.issues);
    },
  });
}

/** The path parameter of a thing with an id. */
export const idParam = z.object({ id: z.string().openapi({ param: { name: "id", in: "path" } }) });

/** The header under which a write can be sent again without being done twice. */
export const idempotencyHeader = z.object({
  "idempotency-key": z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/u, "must be 1 to 200 visible ASCII characters")
    .optional()
    .openapi({
      description: "Sent again with the same key, the request is answered as before and done once.",
    }),
});

/** A JSON body in a route's description. */
export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { "application/json": { schema } } };
}

/** A required JSON body in a route's description. */
export function body<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { "application/json": { schema } } };
}

/** The problems that a route can answer with, for its description. */
export const problems = {
  default: { description: "A problem", content: { "application/problem+json": { schema: problemSchema } } },
};

/** Refuses an id that could not have been made here, as one that does not exist. */
export function requireId(id: string): string {
  if (/^[\w-]{1,64}$/u.test(id)) return id;
  throw nothingThere();
}

/** The same answer for what does not exist and for what is somebody else's. */
export function nothingThere(): Problem {
  return new Problem("not-found", "There is nothing here, or it is not yours.");
}

/** How a write names itself for {@link writeOnce}. */
export function namedWrite(c: Context<AppEnv>, means: Means, participantId: string): NamedWrite {
  const key = c.req.header("idempotency-key");
  const fingerprint = means.secrets.fingerprint(`${c.req.method} ${c.req.path}\n${c.get("bodyText")}`);
  return { participantId, key, fingerprint, nowMs: means.now() };
}

/** The problem of a body that is not in the expected form: where, and what is expected there. */
export function invalidRequest(issues: readonly z.core.$ZodIssue[]): Problem {
  const purpose = issues.find(({ path, code }) => path.join(".") === "purpose" && code === "invalid_value");
  if (purpose !== undefined) return new Problem("unknown-purpose", purpose.message);
  // Messages say what is expected and never repeat the value; names of unknown fields are left out as well.
  const told = issues.slice(0, 5).map(({ path, code, message }) => {
    const where = path.length === 0 ? "The body" : path.join(".");
    return `${where}: ${code === "unrecognized_keys" ? "has a field that is not known" : message}`;
  });
  return new Problem("invalid-request", told.join("; "));
}
