// npm run bench [-- text gateway sessions measure play collection] [-- --write]: prints each table as it is done; --write puts them in docs/bench.md.
import { writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { formatBenchTable } from "./bench-table.ts";
import type { BenchTable } from "./bench-table.ts";
import { benchNetwork } from "./bench-network.ts";
import { benchText } from "./bench-text.ts";
import { benchCollection } from "./collection.ts";
import { benchCollectionSize } from "./collection-size.ts";
import { benchGateway } from "./gateway.ts";
import { benchMeasure } from "./measure.ts";
import { benchPlay } from "./play.ts";
import { benchSessions } from "./sessions.ts";

const PAGE = fileURLToPath(new URL("../docs/bench.md", import.meta.url));
const PARTS: Readonly<Record<string, readonly (() => Promise<BenchTable | undefined>)[]>> = {
  text: [benchText, benchNetwork],
  gateway: [benchGateway],
  sessions: [benchSessions],
  measure: [() => Promise.resolve(benchMeasure())],
  play: [() => Promise.resolve(benchPlay())],
  collection: [benchCollectionSize, benchCollection],
};

const words = process.argv.slice(2);
const wanted = words.filter((word) => !word.startsWith("--"));
const unknown = words.filter((word) => word !== "--write" && !Object.hasOwn(PARTS, word));
if (unknown.length > 0) {
  process.stderr.write(
    `bench knows ${Object.keys(PARTS).join(", ")} and --write, and not ${unknown.join(", ")}\n`,
  );
  process.exit(2);
}

const tables: string[] = [];
for (const [name, runs] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stderr.write(`Measuring: ${name} …\n`);
  for (const run of runs) {
    const table = await run();
    if (table === undefined) {
      process.stderr.write(
        `${name} was not measured: its data is not beside the project (../shared/data).\n`,
      );
      continue;
    }
    const text = formatBenchTable(table);
    tables.push(text);
    process.stdout.write(`${text}\n`);
  }
}
if (words.includes("--write")) await writeFile(PAGE, page(tables));

function page(parts: readonly string[]): string {
  const [cpu] = cpus();
  const hardware = `${cpus().length} cores of ${cpu?.model ?? "an unnamed processor"}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${process.arch}, Node ${process.version}`;
  return [
    "# Bench",
    "",
    "Written by `npm run bench -- --write`, all from one run, beside what a user would pick instead.",
    "Shared machines are noisy: read the ratios, not the single figures.",
    "",
    `Hardware: ${hardware}.`,
    "",
    ...parts,
  ].join("\n");
}
