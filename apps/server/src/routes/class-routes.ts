import { createRoute } from "@hono/zod-openapi";
import {
  classAnswerSchema,
  classesAnswerSchema,
  classViewSchema,
  invitationAnswerSchema,
  newClassSchema,
} from "@openempathic/client";
import { builtInCourse, checkCourse } from "@openempathic/experiences/tutor";
import type { Course } from "@openempathic/experiences/tutor";
import { addClass, deleteClass, findClass, inviteToClass, listClasses } from "../classes/class-store.ts";
import type { ClassRow } from "../classes/class-store.ts";
import { lookAtClass } from "../classes/look-at-class.ts";
import type { Means } from "../http/means.ts";
import { requireParticipant } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";
import { apiPart, body, idParam, json, nothingThere, problems, requireId } from "./route-parts.ts";

const make = createRoute({
  method: "post",
  path: "/classes",
  summary: "Make a class for a course",
  request: { body: body(newClassSchema) },
  responses: { 201: json(classAnswerSchema, "The class"), ...problems },
});

const list = createRoute({
  method: "get",
  path: "/classes",
  summary: "My classes, the latest first",
  responses: { 200: json(classesAnswerSchema, "The classes"), ...problems },
});

const show = createRoute({
  method: "get",
  path: "/classes/{id}",
  summary: "What a teacher sees of a class: groups of five or more, and what learners show themselves",
  request: { params: idParam },
  responses: { 200: json(classViewSchema, "The view"), ...problems },
});

const remove = createRoute({
  method: "delete",
  path: "/classes/{id}",
  summary: "Delete a class; its learners keep their sessions",
  request: { params: idParam },
  responses: { 204: { description: "Deleted" }, ...problems },
});

const invite = createRoute({
  method: "post",
  path: "/classes/{id}/invitation",
  summary: "A link by which learners join; an earlier one stops working",
  request: { params: idParam },
  responses: { 201: json(invitationAnswerSchema, "The token; it is told once"), ...problems },
});

/** Most classes of one teacher. */
const MOST_CLASSES = 100;

/** A teacher's classes. One that is somebody else's answers like one that does not exist. */
export function classRoutes(means: Means) {
  const { db, now } = means;
  return apiPart()
    .openapi(make, async (c) => {
      const { id: participantId } = requireParticipant(c);
      const { course, ...made } = c.req.valid("json");
      requireCourse(course);
      if ((await listClasses(db, participantId)).length >= MOST_CLASSES) {
        throw new Problem("invalid-request", `One teacher has at most ${MOST_CLASSES} classes.`);
      }
      const id = await addClass(db, { ...made, course, participantId }, now());
      return c.json({ class: wireClass(await ownClass(means, id, participantId)) }, 201);
    })
    .openapi(list, async (c) => {
      const rows = await listClasses(db, requireParticipant(c).id);
      return c.json({ classes: rows.map(wireClass) }, 200);
    })
    .openapi(show, async (c) => {
      const row = await ownClass(means, c.req.valid("param").id, requireParticipant(c).id);
      const seen = await lookAtClass(means, row.id);
      if (seen === undefined) throw nothingThere();
      const { view, names, learners } = seen;
      return c.json(
        {
          class: wireClass(row),
          skills: courseOfClass(row).skills.map(({ id, name }) => ({ id, name })),
          learners,
          groups: view.groups.map(({ figures, ...group }) => ({ ...group, masteryPercent: figures })),
          feelings: view.feelings.map(({ figures, ...group }) => ({ ...group, shares: figures })),
          uncounted: view.uncounted,
          shown: view.shown.map(({ learner, mastery }) => ({
            name: names.get(learner) ?? learner,
            masteryPercent: mastery,
          })),
        },
        200,
      );
    })
    .openapi(remove, async (c) => {
      const id = requireId(c.req.valid("param").id);
      if (!(await deleteClass(db, { id, participantId: requireParticipant(c).id }))) throw nothingThere();
      return c.body(null, 204);
    })
    .openapi(invite, async (c) => {
      const { id } = await ownClass(means, c.req.valid("param").id, requireParticipant(c).id);
      return c.json({ token: await inviteToClass(db, id) }, 201);
    });
}

async function ownClass({ db }: Means, id: string, participantId: string): Promise<ClassRow> {
  const row = await findClass(db, { id: requireId(id), participantId });
  if (row === undefined) throw nothingThere();
  return row;
}

function requireCourse(course: string | Course): void {
  if (typeof course === "string") {
    if (builtInCourse(course) === undefined) {
      throw new Problem("invalid-request", "course: must be one that comes with the tutor, or a whole one");
    }
    return;
  }
  const faults = checkCourse(course);
  if (faults.length > 0) throw new Problem("invalid-request", `course: ${JSON.stringify(faults[0])}`);
}

/** The course of a class. @throws {Problem} not-found, for one that came with an earlier version */
export function courseOfClass(row: ClassRow): Course {
  const course = courseIn(row);
  if (course === undefined) throw new Problem("not-found", "The course of this class is no longer here.");
  return course;
}

function courseIn({ courseId, ownCourse, language }: ClassRow): Course | undefined {
  return ownCourse ?? (courseId === null ? undefined : builtInCourse(courseId)?.[language]);
}

function wireClass(row: ClassRow) {
  const { id, title, createdAtMs } = row;
  return { id, title, course: courseIn(row)?.title ?? row.courseId ?? "", createdAtMs };
}
