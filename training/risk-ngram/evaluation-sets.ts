import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RiskCase } from "@openempathic/govern";

const FOLDER = join(import.meta.dirname, "../../packages/govern/evaluation");

/** The messages of one of govern's evaluation sets; only `dev` may be learned from. */
export function evaluationSet(name: "dev" | "held-out" | "blind" | "blind-2"): RiskCase[] {
  return (
    readFileSync(join(FOLDER, `${name}.jsonl`), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      // govern's tests check the fields of these files.
      .map((line) => JSON.parse(line) as RiskCase)
  );
}
