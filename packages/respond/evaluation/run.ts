// Prints precision and recall of the council's rules on the labelled texts of this folder, and what went wrong in dev:
//   node --conditions=workspace --import tsx packages/respond/evaluation/run.ts
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkCouncil, formatCouncilEvaluation } from "@openempathic/respond";
import type { CouncilCase } from "@openempathic/respond";

const cases = readFileSync(join(import.meta.dirname, "council-check.jsonl"), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as CouncilCase);

for (const part of ["dev", "held-out", "later"]) {
  for (const language of ["en", "de"]) {
    const some = cases.filter((each) => each.part === part && each.language === language);
    process.stdout.write(`${formatCouncilEvaluation(`${part}, ${language}`, some)}\n\n`);
  }
  const all = cases.filter((each) => each.part === part);
  process.stdout.write(`${formatCouncilEvaluation(part, all)}\n\n`);
}
for (const { id, text, rules, language } of cases.filter(({ part }) => part === "dev")) {
  const found = [...new Set(checkCouncil(text, language).map(({ rule }) => rule))];
  if (found.join() !== rules.join())
    process.stdout.write(`${id} ${rules.join()} -> ${found.join()}: ${text}\n`);
}
