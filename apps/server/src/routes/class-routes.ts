import { createRoute } from "@hono/zod-openapi";
import {
  classAnswerSchema,
  classesAnswerSchema,
  classInvitationSchema,
  classTokenSchema,
  classViewSchema,
  invitationAnswerSchema,
  joinClassSchema,
  newClassSchema,
  sessionAnswerSchema,
} from "@openempathic/client";
import { builtInCourse, checkCourse } from "@openempathic/experiences/tutor";
import type { Course } from "@openempathic/experiences/tutor";
import {
  addClass,
  addLearner,
  classInvitedTo,
  deleteClass,
  findClass,
  inviteToClass,
  learnersOf,
  listClasses,
  lockClass,
} from "../classes/class-store.ts";
import type { ClassRow } from "../classes/class-store.ts";
import { lookAtClass } from "../classes/look-at-class.ts";
import type { Means } from "../http/means.ts";
import { requireParticipant } from "../http/principal.ts";
import { Problem } from "../http/problem.ts";
import { createRateLimit, limitStrangers } from "../http/rate-limit.ts";
import { addEvent, beginSession } from "../sessions/event-store.ts";
import { apiPart, body, idParam, json, nothingThere, problems, requireId } from "./route-parts.ts";
import { ownSession, wireSession } from "./session-routes.ts";

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

const look = createRoute({
  method: "post",
  path: "/classes/look",
  summary: "What an invitation to a class leads to",
  request: { body: body(classTokenSchema) },
  responses: { 200: json(classInvitationSchema, "The class before one joins"), ...problems },
});

const join = createRoute({
  method: "post",
  path: "/classes/join",
  summary: "Join a class with a new session of one's own",
  request: { body: body(joinClassSchema) },
  responses: { 200: json(sessionAnswerSchema, "The session"), ...problems },
});

/** Attempts to join a minute, so that nobody tries out tokens. */
const JOINS_A_MINUTE = 20;

/** Most learners in one class. */
const MOST_LEARNERS = 200;

/** Most classes of one teacher. */
const MOST_CLASSES = 100;

/** Classes of the tutor. One that is somebody else's answers like one that does not exist. */
export function classRoutes(means: Means) {
  const { db, now, runner, experiences } = means;
  const joins = createRateLimit({ attempts: JOINS_A_MINUTE, windowMs: 60_000 }, now);
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
    })
    .openapi(look, async (c) => {
      const { id: participantId } = requireParticipant(c);
      limitStrangers(c, joins);
      const row = await classInvitedTo(db, c.req.valid("json").token);
      if (row === undefined) throw nothingThere();
      const { title, lead, units, items } = courseOfClass(row);
      const mine = (await learnersOf(db, row.id)).find((each) => each.participantId === participantId);
      const course = { title, lead, units: units.length, items: items.length };
      const joined = mine === undefined ? {} : { sessionId: mine.sessionId };
      return c.json({ title: row.title, course, ...joined }, 200);
    })
    .openapi(join, async (c) => {
      const { id: participantId } = requireParticipant(c);
      limitStrangers(c, joins);
      const { token, language, country, name, ...choices } = c.req.valid("json");
      requireName(choices.showsProgress, name);
      const row = await classInvitedTo(db, token);
      if (row === undefined) throw nothingThere();
      const session = { participantId, language, ...(country === undefined ? {} : { country }) };
      const id = await joinOnce(row.id, session, { ...choices, name: name ?? null });
      runner.wake(id);
      return c.json({ session: wireSession(await ownSession(means, id, participantId)) }, 200);
    });

  /** Begins a learner's session in the class, once. */
  function joinOnce(
    classId: string,
    session: Omit<Parameters<typeof beginSession>[1], "experience">,
    choices: {
      readonly name: string | null;
      readonly showsProgress: boolean;
      readonly sharesFeelings: boolean;
    },
  ): Promise<string> {
    const served = experiences.get("tutor");
    if (served === undefined) throw nothingThere();
    // In the transaction nothing may be asked of `db` itself: an embedded database has one connection.
    return db.transaction(async (tx) => {
      const row = await lockClass(tx, classId);
      if (row === undefined) throw nothingThere();
      const learners = await learnersOf(tx, classId);
      const mine = learners.find((each) => each.participantId === session.participantId);
      if (mine !== undefined) return mine.sessionId;
      if (learners.length >= MOST_LEARNERS) {
        throw new Problem("invalid-request", `A class has at most ${MOST_LEARNERS} learners.`);
      }
      const nowMs = now();
      const sessionId = await beginSession(tx, { ...session, experience: "tutor" }, nowMs);
      const event =
        row.ownCourse === null
          ? ({ kind: "course-chosen", courseId: row.courseId } as const)
          : ({ kind: "course-brought", course: row.ownCourse } as const);
      await addEvent(tx, { sessionId, served }, { event, atMs: nowMs });
      const { participantId } = session;
      await addLearner(tx, row, { ...choices, sessionId, participantId }, nowMs);
      return sessionId;
    });
  }
}

/** What is shown needs a name, by which the teacher knows whose it is. @throws {Problem} invalid-request */
export function requireName(showsProgress: boolean, name: string | undefined): void {
  if (showsProgress && name === undefined) {
    throw new Problem("invalid-request", "name: is needed to show how far one is");
  }
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

function courseOfClass({ courseId, ownCourse, language }: ClassRow): Course {
  const course = ownCourse ?? (courseId === null ? undefined : builtInCourse(courseId)?.[language]);
  // A course that came with an earlier version and does no longer.
  if (course === undefined) throw new Problem("not-found", "The course of this class is no longer here.");
  return course;
}

function wireClass(row: ClassRow) {
  const { id, title, createdAtMs } = row;
  return { id, title, course: courseOfClass(row).title, createdAtMs };
}
