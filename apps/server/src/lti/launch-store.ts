import { and, eq, gte, lt } from "drizzle-orm";
import { addParticipant, addTokenFor, participantById } from "../people/people.ts";
import type { SignedIn } from "../people/people.ts";
import { hashToken, newToken } from "../secrets/secrets.ts";
import { ltiLaunches, ltiPlatforms, ltiStates, ltiUsers } from "../storage/learning-schema.ts";
import type { Database } from "../storage/open-database.ts";
import { launchSchema } from "./launch.ts";
import type { Launch } from "./launch.ts";

/** How long a login may take, in milliseconds. */
export const LOGIN_MS = 600_000;

/** A login that has begun: what goes to the platform and comes back from it. */
export interface BegunLogin {
  readonly state: string;
  readonly nonce: string;
}

/** Begins a login of this browser, and forgets those that nobody finished. */
export async function beginLogin(
  db: Database,
  { platformId, browser }: { readonly platformId: string; readonly browser: string },
  nowMs: number,
): Promise<BegunLogin> {
  const begun = { state: newToken(""), nonce: newToken("") };
  await db.delete(ltiStates).where(lt(ltiStates.createdAtMs, nowMs - LOGIN_MS));
  await db.delete(ltiLaunches).where(lt(ltiLaunches.createdAtMs, nowMs - LOGIN_MS));
  await db.insert(ltiStates).values({
    stateHash: hashToken(begun.state),
    nonceHash: hashToken(begun.nonce),
    browserHash: hashToken(browser),
    platformId,
    createdAtMs: nowMs,
  });
  return begun;
}

/** Uses up a state; `undefined` for one that is used, unknown or too old. */
export async function takeState(db: Database, state: string, nowMs: number) {
  const [row] = await db
    .delete(ltiStates)
    .where(and(eq(ltiStates.stateHash, hashToken(state)), gte(ltiStates.createdAtMs, nowMs - LOGIN_MS)))
    .returning();
  return row;
}

/** Keeps a checked launch until its browser asks for it; gives the code for that. */
export async function keepLaunch(
  db: Database,
  kept: { readonly platformId: string; readonly browserHash: string; readonly launch: Launch },
  nowMs: number,
): Promise<string> {
  const code = newToken("");
  await db.insert(ltiLaunches).values({ ...kept, codeHash: hashToken(code), createdAtMs: nowMs });
  return code;
}

/** Uses up a launch's code, by whichever browser; `undefined` for one that is used, unknown or too old. */
export async function takeLaunch(db: Database, code: string, nowMs: number) {
  const [row] = await db
    .delete(ltiLaunches)
    .where(and(eq(ltiLaunches.codeHash, hashToken(code)), gte(ltiLaunches.createdAtMs, nowMs - LOGIN_MS)))
    .returning();
  return row === undefined ? undefined : { ...row, launch: launchSchema.parse(row.launch) };
}

/** Signs somebody of a platform in: as who they were here before, or as somebody new, and never as whoever is signed in. */
export async function signInFromPlatform(
  db: Database,
  { platformId, subject }: { readonly platformId: string; readonly subject: string },
  nowMs: number,
): Promise<SignedIn> {
  const isTheirs = and(eq(ltiUsers.platformId, platformId), eq(ltiUsers.subject, subject));
  const [known] = await db.select().from(ltiUsers).where(isTheirs);
  const participant = known === undefined ? undefined : await participantById(db, known.participantId);
  if (participant !== undefined) return { participant, token: await addTokenFor(db, participant.id, nowMs) };
  const made = await addParticipant(db, nowMs);
  const added = await db
    .insert(ltiUsers)
    .values({ platformId, subject, participantId: made.participant.id })
    .onConflictDoNothing()
    .returning();
  // Two launches at once: who came second is who came first.
  return added.length > 0 ? made : signInFromPlatform(db, { platformId, subject }, nowMs);
}

/** Under which ids somebody is known on which platforms. */
export function platformsOf(
  db: Database,
  participantId: string,
): Promise<{ readonly platform: string; readonly subject: string }[]> {
  return db
    .select({ platform: ltiPlatforms.issuer, subject: ltiUsers.subject })
    .from(ltiUsers)
    .innerJoin(ltiPlatforms, eq(ltiPlatforms.id, ltiUsers.platformId))
    .where(eq(ltiUsers.participantId, participantId));
}
