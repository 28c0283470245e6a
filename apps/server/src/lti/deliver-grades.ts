import { and, asc, eq, gt, isNotNull, lte } from "drizzle-orm";
import { learnerRecord } from "@openempathic/experiences/tutor";
import type { TutorEvent } from "@openempathic/experiences/tutor";
import type { Means } from "../http/means.ts";
import { waitAfter } from "../learning/wait-after.ts";
import { readEvents } from "../sessions/event-store.ts";
import { classLearners, ltiPlatforms, ltiSeats } from "../storage/learning-schema.ts";
import { sessions } from "../storage/schema.ts";
import { SCORE_SCOPE } from "./launch.ts";
import { askPlatform } from "./platform-service.ts";

/** What passing results back works with. */
export type GradeMeans = Pick<Means, "db" | "secrets" | "now" | "closing" | "log">;

/** Learners of one round. */
const LEARNERS = 20;

const TYPE = "application/vnd.ims.lis.v1.score+json";

/**
 * Passes the results of learners back who show how far they are: the mean probability that the course's skills are
 * known, in whole per cent, and nothing else. What a platform could not take is sent later, at longer and longer
 * intervals.
 */
export async function deliverGrades(means: GradeMeans): Promise<void> {
  const { db, now, closing } = means;
  const due = await db
    .select({ seat: ltiSeats, platform: ltiPlatforms, sessionId: sessions.id, lastSeq: sessions.lastSeq })
    .from(ltiSeats)
    .innerJoin(ltiPlatforms, eq(ltiPlatforms.id, ltiSeats.platformId))
    .innerJoin(
      classLearners,
      and(
        eq(classLearners.classId, ltiSeats.classId),
        eq(classLearners.participantId, ltiSeats.participantId),
      ),
    )
    .innerJoin(sessions, eq(sessions.id, classLearners.sessionId))
    .where(
      and(
        isNotNull(ltiSeats.lineItem),
        eq(classLearners.showsProgress, true),
        lte(ltiSeats.nextAtMs, now()),
        gt(sessions.lastSeq, ltiSeats.sentSeq),
      ),
    )
    .orderBy(asc(ltiSeats.nextAtMs))
    .limit(LEARNERS);
  for (const each of due) {
    if (closing.aborted) return;
    await deliverOne(means, each);
  }
}

interface DueGrade {
  readonly seat: typeof ltiSeats.$inferSelect;
  readonly platform: typeof ltiPlatforms.$inferSelect;
  readonly sessionId: string;
  readonly lastSeq: number;
}

async function deliverOne(
  means: GradeMeans,
  { seat, platform, sessionId, lastSeq }: DueGrade,
): Promise<void> {
  const { db, now, closing, log } = means;
  const { classId, participantId, lineItem, subject } = seat;
  const isTheirs = and(eq(ltiSeats.classId, classId), eq(ltiSeats.participantId, participantId));
  // The cast is safe: a class's sessions are the tutor's, whose log holds only its own events.
  const events = (await readEvents(db, sessionId)) as readonly TutorEvent[];
  const percent = percentOf(learnerRecord("", events).mastery);
  try {
    if (percent !== undefined && percent !== seat.sentPercent && lineItem !== null) {
      await askPlatform(means, platform, {
        url: scoresOf(lineItem),
        scope: SCORE_SCOPE,
        post: { type: TYPE, body: JSON.stringify(scoreOf(percent, { subject, nowMs: now() })) },
      });
    }
    const sent = percent === undefined ? {} : { sentPercent: percent };
    await db
      .update(ltiSeats)
      .set({ ...sent, sentSeq: lastSeq, failures: 0, nextAtMs: now() })
      .where(isTheirs);
  } catch (error) {
    if (closing.aborted) return;
    log.failure("lti-grades", error);
    const failures = seat.failures + 1;
    await db
      .update(ltiSeats)
      .set({ failures, nextAtMs: now() + waitAfter(failures) })
      .where(isTheirs);
  }
}

/** A score as LTI Assignment and Grade Services 2.0, section 3.4.7 has it. */
function scoreOf(percent: number, { subject, nowMs }: { readonly subject: string; readonly nowMs: number }) {
  return {
    userId: subject,
    scoreGiven: percent,
    scoreMaximum: 100,
    activityProgress: percent >= 95 ? "Completed" : "InProgress",
    gradingProgress: "FullyGraded",
    timestamp: new Date(nowMs).toISOString(),
  };
}

function percentOf(mastery: Readonly<Record<string, number>>): number | undefined {
  const known = Object.values(mastery);
  if (known.length === 0) return undefined;
  return Math.round((100 * known.reduce((sum, each) => sum + each, 0)) / known.length);
}

/** The scores of a line item: below its path, before its query (section 3.4.1). */
function scoresOf(lineItem: string): string {
  const url = new URL(lineItem);
  url.pathname = `${url.pathname.replace(/\/+$/u, "")}/scores`;
  return url.href;
}
