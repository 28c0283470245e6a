import { createRoute } from "@hono/zod-openapi";
import { rosterSchema } from "@openempathic/client";
import { findClass } from "../classes/class-store.ts";
import type { Means } from "../http/means.ts";
import { requireParticipant } from "../http/principal.ts";
import { rosterOf } from "../lti/roster.ts";
import { apiPart, idParam, json, nothingThere, problems, requireId } from "./route-parts.ts";

const show = createRoute({
  method: "get",
  path: "/classes/{id}/roster",
  summary: "The learners of the platform's course that my class belongs to, and who has joined",
  request: { params: idParam },
  responses: { 200: json(rosterSchema, "The roster, if the platform tells one"), ...problems },
});

/** A class's roster, asked of the learning platform when its teacher looks, and never kept. */
export function rosterRoutes(means: Means) {
  return apiPart().openapi(show, async (c) => {
    const { id: participantId } = requireParticipant(c);
    const row = await findClass(means.db, { id: requireId(c.req.valid("param").id), participantId });
    if (row === undefined) throw nothingThere();
    try {
      const members = await rosterOf(means, row.id);
      return c.json(
        members === undefined
          ? { kind: "none" as const }
          : { kind: "told" as const, members: members.map((each) => ({ ...each })) },
        200,
      );
    } catch (error) {
      means.log.failure("lti-roster", error);
      return c.json({ kind: "unreachable" as const }, 200);
    }
  });
}
