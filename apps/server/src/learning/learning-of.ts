import { listClasses, placesOf } from "../classes/class-store.ts";
import { platformsOf } from "../lti/launch-store.ts";
import { listSessions } from "../sessions/event-store.ts";
import type { Database } from "../storage/open-database.ts";
import { sharingsOf } from "./record-sharing.ts";

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
  const sessions = (await listSessions(db, participantId))
    .filter(({ experience }) => experience === "tutor")
    .map(({ id }) => id);
  const toldToRecordStores = (await sharingsOf(db, sessions)).map(
    ({ sessionId, agreedAtMs, endpoint, sent }) => ({ sessionId, agreedAtMs, endpoint, statements: sent }),
  );
  return { classes, inClasses, toldToRecordStores, onPlatforms: await platformsOf(db, participantId) };
}
