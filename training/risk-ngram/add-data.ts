// node --conditions=workspace --import tsx training/risk-ngram/add-data.ts FOLDER: takes over files of written messages.
// Lines that are not as they should be, and near duplicates of each other or of the messages that the judge is
// measured on, are left out; only their number is printed.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RiskCase } from "@openempathic/govern";
import { faultOf, parseRiskMessages } from "./risk-message.ts";
import { nearDuplicates } from "./near-duplicates.ts";
import { evaluationSet } from "./evaluation-sets.ts";

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write("add-data needs a folder of .jsonl files\n");
  process.exit(2);
}
const data = join(import.meta.dirname, "data");
mkdirSync(data, { recursive: true });

const keepAwayFrom = (["dev", "held-out", "blind", "blind-2"] as const).flatMap((name) =>
  evaluationSet(name),
);
const kept: RiskCase[] = [];
for (const name of readdirSync(folder).sort()) {
  if (!name.endsWith(".jsonl") || name.startsWith(".")) continue;
  const lines = readFileSync(join(folder, name), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const sound = lines.filter((line) => faultOf(line) === undefined);
  const cases = parseRiskMessages(sound.join("\n"));
  const near = nearDuplicates([...kept, ...cases], keepAwayFrom);
  const chosen = sound.filter((_, index) => {
    const one = cases[index];
    return one !== undefined && !near.has(one);
  });
  kept.push(...cases.filter((one) => !near.has(one)));
  writeFileSync(join(data, name), `${chosen.join("\n")}\n`);
  const faults = lines.length - sound.length;
  process.stdout.write(
    `${name}: ${chosen.length} kept, ${faults} not well formed, ${sound.length - chosen.length} near duplicates\n`,
  );
}
