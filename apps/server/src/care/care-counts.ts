import { asc, lt, sql } from "drizzle-orm";
import type { RiskLevel } from "@openempathic/govern";
import type { CrisisStep } from "@openempathic/respond";
import type { Database } from "../storage/open-database.ts";
import { careCounts } from "../storage/schema.ts";

/** A crisis answer that was given, as far as it is counted. Nothing in it says who or where it was. */
export interface CareAnswer {
  readonly level: RiskLevel;
  /** The rung whose question it asked; "staying" once all were. */
  readonly step: CrisisStep | "staying";
  readonly country: string | undefined;
  readonly atMs: number;
}

/** Of fewer than this many, the number is not shown: a handful could be one person whom somebody knows. */
export const LEAST_SHOWN = 5;

/** A month's counts as they may be shown. */
export interface CareMonth {
  /** YYYY-MM, in UTC. */
  readonly month: string;
  /** All answers of the month; `null` where it, or what is left out of `groups`, is fewer than five. */
  readonly answers: number | null;
  /** Groups of five and more, the largest first. */
  readonly groups: readonly CareGroup[];
  /** Whether there were groups of fewer than five, which are left out. */
  readonly hasSmallGroups: boolean;
}

/** How often a crisis answer was given at one level and rung to people who said one country. */
export interface CareGroup {
  readonly level: string;
  readonly step: string;
  /** ISO 3166-1 alpha-2; empty where they had not said. */
  readonly country: string;
  readonly answers: number;
}

/** Counts one crisis answer, on its day in UTC. */
export async function countCareAnswer(db: Database, answer: CareAnswer): Promise<void> {
  const { level, step, country = "", atMs } = answer;
  const day = new Date(atMs).toISOString().slice(0, 10);
  await db
    .insert(careCounts)
    .values({ day, level, step, country, answers: 1 })
    .onConflictDoUpdate({
      target: [careCounts.day, careCounts.level, careCounts.step, careCounts.country],
      set: { answers: sql`${careCounts.answers} + 1` },
    });
}

/**
 * The counts as they may be shown: whole months that are over, latest first. Of a month that goes on nothing is told,
 * since two looks at it would tell what came in between.
 */
export async function readCareMonths(db: Database, nowMs: number): Promise<readonly CareMonth[]> {
  const thisMonth = new Date(nowMs).toISOString().slice(0, 7);
  const rows = await db
    .select()
    .from(careCounts)
    .where(lt(careCounts.day, thisMonth))
    .orderBy(asc(careCounts.day));
  const months = [...new Set(rows.map(({ day }) => day.slice(0, 7)))].toReversed();
  return months.map((month) =>
    monthOf(
      month,
      rows.filter(({ day }) => day.startsWith(month)),
    ),
  );
}

function monthOf(month: string, rows: readonly CareGroup[]): CareMonth {
  const groups = new Map<string, CareGroup>();
  for (const { level, step, country, answers } of rows) {
    const key = `${level} ${step} ${country}`;
    groups.set(key, { level, step, country, answers: answers + (groups.get(key)?.answers ?? 0) });
  }
  const all = [...groups.values()].toSorted((one, other) => other.answers - one.answers);
  const shown = all.filter(({ answers }) => answers >= LEAST_SHOWN);
  const total = sumOf(all);
  const left = total - sumOf(shown);
  // The total with the groups beside it would tell what was left out.
  const tellsTotal = total >= LEAST_SHOWN && (left === 0 || left >= LEAST_SHOWN);
  return { month, answers: tellsTotal ? total : null, groups: shown, hasSmallGroups: left > 0 };
}

function sumOf(groups: readonly CareGroup[]): number {
  return groups.reduce((sum, { answers }) => sum + answers, 0);
}
