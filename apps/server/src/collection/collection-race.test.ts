import { describe, expect, it } from "vitest";
import { openDatabase } from "../storage/open-database.ts";
import { raceForTasks } from "../testing/collection-race.ts";
import type { RaceReport } from "../testing/collection-race.ts";
import { raceOnPostgresql } from "../testing/race-on-postgresql.ts";
import { findPostgresql } from "../testing/start-postgresql.ts";

const NOTHING_WRONG = { overAssignments: 0, lostAnswers: 0, lostDrafts: 0, wrongRecords: 0 };
const RACE = { clients: 64, claims: 1_000, seed: 1 };
const LONG = { timeout: 300_000 };

/** All that can happen in a race did. */
function expectEverything(report: RaceReport): void {
  expect(report.claims).toBeGreaterThanOrEqual(RACE.claims);
  for (const kind of ["submits", "repeats", "skips", "late", "foreign", "abandoned", "faults"] as const)
    expect(report[kind], kind).toBeGreaterThan(0);
}

describe("64 clients at once", LONG, () => {
  it("C3 C4 C5 C6 never hold more places than there are and lose no answer, on PGlite", async () => {
    const database = await openDatabase({ kind: "memory" });
    try {
      const report = await raceForTasks({ ...RACE, db: database.db });
      expect(report).toMatchObject(NOTHING_WRONG);
      expectEverything(report);
    } finally {
      await database.close();
    }
  });

  it.skipIf(findPostgresql() === undefined)(
    "C3 C4 C5 C6 never hold more places than there are and lose no answer, on PostgreSQL, with connections cut",
    async () => {
      const report = await raceOnPostgresql(RACE);
      if (report === undefined) throw new Error("PostgreSQL is installed here");
      expect(report).toMatchObject(NOTHING_WRONG);
      expectEverything(report);
      expect(report.cut).toBeGreaterThan(0);
    },
  );
});
