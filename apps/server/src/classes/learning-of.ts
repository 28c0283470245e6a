import type { Database } from "../storage/open-database.ts";
import { listClasses, placesOf } from "./class-store.ts";

/** What is kept of somebody as a teacher and as a learner, for their export. Nothing of a class's learners. */
export async function learningOf(db: Database, participantId: string) {
  const classes = (await listClasses(db, participantId)).map(
    ({ id, title, language, courseId, ownCourse, createdAtMs }) => ({
      id,
      title,
      language,
      course: ownCourse ?? courseId,
      createdAtMs,
    }),
  );
  const inClasses = (await placesOf(db, participantId)).map(({ learner, title }) => {
    const { sessionId, name, showsProgress, sharesFeelings, joinedAtMs } = learner;
    return { title, sessionId, name, showsProgress, sharesFeelings, joinedAtMs };
  });
  return { classes, inClasses };
}
