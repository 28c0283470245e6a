import { screenText } from "@openempathic/collect";
import { CHAIN_START } from "@openempathic/govern";
import { NEW_CLIP } from "@openempathic/collect";
import { newId } from "../secrets/secrets.ts";
import type { Database } from "../storage/open-database.ts";
import type { CampaignRow } from "./campaigns.ts";
import { clips } from "./collection-tables.ts";
import { bySystem, moveSurely } from "./move-stored-clip.ts";
import type { ClipRow, MoveContext, StoredMove } from "./move-stored-clip.ts";
import { openTask } from "./open-task.ts";
import type { TaskTopic } from "./open-task.ts";

/** A text that somebody gives, under a consent that was checked. */
export interface NewTextClip {
  readonly contributorId: string;
  readonly words: string;
  readonly language: string;
  readonly licence: string;
  readonly consentId: string;
  readonly intended: TaskTopic["category"] | null;
}

/** The ways that a clip of text goes at once: received, screened, and on to the raters or into quarantine. */
function movesFor(contributorId: string, words: string): readonly StoredMove[] {
  const screening = screenText(words);
  return [
    { move: { kind: "receive" }, by: { role: "contributor", participantId: contributorId } },
    bySystem({ kind: "screen" }),
    bySystem(screening.kind === "pass" ? { kind: "pass" } : { kind: "quarantine", reason: screening.reason }),
  ];
}

/**
 * Keeps a clip and brings it as far as code may: to the raters, with its task, or to a reviewer.
 * @param topic What it is asked about.
 */
export async function contributeClip(
  tx: Database,
  {
    given,
    campaign,
    topic,
  }: { readonly given: NewTextClip; readonly campaign: CampaignRow; readonly topic: TaskTopic },
  context: MoveContext,
): Promise<ClipRow> {
  const id = newId("k_");
  const [draft] = await tx
    .insert(clips)
    .values({
      ...{ id, kind: "text", ...given, ...NEW_CLIP },
      ...{ auditSeq: 0, auditHash: CHAIN_START, createdAtMs: context.atMs },
    })
    .returning();
  if (draft === undefined) throw new Error("a row that was inserted is returned");
  const clip = await moveSurely(
    tx,
    { clip: draft, moves: movesFor(given.contributorId, given.words) },
    context,
  );
  if (clip.state === "annotatable") await openTask(tx, { clip, campaign, topic }, context.atMs);
  return clip;
}
