import { classView, learnerRecord } from "@openempathic/experiences/tutor";
import type { ClassLearner, ClassView, TutorEvent } from "@openempathic/experiences/tutor";
import type { Means } from "../http/means.ts";
import { readEvents } from "../sessions/event-store.ts";
import type { Database } from "../storage/open-database.ts";
import { keepCircles, learnersOf, lockClass } from "./class-store.ts";
import type { ClassLearnerRow } from "./class-store.ts";

/** What a teacher sees of a class, with the names that learners gave to what they show. */
export interface LookedAtClass {
  readonly learners: number;
  readonly view: ClassView;
  readonly names: ReadonlyMap<string, string>;
}

/** Looks at a class, one look after the other, and keeps what must be kept for the next; `undefined` where it is gone. */
export function lookAtClass(
  { db, now, secrets }: Pick<Means, "db" | "now" | "secrets">,
  classId: string,
): Promise<LookedAtClass | undefined> {
  return db.transaction(async (tx) => {
    const row = await lockClass(tx, classId);
    if (row === undefined) return undefined;
    const rows = await learnersOf(tx, classId);
    const learners: ClassLearner[] = [];
    for (const each of rows) learners.push(await learnerOf(tx, each));
    const { view, circles } = classView(learners, row.circles, {
      nowMs: now(),
      markOf: (text) => secrets.fingerprint(`${classId}\n${text}`),
    });
    await keepCircles(tx, classId, circles);
    const names = new Map(rows.flatMap(({ memberId, name }) => (name === null ? [] : [[memberId, name]])));
    return { learners: rows.length, view, names };
  });
}

async function learnerOf(tx: Database, row: ClassLearnerRow): Promise<ClassLearner> {
  const { memberId, sessionId, showsProgress, sharesFeelings } = row;
  // The cast is safe: a class's sessions are begun as the tutor's, whose log holds only its own events.
  const events = (await readEvents(tx, sessionId)) as readonly TutorEvent[];
  return { ...learnerRecord(memberId, events), showsProgress, sharesFeelings };
}
