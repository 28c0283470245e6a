import { and, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import type { Means } from "../http/means.ts";
import { classLearners, ltiLinks, ltiPlatforms, ltiSeats } from "../storage/learning-schema.ts";
import { ROSTER_SCOPE } from "./launch.ts";
import { askPlatform } from "./platform-service.ts";

/** One learner of a platform's course. */
export interface RosterMember {
  /** As the platform has it; absent where it does not tell. */
  readonly name?: string;
  readonly hasJoined: boolean;
}

const TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

const CONTAINER = z.object({
  members: z.array(
    z.looseObject({
      user_id: z.string(),
      roles: z.array(z.string()),
      name: z.string().max(300).optional(),
      status: z.string().optional(),
    }),
  ),
});

/** Both ways in which a platform may write the role. */
const LEARNER = /(?:^|#)Learner$/u;

/** Most pages of a roster that are read. */
const MOST_PAGES = 20;

/**
 * The learners of the platform's course that a class belongs to, with who has joined: asked for when the teacher looks,
 * and never kept. `undefined` where the class is from no platform, or from one that tells no roster.
 * @throws {Error} When the platform cannot be reached or says no.
 */
export async function rosterOf(means: Means, classId: string): Promise<readonly RosterMember[] | undefined> {
  const { db } = means;
  const [link] = await db
    .select({ url: ltiLinks.rosterUrl, platform: ltiPlatforms })
    .from(ltiLinks)
    .innerJoin(ltiPlatforms, eq(ltiPlatforms.id, ltiLinks.platformId))
    .where(and(eq(ltiLinks.classId, classId), isNotNull(ltiLinks.rosterUrl)));
  if (link === undefined || link.url === null) return undefined;
  const joined = await db
    .select({ subject: ltiSeats.subject })
    .from(ltiSeats)
    .innerJoin(
      classLearners,
      and(
        eq(classLearners.classId, ltiSeats.classId),
        eq(classLearners.participantId, ltiSeats.participantId),
      ),
    )
    .where(eq(ltiSeats.classId, classId));
  const here = new Set(joined.map(({ subject }) => subject));
  const members: RosterMember[] = [];
  let url: string | undefined = link.url;
  for (let page = 0; url !== undefined && page < MOST_PAGES; page += 1) {
    const answer = await askPlatform(means, link.platform, { url, scope: ROSTER_SCOPE, accept: TYPE });
    for (const { user_id, roles, name, status = "Active" } of CONTAINER.parse(await answer.json()).members) {
      if (status !== "Active" || !roles.some((role) => LEARNER.test(role))) continue;
      members.push({ hasJoined: here.has(user_id), ...(name === undefined ? {} : { name }) });
    }
    url = nextPage(answer.headers.get("link"), url);
  }
  return members;
}

/** The next page of an answer (RFC 8288), on the same host only. */
function nextPage(header: string | null, current: string): string | undefined {
  const next = /<([^>]+)>\s*;[^,]*\brel="?next"?/u.exec(header ?? "")?.[1];
  if (next === undefined || !URL.canParse(next, current)) return undefined;
  const url = new URL(next, current);
  return url.origin === new URL(current).origin ? url.href : undefined;
}
