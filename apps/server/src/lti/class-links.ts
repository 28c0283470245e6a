import { and, eq } from "drizzle-orm";
import type { ClassRow } from "../classes/class-store.ts";
import { hashToken, newToken } from "../secrets/secrets.ts";
import { classes, ltiLinks, ltiSeats } from "../storage/learning-schema.ts";
import type { Database } from "../storage/open-database.ts";
import type { Launch } from "./launch.ts";

/** A launch from a platform. */
export interface FromPlatform {
  readonly platformId: string;
  readonly launch: Launch;
}

/** The class that a platform's link opens; `undefined` before a teacher has opened it. */
export async function classOfLink(
  db: Database,
  { platformId, launch: { deploymentId, resourceLinkId } }: FromPlatform,
): Promise<ClassRow | undefined> {
  const [row] = await db
    .select({ class: classes })
    .from(ltiLinks)
    .innerJoin(classes, eq(classes.id, ltiLinks.classId))
    .where(
      and(
        eq(ltiLinks.platformId, platformId),
        eq(ltiLinks.deploymentId, deploymentId),
        eq(ltiLinks.resourceLinkId, resourceLinkId),
      ),
    );
  return row?.class;
}

/** Makes a platform's link open a class, or brings its roster's address up to date. */
export async function linkClass(
  db: Database,
  { platformId, launch }: FromPlatform,
  classId: string,
): Promise<void> {
  const { deploymentId, resourceLinkId, rosterUrl = null } = launch;
  await db
    .insert(ltiLinks)
    .values({ platformId, deploymentId, resourceLinkId, classId, rosterUrl })
    .onConflictDoUpdate({
      target: [ltiLinks.platformId, ltiLinks.deploymentId, ltiLinks.resourceLinkId],
      set: { classId, rosterUrl },
    });
}

/** Gives a learner of a platform a seat in a class, with a way to join that is theirs alone. */
export async function giveSeat(
  db: Database,
  { platformId, launch }: FromPlatform,
  { classId, participantId }: { readonly classId: string; readonly participantId: string },
): Promise<string> {
  const token = newToken("");
  const { subject, lineItem = null } = launch;
  const seat = { platformId, subject, lineItem, tokenHash: hashToken(token) };
  await db
    .insert(ltiSeats)
    .values({ classId, participantId, ...seat })
    .onConflictDoUpdate({ target: [ltiSeats.classId, ltiSeats.participantId], set: seat });
  return token;
}

/** The class in which this participant has a seat by this token; nobody else can use it. */
export async function classOfSeat(
  db: Database,
  token: string,
  participantId: string,
): Promise<ClassRow | undefined> {
  const [row] = await db
    .select({ class: classes })
    .from(ltiSeats)
    .innerJoin(classes, eq(classes.id, ltiSeats.classId))
    .where(and(eq(ltiSeats.tokenHash, hashToken(token)), eq(ltiSeats.participantId, participantId)));
  return row?.class;
}
