import type { Means } from "../http/means.ts";
import { Problem } from "../http/problem.ts";
import { addEvent, beginSession } from "../sessions/event-store.ts";
import type { NewSession } from "../sessions/event-store.ts";
import { addLearner, learnersOf, lockClass } from "./class-store.ts";
import type { ClassChoices } from "./class-store.ts";

/** Most learners in one class. */
const MOST_LEARNERS = 200;

/** Who joins, in what language, and what they agree to show. */
export interface Joining {
  readonly session: Omit<NewSession, "experience">;
  readonly choices: ClassChoices;
}

/**
 * Begins a learner's session in a class, with its course; who has one there already gets that.
 * @returns the session's id; `undefined` where the class is gone
 * @throws {Problem} invalid-request, when the class is full
 */
export function joinClass(
  { db, now, experiences }: Pick<Means, "db" | "now" | "experiences">,
  classId: string,
  { session, choices }: Joining,
): Promise<string | undefined> {
  const served = experiences.get("tutor");
  // In the transaction nothing may be asked of `db` itself: an embedded database has one connection.
  return db.transaction(async (tx) => {
    const row = await lockClass(tx, classId);
    if (row === undefined || served === undefined) return undefined;
    const learners = await learnersOf(tx, classId);
    const { participantId } = session;
    const mine = learners.find((each) => each.participantId === participantId);
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
    await addLearner(tx, row, { ...choices, sessionId, participantId, joinedAtMs: nowMs });
    return sessionId;
  });
}
