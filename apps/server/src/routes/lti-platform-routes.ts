import { createRoute } from "@hono/zod-openapi";
import { newPlatformSchema, platformsSchema } from "@openempathic/client";
import { mayBeAsked } from "../http/guarded-fetch.ts";
import type { Means } from "../http/means.ts";
import { requireOwner } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";
import { listPlatforms, removePlatform, savePlatform } from "../lti/platforms.ts";
import { apiPart, body, idParam, json, nothingThere, problems, requireId } from "./route-parts.ts";

const PATH = "/settings/lti-platforms";

const list = createRoute({
  method: "get",
  path: PATH,
  summary: "The learning platforms that are registered (owner)",
  responses: { 200: json(platformsSchema, "The platforms"), ...problems },
});

const add = createRoute({
  method: "post",
  path: PATH,
  summary: "Register a learning platform; one with the same issuer and client is replaced (owner)",
  request: { body: body(newPlatformSchema) },
  responses: { 201: json(platformsSchema, "The platforms"), ...problems },
});

const remove = createRoute({
  method: "delete",
  path: `${PATH}/{id}`,
  summary: "Take a learning platform away (owner)",
  request: { params: idParam },
  responses: { 204: { description: "Removed" }, ...problems },
});

/** Learning platforms, registered by the owner alone: what they sign is believed. */
export function ltiPlatformRoutes(means: Means) {
  const { db, now } = means;
  return apiPart()
    .openapi(list, async (c) => {
      requireOwner(c);
      return c.json(await wirePlatforms(means), 200);
    })
    .openapi(add, async (c) => {
      requireOwner(c);
      const platform = c.req.valid("json");
      // The browser goes to the first, this server asks the others.
      for (const field of ["authUrl", "tokenUrl", "jwksUrl"] as const) {
        if (mayBeAsked(platform[field], platform.isPrivate)) continue;
        throw new Problem(
          "invalid-request",
          `${field}: must be a public https address; only a platform in your own network may be elsewhere`,
        );
      }
      await savePlatform(db, platform, now());
      return c.json(await wirePlatforms(means), 201);
    })
    .openapi(remove, async (c) => {
      requireOwner(c);
      if (!(await removePlatform(db, requireId(c.req.valid("param").id)))) throw nothingThere();
      return c.body(null, 204);
    });
}

async function wirePlatforms({ db }: Means) {
  const rows = await listPlatforms(db);
  return {
    platforms: rows.map((row) => {
      const { id, name, issuer, clientId, deploymentIds, authUrl, tokenUrl, jwksUrl, isPrivate } = row;
      const addresses = { authUrl, tokenUrl, jwksUrl };
      return { id, name, issuer, clientId, deploymentIds: [...deploymentIds], ...addresses, isPrivate };
    }),
  };
}
