import { openTestDatabase, raceForTasks, raceOnPostgresql } from "@openempathic/server/testing";
import type { RaceReport } from "@openempathic/server/testing";
import type { BenchTable } from "./bench-table.ts";

const CLIENTS = 64;
const CLAIMS = 20_000;

/**
 * 64 clients at once claim 20,000 tasks and answer them, with stalls, vanished clients, foreign submits, transactions
 * rolled back, acknowledgements lost and, on PostgreSQL, connections cut; then everything that was acknowledged is held
 * against the tables. @throws {Error} Where anything was lost or given away twice.
 */
export async function benchCollection(): Promise<BenchTable> {
  const options = { clients: CLIENTS, claims: CLAIMS, seed: 1, onProgress: noteProgress };
  const reports: (readonly [string, RaceReport])[] = [];
  const database = await openTestDatabase();
  try {
    reports.push(["PGlite", await raceForTasks({ ...options, db: database.db })]);
  } finally {
    await database.close();
  }
  const larger = await raceOnPostgresql(options);
  if (larger !== undefined) reports.push(["PostgreSQL", larger]);
  for (const [name, { overAssignments, lostAnswers, lostDrafts, wrongRecords }] of reports) {
    if (overAssignments + lostAnswers + lostDrafts + wrongRecords > 0)
      throw new Error(`the race on ${name} went wrong: ${JSON.stringify(reports)}`);
  }
  const row = (title: string, of: (report: RaceReport) => string | number) => [
    title,
    ...reports.map(([, report]) => of(report).toLocaleString("en")),
  ];
  return {
    title: "64 clients at once claim and answer tasks",
    columns: ["", ...reports.map(([name]) => name)],
    rows: [
      row("claims", ({ claims }) => claims),
      row("answers taken, skips and repeats beside", ({ submits }) => submits),
      row("refused as late or foreign, kept as drafts", ({ late, foreign }) => late + foreign),
      row("leases left to run out", ({ abandoned }) => abandoned),
      row("transactions failed or cut on purpose", ({ faults, cut }) => faults + cut),
      row("places given away twice", ({ overAssignments }) => overAssignments),
      row("answers lost", ({ lostAnswers }) => lostAnswers),
      row("claims and answers a second", ({ claims, seconds }) => Math.round(claims / seconds)),
      row("a claim among 64, ms, p50", ({ claimMs }) => Math.round(claimMs.p50)),
      row("a claim among 64, ms, p95", ({ claimMs }) => Math.round(claimMs.p95)),
    ],
    notes: [
      "All from one process on this machine; a claim's time includes waiting for the other 63 and for transactions that were failed on purpose and begun again.",
    ],
  };
}

function noteProgress(claims: number): void {
  if (claims % 2_000 === 0) process.stderr.write(`  ${claims.toLocaleString("en")} claims …\n`);
}
