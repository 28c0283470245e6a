import { sql } from "drizzle-orm";
import type { Database } from "../storage/open-database.ts";
import { annotations, clips } from "./collection-tables.ts";

/** Figures of the whole collection; counts of fewer than `least` are null, so that nobody stands out. */
export interface CollectionCounts {
  readonly byState: Readonly<Record<string, number | null>>;
  readonly byLanguage: Readonly<Record<string, number | null>>;
  readonly annotations: number | null;
  readonly raters: number | null;
}

/** A group of fewer people or clips than this is not shown. */
const LEAST_SHOWN = 5;

/** Counts the collection. */
export async function countCollection(db: Database): Promise<CollectionCounts> {
  const counted = sql<number>`count(*)::int`;
  const byState = await db.select({ name: clips.state, count: counted }).from(clips).groupBy(clips.state);
  const byLanguage = await db
    .select({ name: clips.language, count: counted })
    .from(clips)
    .where(sql`${clips.state} <> 'revoked'`)
    .groupBy(clips.language);
  const [work] = await db
    .select({ annotations: counted, raters: sql<number>`count(distinct ${annotations.raterId})::int` })
    .from(annotations);
  return {
    byState: shown(byState),
    byLanguage: shown(byLanguage),
    annotations: enough(work?.annotations ?? 0),
    raters: enough(work?.raters ?? 0),
  };
}

function shown(rows: readonly { readonly name: string; readonly count: number }[]) {
  return Object.fromEntries(
    rows.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, count }) => [name, enough(count)]),
  );
}

function enough(count: number): number | null {
  return count >= LEAST_SHOWN ? count : null;
}
