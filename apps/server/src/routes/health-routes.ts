import { createRoute } from "@hono/zod-openapi";
import { healthSchema } from "@openempathic/client";
import type { Means } from "../http/means.ts";
import { apiPart, json } from "./route-parts.ts";

const health = createRoute({
  method: "get",
  path: "/health",
  summary: "Whether the server answers",
  responses: { 200: json(healthSchema, "It does") },
});

/** For monitors and for programs that wait until the server is up. */
export function healthRoutes({ version }: Means) {
  return apiPart().openapi(health, (c) => c.json({ status: "ok" as const, version }, 200));
}
