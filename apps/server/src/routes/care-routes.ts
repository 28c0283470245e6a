import { createRoute } from "@hono/zod-openapi";
import { careCountsAnswerSchema } from "@openempathic/client";
import { readCareMonths } from "../care/care-counts.ts";
import type { Means } from "../http/means.ts";
import { requireOwner } from "../http/principal.ts";
import { apiPart, json, problems } from "./route-parts.ts";

const show = createRoute({
  method: "get",
  path: "/care-counts",
  summary: "How often crisis answers were given, by month, without identities (owner)",
  responses: { 200: json(careCountsAnswerSchema, "The months that are over, latest first"), ...problems },
});

/** Counts of crisis answers, for the owner's reports. */
export function careRoutes({ db, now }: Means) {
  return apiPart().openapi(show, async (c) => {
    requireOwner(c);
    return c.json({ months: [...(await readCareMonths(db, now()))].map(wireMonth) }, 200);
  });
}

function wireMonth({ groups, ...month }: Awaited<ReturnType<typeof readCareMonths>>[number]) {
  return { ...month, groups: [...groups] };
}
