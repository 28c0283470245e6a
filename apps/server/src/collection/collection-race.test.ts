import { afterAll, describe, expect, it } from "vitest";
import { openDatabase } from "../storage/open-database.ts";
import { raceForTasks } from "../testing/collection-race.ts";

const NOTHING_WRONG = { overAssignments: 0, lostAnswers: 0, lostDrafts: 0, wrongRecords: 0 };

describe("64 clients at once on PGlite", () => {
  it(
    "C4 C5 never get more places than there are, and no answer is lost, through stalls, faults and retries",
    { timeout: 300_000 },
    async () => {
      const database = await openDatabase({ kind: "memory" });
      afterAll(() => database.close());
      const report = await raceForTasks({ db: database.db, clients: 64, claims: 1_500, seed: 1 });
      expect(report).toMatchObject(NOTHING_WRONG);
      expect(report.claims).toBeGreaterThanOrEqual(1_500);
      // All that can happen did.
      for (const kind of ["submits", "repeats", "skips", "late", "foreign", "abandoned", "faults"] as const)
        expect(report[kind], kind).toBeGreaterThan(0);
    },
  );
});
