import { sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import { RATING_POLICY, OPEN_TO_ALL, standardSchema } from "@openempathic/collect";
import { addCampaign } from "../collection/campaigns.ts";
import type { Database } from "../storage/open-database.ts";

/** How much a made-up collection holds. */
export interface CollectionSize {
  readonly clips: number;
  readonly annotations: number;
  readonly people: number;
}

/** The campaign that {@link fillCollection} fills; its clips are in English, of everybody in turn. */
export const FILLED_CAMPAIGN = "filled";

/**
 * Fills a database with clips, of which each has a task with five places and as many answers as come to it, in a few
 * statements: for measuring, so there are rows and no histories. The last tenth of the clips has no answer yet.
 */
export async function fillCollection(
  db: Database,
  { clips, annotations, people }: CollectionSize,
): Promise<void> {
  const campaign = { id: FILLED_CAMPAIGN, questions: standardSchema("grid"), eligibility: OPEN_TO_ALL };
  await addCampaign(db, { ...campaign, acceptance: RATING_POLICY }, 1);
  // 1, 2, 3, … over the clips that have answers; the rater of an answer is never its clip's maker.
  const answered = Math.floor(clips * 0.9);
  const each = Math.floor(annotations / answered);
  const more = annotations - each * answered;
  const statements: readonly SQL[] = [
    sql`insert into participants (id, role, created_at_ms)
      select 'p' || i, 'participant', 1 from generate_series(0, ${people - 1}::int) i`,
    sql`insert into clips (id, contributor_id, kind, words, language, licence, consent_id, state, release,
        has_appealed, audit_seq, audit_hash, created_at_ms)
      select 'k' || i, 'p' || (i % ${people}::int), 'text', 'Clip ' || i, 'en', 'CC0-1.0', 'c', 'annotatable', 0,
        false, 0, '', i from generate_series(1, ${clips}::int) i`,
    sql`insert into tasks (id, campaign_id, clip_id, asked, language, contributor_id, verdict, overlap, answers,
        stage, is_open, opened_at_ms)
      select 't' || i, ${FILLED_CAMPAIGN}, 'k' || i, '["valence"]', 'en', 'p' || (i % ${people}::int), 'annotatable',
        ${each + 2}::int, case when i <= ${answered}::int then ${each}::int else 0 end,
        case when i <= ${answered}::int then 1 else 2 end, true, i from generate_series(1, ${clips}::int) i`,
    sql`insert into annotations (id, task_id, rater_id, answers, place, token, is_skip, at_ms)
      select 'a' || i || '-' || j, 't' || i, 'p' || ((i + j) % ${people}::int), '{}', j, 1, false, i
      from generate_series(1, ${answered}::int) i,
        generate_series(1, ${each}::int + case when i <= ${more}::int then 1 else 0 end) j`,
    sql`insert into slots (task_id, number, kind, token, holder_id, annotation_id)
      select task_id, place, 'submitted', 1, rater_id, id from annotations`,
    sql`insert into slots (task_id, number, kind, token)
      select 't' || i, ${each}::int + 2, 'open', 0 from generate_series(1, ${clips}::int) i`,
  ];
  for (const statement of statements) await db.execute(statement);
}
