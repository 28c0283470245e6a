import { and, desc, eq, gt, sql } from "drizzle-orm";
import { rankTasks } from "@openempathic/collect";
import type { Answers, Question } from "@openempathic/collect";
import { participants } from "../storage/schema.ts";
import type { Database } from "../storage/open-database.ts";
import { askedQuestions } from "./campaigns.ts";
import type { CampaignRow } from "./campaigns.ts";
import { annotationDrafts, annotations, clips, slots, tasks } from "./collection-tables.ts";

/** Who asks for work, in which languages, and when. */
export interface ClaimRequest {
  readonly participantId: string;
  /** BCP 47 primary languages that the person chose. */
  readonly languages: readonly string[];
  readonly campaign: CampaignRow;
  readonly nowMs: number;
  readonly leaseMs: number;
}

/** A task in somebody's hands. */
export interface ClaimedTask {
  readonly taskId: string;
  readonly slot: number;
  readonly token: number;
  readonly untilMs: number;
  readonly clip: { readonly id: string; readonly words: string; readonly language: string };
  readonly questions: readonly Question[];
  /** What this person had answered here when their time ran out; null where nothing was kept. */
  readonly draft: Answers | null;
}

interface Lease {
  readonly taskId: string;
  readonly number: number;
  readonly token: number;
  readonly untilMs: number;
}

/** How many tasks are looked at for one choice, and how often where others took all of them meanwhile. */
const CANDIDATES = 40;
const TRIES = 5;

/**
 * Gives somebody their next task: the one that they hold already, else the best that is free, by `rankTasks`. The claim
 * is one conditional update that skips what others are just taking; two claims of one person come one after the other.
 * @returns `undefined` where there is nothing for this person now.
 */
export async function claimTask(db: Database, request: ClaimRequest): Promise<ClaimedTask | undefined> {
  return db.transaction(async (tx) => {
    // One after the other for one person, without keeping anybody from referring to them.
    const self = eq(participants.id, request.participantId);
    await tx.select({ id: participants.id }).from(participants).where(self).for("no key update");
    const lease = (await heldLease(tx, request)) ?? (await newLease(tx, request));
    return lease === undefined ? undefined : await claimedTask(tx, lease, request);
  });
}

async function heldLease(
  tx: Database,
  { participantId, campaign, nowMs }: ClaimRequest,
): Promise<Lease | undefined> {
  const [row] = await tx
    .select({ taskId: slots.taskId, number: slots.number, token: slots.token, untilMs: slots.untilMs })
    .from(slots)
    .innerJoin(tasks, eq(tasks.id, slots.taskId))
    .where(
      and(
        eq(slots.holderId, participantId),
        eq(slots.kind, "leased"),
        gt(slots.untilMs, nowMs),
        eq(tasks.campaignId, campaign.id),
      ),
    )
    .limit(1);
  return row === undefined || row.untilMs === null ? undefined : { ...row, untilMs: row.untilMs };
}

async function newLease(tx: Database, request: ClaimRequest): Promise<Lease | undefined> {
  const lastSpeaker = await lastSpeakerOf(tx, request.participantId);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const candidates = await findCandidates(tx, request);
    if (candidates.length === 0) return undefined;
    const ranked = rankTasks(candidates, lastSpeaker === undefined ? {} : { lastSpeaker });
    for (const { id } of ranked) {
      const lease = await takePlace(tx, id, request);
      if (lease !== undefined) return lease;
    }
  }
  return undefined;
}

/** Takes the first free place of a task that nobody is just taking; `undefined` where there is none. */
async function takePlace(
  tx: Database,
  taskId: string,
  { participantId, nowMs, leaseMs }: ClaimRequest,
): Promise<Lease | undefined> {
  // One task a statement: by a list of them, a database without statistics, as PGlite is, reads the whole table.
  const result = await tx.execute(sql`
    update slots set kind = 'leased', holder_id = ${participantId}, token = token + 1,
      until_ms = ${nowMs + leaseMs}::bigint
    where (task_id, number) = (
      select s.task_id, s.number from slots s
      where s.task_id = ${taskId}
        and (s.kind = 'open' or (s.kind = 'leased' and s.until_ms <= ${nowMs}::bigint))
        and not exists (
          select 1 from slots mine
          where mine.task_id = ${taskId} and mine.holder_id = ${participantId} and mine.number <> s.number)
      order by s.number
      limit 1
      for update of s skip locked)
    returning task_id as "taskId", number, token, until_ms::float8 as "untilMs"`);
  // Both drivers answer a raw statement with `rows`; the columns are named above.
  return (result as { rows: Lease[] }).rows[0];
}

/** The tasks among which this person's next is chosen: open, in their languages, not theirs, not answered by them. */
async function findCandidates(tx: Database, { participantId, languages, campaign, nowMs }: ClaimRequest) {
  const result = await tx.execute(sql`
    select t.id, t.answers, t.overlap - t.answers as missing, t.uncertainty::float8 as uncertainty,
      coalesce(t.contributor_id, t.id) as speaker, t.opened_at_ms::float8 as "openedAtMs"
    from jsonb_array_elements_text(${JSON.stringify(languages)}::jsonb) as spoken(language)
    cross join lateral (
      select * from tasks
      where tasks.is_open and tasks.campaign_id = ${campaign.id} and tasks.language = spoken.language
        and tasks.contributor_id is distinct from ${participantId}
        and not exists (
          select 1 from annotations a where a.task_id = tasks.id and a.rater_id = ${participantId})
        and exists (
          select 1 from slots s where s.task_id = tasks.id
            and (s.kind = 'open' or (s.kind = 'leased' and s.until_ms <= ${nowMs}::bigint)))
      order by tasks.stage, tasks.opened_at_ms
      limit ${CANDIDATES}) t`);
  interface Found {
    readonly id: string;
    readonly answers: number;
    readonly missing: number;
    readonly uncertainty: number | null;
    readonly speaker: string;
    readonly openedAtMs: number;
  }
  // As above: the columns and their types are those of the statement.
  const { rows } = result as { rows: Found[] };
  return rows.map((row) => ({ ...row, uncertainty: row.uncertainty ?? undefined }));
}

/** Who made the clip that this person answered last. */
async function lastSpeakerOf(tx: Database, participantId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ speaker: tasks.contributorId })
    .from(annotations)
    .innerJoin(tasks, eq(tasks.id, annotations.taskId))
    .where(eq(annotations.raterId, participantId))
    .orderBy(desc(annotations.atMs))
    .limit(1);
  return row?.speaker ?? undefined;
}

async function claimedTask(
  tx: Database,
  { taskId, number, token, untilMs }: Lease,
  { participantId, campaign }: ClaimRequest,
): Promise<ClaimedTask> {
  const [row] = await tx
    .select({ asked: tasks.asked, id: clips.id, words: clips.words, language: clips.language })
    .from(tasks)
    .innerJoin(clips, eq(clips.id, tasks.clipId))
    .where(eq(tasks.id, taskId));
  if (row === undefined || row.words === null)
    throw new Error("a task that was claimed has a clip with words");
  const { asked, id, words, language } = row;
  const [draft] = await tx
    .select({ answers: annotationDrafts.answers })
    .from(annotationDrafts)
    .where(and(eq(annotationDrafts.taskId, taskId), eq(annotationDrafts.raterId, participantId)));
  return {
    ...{ taskId, slot: number, token, untilMs, clip: { id, words, language } },
    questions: askedQuestions(campaign, asked),
    draft: draft?.answers ?? null,
  };
}
