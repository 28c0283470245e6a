import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type RiskCase, judgeRiskWith } from "@openempathic/govern";
import { parseGoEmotions } from "@openempathic/learn";

const FILE = join(import.meta.dirname, "../../../shared/data/goemotions/train.tsv");

/**
 * What people write when nothing is wrong: comments of GoEmotions' train part (Demszky et al. 2020,
 * doi:10.18653/v1/2020.acl-main.372, Apache-2.0) in which the rules alone find no risk. Messages that are written to
 * be hard teach what risk sounds like; only ordinary ones teach how rare it is.
 *
 * @param count how many, from the start of the file
 * @throws {Error} When the data is not beside the project.
 */
export function ordinaryComments(count: number): RiskCase[] {
  if (!existsSync(FILE)) throw new Error(`The comments to learn ordinary talk from are not at ${FILE}`);
  const found: RiskCase[] = [];
  for (const { id, text } of parseGoEmotions(readFileSync(FILE, "utf8"))) {
    if (found.length === count) break;
    const turns = [{ role: "person", text }] as const;
    if (judgeRiskWith(undefined, turns).level !== "none") continue;
    found.push({ id, language: "en", turns, level: "none", about: null, kind: "everyday" });
  }
  return found;
}
