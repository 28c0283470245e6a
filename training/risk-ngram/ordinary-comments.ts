import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type RiskCase, judgeRiskWith } from "@openempathic/govern";
import { parseGoEmotions } from "@openempathic/learn";
import { ownLines } from "../text_mini/own-lines.ts";

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

/** Two or three comments after each other, as people write who tell more than one thing. */
export function joinedComments(comments: readonly RiskCase[]): RiskCase[] {
  const joined: RiskCase[] = [];
  for (let start = 0; start + 3 <= comments.length; start += 3 + (joined.length % 2)) {
    const parts = comments.slice(start, start + 2 + (joined.length % 2));
    const text = parts.map(({ turns }) => turns[0]?.text ?? "").join(" ");
    const [first] = parts;
    if (first !== undefined)
      joined.push({ ...first, id: `joined-${first.id}`, turns: [{ role: "person", text }] });
  }
  return joined;
}

/** Feelings that somebody at risk may have named alone: lines that carry them are not taken for harmless unseen. */
const HEAVY = ["sadness", "grief", "remorse"];

/** First-person sentences of our own about all kinds of feelings (training/text_mini/data), without the heavy ones. */
export function everydayLines(): RiskCase[] {
  return (["contrasts", "plain"] as const).flatMap((name) =>
    ownLines(name)
      .filter(({ labels }) => HEAVY.every((label) => (labels[label] ?? 0) < 0.2))
      .map(({ text = "" }, index): RiskCase => {
        const turns = [{ role: "person", text }] as const;
        return {
          id: `${name}-${index}`,
          language: "en",
          turns,
          level: "none",
          about: null,
          kind: "everyday",
        };
      })
      .filter(({ turns }) => judgeRiskWith(undefined, turns).level === "none"),
  );
}
