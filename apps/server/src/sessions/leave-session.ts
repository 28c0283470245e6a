import type { ServedExperience } from "../experiences/served-experience.ts";
import type { Means } from "../http/means.ts";
import { addEvent, readEvents } from "./event-store.ts";
import { lockSession, removeMember, replaceEvents } from "./session-members.ts";

/** Who leaves which session. */
export interface Leaving {
  readonly sessionId: string;
  readonly participantId: string;
  readonly memberId: string;
  readonly served: ServedExperience;
}

/**
 * Takes somebody out of a session of somebody else's: what they said in it and their place in it, at once, so that no
 * word of theirs can come after. The session then goes on with those who remain.
 */
export async function leaveSession(
  { db, runner, now }: Pick<Means, "db" | "runner" | "now">,
  { sessionId, participantId, memberId, served }: Leaving,
): Promise<void> {
  const { sharing } = served;
  if (sharing === undefined) return;
  await runner.rewrite(sessionId, () =>
    db.transaction(async (tx) => {
      await lockSession(tx, sessionId);
      const events = await readEvents(tx, sessionId);
      await replaceEvents(tx, sessionId, sharing.withoutWordsOf(events, memberId));
      await removeMember(tx, { id: sessionId, participantId });
      await addEvent(tx, { sessionId, served }, { event: sharing.left(memberId, events), atMs: now() });
    }),
  );
}
