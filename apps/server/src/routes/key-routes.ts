import { createRoute } from "@hono/zod-openapi";
import { keysAnswerSchema, newKeyAnswerSchema, newKeySchema } from "@openempathic/client";
import { writeOnce } from "../http/idempotency.ts";
import type { Means } from "../http/means.ts";
import { requireOwner } from "../http/principal.ts";
import { addApiKey, listApiKeys, removeApiKey } from "../people/api-keys.ts";
import {
  apiPart,
  body,
  idempotencyHeader,
  idParam,
  json,
  namedWrite,
  nothingThere,
  problems,
  requireId,
} from "./route-parts.ts";

const make = createRoute({
  method: "post",
  path: "/keys",
  summary: "Make an API key; it is shown this once (owner)",
  request: { headers: idempotencyHeader, body: body(newKeySchema) },
  responses: { 201: json(newKeyAnswerSchema, "The key"), ...problems },
});

const list = createRoute({
  method: "get",
  path: "/keys",
  summary: "The API keys, without their secrets (owner)",
  responses: { 200: json(keysAnswerSchema, "The keys"), ...problems },
});

const remove = createRoute({
  method: "delete",
  path: "/keys/{id}",
  summary: "Take an API key back (owner)",
  request: { params: idParam },
  responses: { 204: { description: "Gone" }, ...problems },
});

/** Keys for programs. */
export function keyRoutes(means: Means) {
  const { db, secrets } = means;
  return apiPart()
    .openapi(make, async (c) => {
      const participantId = requireOwner(c).id;
      const { name } = c.req.valid("json");
      const named = namedWrite(c, means, participantId);
      // The key is sealed, so that a repeated request can be given it again though only its hash is kept as such.
      const made = await writeOnce(db, named, async (tx) => {
        const { id, key } = await addApiKey(tx, { participantId, name, nowMs: named.nowMs });
        return { id, sealed: secrets.seal(key) };
      });
      const key = secrets.unseal(made.sealed);
      if (key === undefined) throw nothingThere();
      return c.json({ id: made.id, name, key }, 201);
    })
    .openapi(list, async (c) => {
      const keys = await listApiKeys(db, requireOwner(c).id);
      const wired = keys.map(({ lastUsedAtMs, ...key }) => ({
        ...key,
        ...(lastUsedAtMs === null ? {} : { lastUsedAtMs }),
      }));
      return c.json({ keys: wired }, 200);
    })
    .openapi(remove, async (c) => {
      const id = requireId(c.req.valid("param").id);
      if (!(await removeApiKey(db, id, requireOwner(c).id))) throw nothingThere();
      return c.body(null, 204);
    });
}
