import type { CategoryId } from "@openempathic/affect";
import { newId } from "../secrets/secrets.ts";
import type { Database } from "../storage/open-database.ts";
import { questionsFor } from "./campaigns.ts";
import type { CampaignRow } from "./campaigns.ts";
import { slots, tasks } from "./collection-tables.ts";
import type { ClipRow } from "./move-stored-clip.ts";
import { stageOf } from "./task-places.ts";

/** What a clip is asked about, and the number in [0, 1) that picks what speaks against it. */
export interface TaskTopic {
  readonly category: CategoryId;
  readonly chance: number;
}

/** Opens the task of a clip in a campaign, with its first places. */
export async function openTask(
  tx: Database,
  {
    clip,
    campaign,
    topic,
  }: { readonly clip: ClipRow; readonly campaign: CampaignRow; readonly topic: TaskTopic },
  atMs: number,
): Promise<string> {
  const id = newId("t_");
  const overlap = campaign.acceptance.first;
  await tx.insert(tasks).values({
    ...{ id, campaignId: campaign.id, clipId: clip.id, asked: questionsFor(campaign, topic) },
    ...{ language: clip.language, contributorId: clip.contributorId, verdict: "annotatable", overlap },
    ...{ answers: 0, stage: stageOf({ answers: 0, overlap }), isOpen: true, openedAtMs: atMs },
  });
  const numbers = Array.from({ length: overlap }, (_, i) => i + 1);
  await tx
    .insert(slots)
    .values(numbers.map((number) => ({ taskId: id, number, kind: "open", token: 0 }) as const));
  return id;
}
