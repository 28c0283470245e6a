// Prints how well judgeRisk finds risk in the messages of this folder, and what it missed in the dev part:
//   node --conditions=workspace --import tsx packages/govern/evaluation/run.ts
// The messages of the blind parts are never printed; the held-out part's with --held-out-misses: looking at them ends their use.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { evaluateRisk, formatRiskEvaluation, judgeRisk } from "@openempathic/govern";
import type { RiskCase } from "@openempathic/govern";

/** In blind-2 some are marked as ones that a thoughtful reader could place either way. */
type Marked = RiskCase & { readonly unsure?: true };

function read(name: string): Marked[] {
  return readFileSync(join(import.meta.dirname, `${name}.jsonl`), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Marked);
}

/** Blind messages that somebody who wrote training messages saw by mistake (README.md). */
const SEEN: readonly string[] = [
  "b-en-015",
  "b-en-018",
  "b-en-019",
  "b-en-027",
  "b-en-033",
  "b-en-047",
  "b-en-064",
  "b-en-166",
  "b-en-199",
  "b-en-215",
  "b-en-240",
  "b-en-287",
  "b-de-133",
  "b-de-315",
];

for (const name of ["dev", "held-out", "blind", "blind-2"]) {
  const all = read(name);
  const cases = all.filter(({ unsure }) => unsure !== true);
  process.stdout.write(`${formatRiskEvaluation(name, cases, judgeRisk)}\n\n`);
  const unsure = all.filter((one) => one.unsure === true);
  if (unsure.length > 0)
    process.stdout.write(`${formatRiskEvaluation(`${name}, unsure`, unsure, judgeRisk)}\n\n`);
  if (name === "blind") {
    const unseen = cases.filter(({ id }) => !SEEN.includes(id));
    const [head = "", totals = ""] = formatRiskEvaluation("blind, never seen", unseen, judgeRisk).split("\n");
    process.stdout.write(`${head}\n${totals}\n\n`);
  }
  if (name.startsWith("blind") || (name === "held-out" && !process.argv.includes("--held-out-misses")))
    continue;
  for (const { expected, judged } of evaluateRisk(cases, judgeRisk).misses) {
    const words = expected.turns.map((turn) => turn.text).join(" / ");
    process.stdout.write(
      `${expected.id} ${expected.level}->${judged.level}: ${words}\n    ${judged.reason}\n`,
    );
  }
  process.stdout.write("\n");
}
