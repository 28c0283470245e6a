import {
  claimTask,
  fillCollection,
  FILLED_CAMPAIGN,
  findCampaign,
  openTestDatabase,
  openTestPostgresql,
} from "@openempathic/server/testing";
import type { OpenDatabase } from "@openempathic/server/testing";
import type { BenchTable } from "./bench-table.ts";

const SIZE = { clips: 100_000, annotations: 500_000, people: 2_000 };
const CLAIMS = 400;
const BAR_MS = 50;

/** How long the next task takes in a collection of 100,000 clips and 500,000 annotations, one claim after the other. */
export async function benchCollectionSize(): Promise<BenchTable> {
  const databases: (readonly [string, OpenDatabase | undefined])[] = [
    ["PGlite", await openTestDatabase()],
    ["PostgreSQL", await openTestPostgresql()],
  ];
  const found: { name: string; p50: number; p95: number; most: number }[] = [];
  for (const [name, database] of databases) {
    if (database === undefined) continue;
    try {
      await fillCollection(database.db, SIZE);
      found.push({ name, ...(await measureClaims(database)) });
    } finally {
      await database.close();
    }
  }
  const row = (title: string, of: (one: (typeof found)[number]) => number, bar = "") => [
    title,
    ...found.map((one) => of(one).toFixed(1)),
    bar,
  ];
  return {
    title: "The next task among 100,000 clips and 500,000 annotations",
    columns: ["ms", ...found.map(({ name }) => name), "bar"],
    rows: [
      row("p50", ({ p50 }) => p50),
      row("p95", ({ p95 }) => p95, String(BAR_MS)),
      row("the longest", ({ most }) => most),
    ],
    notes: [
      `${CLAIMS} claims of as many people, one after the other, from the request for a task to its questions; tables as they are filled, without statistics.`,
    ],
  };
}

async function measureClaims({ db }: OpenDatabase) {
  const campaign = await findCampaign(db, FILLED_CAMPAIGN);
  if (campaign === undefined) throw new Error("the collection was filled");
  const times: number[] = [];
  for (let i = 0; i < CLAIMS; i += 1) {
    const started = performance.now();
    const request = { participantId: `p${String((i * 7) % SIZE.people)}`, languages: ["en"], campaign };
    const task = await claimTask(db, { ...request, nowMs: 1e12, leaseMs: 60_000 });
    times.push(performance.now() - started);
    if (task === undefined) throw new Error("there is a task for everybody");
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), most: at(1) };
}
