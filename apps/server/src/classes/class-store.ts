import { and, asc, desc, eq, sql } from "drizzle-orm";
import { FIRST_CIRCLES } from "@openempathic/experiences/tutor";
import type { ClassCircles, Course } from "@openempathic/experiences/tutor";
import type { ReplyLanguage } from "@openempathic/respond";
import { hashToken, newId, newToken } from "../secrets/secrets.ts";
import type { Database } from "../storage/open-database.ts";
import { classes, classLearners } from "../storage/learning-schema.ts";

/** A class as it is kept. */
export type ClassRow = typeof classes.$inferSelect;

/** A learner's place in a class. */
export type ClassLearnerRow = typeof classLearners.$inferSelect;

/** A class to make. */
export interface NewClass {
  readonly participantId: string;
  readonly title: string;
  readonly language: ReplyLanguage;
  readonly course: string | Course;
}

/** What a learner agreed to show. */
export interface ClassChoices {
  readonly name: string | null;
  readonly showsProgress: boolean;
  readonly sharesFeelings: boolean;
}

/** Makes a class and returns its id. */
export async function addClass(db: Database, made: NewClass, nowMs: number): Promise<string> {
  const { course, ...fields } = made;
  const id = newId("k_");
  await db.insert(classes).values({
    ...fields,
    id,
    courseId: typeof course === "string" ? course : null,
    ownCourse: typeof course === "string" ? null : course,
    circles: FIRST_CIRCLES,
    createdAtMs: nowMs,
  });
  return id;
}

/** A teacher's classes, the latest first. */
export function listClasses(db: Database, participantId: string): Promise<ClassRow[]> {
  return db
    .select()
    .from(classes)
    .where(eq(classes.participantId, participantId))
    .orderBy(desc(classes.createdAtMs), desc(classes.id));
}

/** A class of this teacher; `undefined` for any other. */
export async function findClass(
  db: Database,
  { id, participantId }: { readonly id: string; readonly participantId: string },
): Promise<ClassRow | undefined> {
  const [row] = await db
    .select()
    .from(classes)
    .where(and(eq(classes.id, id), eq(classes.participantId, participantId)));
  return row;
}

/** Deletes a class; its learners keep their sessions. False when this teacher has none of that id. */
export async function deleteClass(
  db: Database,
  { id, participantId }: { readonly id: string; readonly participantId: string },
): Promise<boolean> {
  const deleted = await db
    .delete(classes)
    .where(and(eq(classes.id, id), eq(classes.participantId, participantId)))
    .returning({ id: classes.id });
  return deleted.length > 0;
}

/** A new link to a class; an earlier one stops working. The token is not kept, only its hash. */
export async function inviteToClass(db: Database, id: string): Promise<string> {
  const token = newToken("");
  await db
    .update(classes)
    .set({ tokenHash: hashToken(token) })
    .where(eq(classes.id, id));
  return token;
}

/** The class that a link leads to; `undefined` for one that is not known or no longer works. */
export async function classInvitedTo(db: Database, token: string): Promise<ClassRow | undefined> {
  const [row] = await db
    .select()
    .from(classes)
    .where(eq(classes.tokenHash, hashToken(token)));
  return row;
}

/** Locks a class until the transaction ends, so that two looks or two who join come one after the other. */
export async function lockClass(tx: Database, id: string): Promise<ClassRow | undefined> {
  await tx.execute(sql`select 1 from ${classes} where id = ${id} for update`);
  const [row] = await tx.select().from(classes).where(eq(classes.id, id));
  return row;
}

/** Keeps who is counted with whom. */
export async function keepCircles(tx: Database, id: string, circles: ClassCircles): Promise<void> {
  await tx.update(classes).set({ circles }).where(eq(classes.id, id));
}

/** The learners of a class, in the order in which they joined. */
export function learnersOf(db: Database, classId: string): Promise<ClassLearnerRow[]> {
  return db
    .select()
    .from(classLearners)
    .where(eq(classLearners.classId, classId))
    .orderBy(asc(classLearners.joinedAtMs), asc(classLearners.memberId));
}

/** A learner's place in the class of one of their sessions; `undefined` where it is in none. */
export async function placeOf(
  db: Database,
  sessionId: string,
): Promise<{ readonly learner: ClassLearnerRow; readonly title: string } | undefined> {
  const [row] = await db
    .select({ learner: classLearners, title: classes.title })
    .from(classLearners)
    .innerJoin(classes, eq(classes.id, classLearners.classId))
    .where(eq(classLearners.sessionId, sessionId));
  return row;
}

/** The classes that a learner is in. */
export function placesOf(
  db: Database,
  participantId: string,
): Promise<{ readonly learner: ClassLearnerRow; readonly title: string }[]> {
  return db
    .select({ learner: classLearners, title: classes.title })
    .from(classLearners)
    .innerJoin(classes, eq(classes.id, classLearners.classId))
    .where(eq(classLearners.participantId, participantId));
}

/** A learner to add: their session, and what they agreed to show. */
export interface NewLearner extends ClassChoices {
  readonly sessionId: string;
  readonly participantId: string;
  readonly joinedAtMs: number;
}

/** Makes a session's learner one of a locked class. */
export async function addLearner(tx: Database, { id, joined }: ClassRow, learner: NewLearner): Promise<void> {
  await tx
    .update(classes)
    .set({ joined: joined + 1 })
    .where(eq(classes.id, id));
  await tx.insert(classLearners).values({ ...learner, classId: id, memberId: `m${String(joined + 1)}` });
}

/** Changes what a learner shows. */
export async function changeChoices(db: Database, sessionId: string, choices: ClassChoices): Promise<void> {
  await db.update(classLearners).set(choices).where(eq(classLearners.sessionId, sessionId));
}

/** Takes a learner out of the class of their session, which they keep. */
export async function leaveClass(db: Database, sessionId: string): Promise<void> {
  await db.delete(classLearners).where(eq(classLearners.sessionId, sessionId));
}
