import { createRoute } from "@hono/zod-openapi";
import { newRecordStoreSchema, recordStoreSchema } from "@openempathic/client";
import { readRecordStore, removeRecordStore, saveRecordStore } from "../learning/record-store.ts";
import type { Means } from "../http/means.ts";
import { requireOwner } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";
import { isPlainAddress } from "../settings/read-settings.ts";
import { apiPart, body, json, problems } from "./route-parts.ts";

const PATH = "/settings/record-store";

const show = createRoute({
  method: "get",
  path: PATH,
  summary: "The learning record store, without its password (owner)",
  responses: { 200: json(recordStoreSchema, "The setting"), ...problems },
});

const save = createRoute({
  method: "put",
  path: PATH,
  summary: "Connect a learning record store (owner)",
  request: { body: body(newRecordStoreSchema) },
  responses: { 200: json(recordStoreSchema, "The setting"), ...problems },
});

const remove = createRoute({
  method: "delete",
  path: PATH,
  summary: "Connect no record store (owner)",
  responses: { 204: { description: "Removed" }, ...problems },
});

/** The owner's setting of the record store. A password goes in and never comes out. */
export function recordStoreRoutes(means: Means) {
  const { db, secrets } = means;
  return apiPart()
    .openapi(show, async (c) => {
      requireOwner(c);
      return c.json(await wireStore(means), 200);
    })
    .openapi(save, async (c) => {
      requireOwner(c);
      const asked = c.req.valid("json");
      const endpoint = withoutSlash("endpoint", asked.endpoint);
      const current = await readRecordStore(db, secrets);
      // A stored password is only ever sent to the server that it was stored for.
      const kept = current?.endpoint === endpoint ? current.password : undefined;
      const password = asked.password ?? kept;
      if (password === undefined) throw new Problem("invalid-request", "password: is needed");
      const home = withoutSlash("home", asked.home);
      await saveRecordStore(db, secrets, { endpoint, username: asked.username, password, home });
      return c.json(await wireStore(means), 200);
    })
    .openapi(remove, async (c) => {
      requireOwner(c);
      await removeRecordStore(db);
      return c.body(null, 204);
    });
}

function withoutSlash(field: string, address: string): string {
  if (isPlainAddress(address)) return address.replace(/\/+$/u, "");
  throw new Problem("invalid-request", `${field}: must hold no name, password, query or fragment`);
}

async function wireStore({ db, secrets }: Means) {
  const store = await readRecordStore(db, secrets);
  if (store === undefined) return { isConnected: false };
  const { endpoint, username, home } = store;
  return { isConnected: true, endpoint, username, home };
}
