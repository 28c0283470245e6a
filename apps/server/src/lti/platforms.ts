import { and, asc, eq } from "drizzle-orm";
import { newId } from "../secrets/secrets.ts";
import { ltiPlatforms } from "../storage/learning-schema.ts";
import type { Database } from "../storage/open-database.ts";

/** A learning platform as the owner registered it. */
export type LtiPlatform = typeof ltiPlatforms.$inferSelect;

/** Registers a platform; one with the same issuer and client is replaced. */
export async function savePlatform(
  db: Database,
  platform: Omit<LtiPlatform, "id" | "createdAtMs">,
  nowMs: number,
): Promise<void> {
  await db
    .insert(ltiPlatforms)
    .values({ ...platform, id: newId("lp_"), createdAtMs: nowMs })
    .onConflictDoUpdate({ target: [ltiPlatforms.issuer, ltiPlatforms.clientId], set: platform });
}

/** All platforms, the oldest first. */
export function listPlatforms(db: Database): Promise<LtiPlatform[]> {
  return db.select().from(ltiPlatforms).orderBy(asc(ltiPlatforms.createdAtMs), asc(ltiPlatforms.id));
}

/** Takes a platform away, with all that came from it but the classes and sessions; false where there is none. */
export async function removePlatform(db: Database, id: string): Promise<boolean> {
  const removed = await db
    .delete(ltiPlatforms)
    .where(eq(ltiPlatforms.id, id))
    .returning({ id: ltiPlatforms.id });
  return removed.length > 0;
}

/** The platform that says it is this issuer; with a client id where one issuer has several. */
export async function findPlatform(
  db: Database,
  { issuer, clientId }: { readonly issuer: string; readonly clientId: string | undefined },
): Promise<LtiPlatform | undefined> {
  const isIssuer = eq(ltiPlatforms.issuer, issuer);
  const rows = await db
    .select()
    .from(ltiPlatforms)
    .where(clientId === undefined ? isIssuer : and(isIssuer, eq(ltiPlatforms.clientId, clientId)));
  // Without a client id an issuer with several cannot be told.
  return rows.length === 1 ? rows[0] : undefined;
}

/** One platform. */
export async function platformOf(db: Database, id: string): Promise<LtiPlatform | undefined> {
  const [row] = await db.select().from(ltiPlatforms).where(eq(ltiPlatforms.id, id));
  return row;
}
