import { createRoute } from "@hono/zod-openapi";
import { classChoicesSchema, classPlaceSchema } from "@openempathic/client";
import { changeChoices, leaveClass, placeOf } from "../classes/class-store.ts";
import type { Means } from "../http/means.ts";
import { requireParticipant } from "../http/principal.ts";
import { requireName } from "./class-join-routes.ts";
import { apiPart, body, idParam, json, nothingThere, problems } from "./route-parts.ts";
import { ownSession } from "./session-routes.ts";

const PATH = "/sessions/{id}/class";

const show = createRoute({
  method: "get",
  path: PATH,
  summary: "The class that my session is in, and what I show there",
  request: { params: idParam },
  responses: { 200: json(classPlaceSchema, "The class, if it is in one"), ...problems },
});

const change = createRoute({
  method: "put",
  path: PATH,
  summary: "Change what I show in the class of my session",
  request: { params: idParam, body: body(classChoicesSchema) },
  responses: { 200: json(classPlaceSchema, "The class, and what I show there"), ...problems },
});

const leave = createRoute({
  method: "delete",
  path: PATH,
  summary: "Leave the class of my session; the session stays",
  request: { params: idParam },
  responses: { 204: { description: "Left" }, ...problems },
});

/** A learner's own place in a class: what they show, changed and ended by them alone. */
export function classPlaceRoutes(means: Means) {
  const { db } = means;
  return apiPart()
    .openapi(show, async (c) => {
      const { id } = await ownSession(means, c.req.valid("param").id, requireParticipant(c).id);
      return c.json(await wirePlace(means, id), 200);
    })
    .openapi(change, async (c) => {
      const { id } = await ownSession(means, c.req.valid("param").id, requireParticipant(c).id);
      const { name, ...choices } = c.req.valid("json");
      requireName(choices.showsProgress, name);
      if ((await placeOf(db, id)) === undefined) throw nothingThere();
      await changeChoices(db, id, { ...choices, name: name ?? null });
      return c.json(await wirePlace(means, id), 200);
    })
    .openapi(leave, async (c) => {
      const { id } = await ownSession(means, c.req.valid("param").id, requireParticipant(c).id);
      await leaveClass(db, id);
      return c.body(null, 204);
    });
}

async function wirePlace({ db }: Means, sessionId: string) {
  const found = await placeOf(db, sessionId);
  if (found === undefined) return {};
  const { name, showsProgress, sharesFeelings } = found.learner;
  const place = { title: found.title, showsProgress, sharesFeelings };
  return { place: { ...place, ...(name === null ? {} : { name }) } };
}
