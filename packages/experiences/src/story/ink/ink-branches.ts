import type { SourceLine } from "../script/source-lines.ts";
import { countBraces, indexOutside } from "./ink-text.ts";

/** One branch of a block in braces. */
export interface InkBranch {
  /** As it is written; "else", or the number of a sequence's turn. */
  readonly condition: string;
  readonly lines: readonly SourceLine[];
  readonly at: number;
}

const SEQUENCE = /^(?:stopping|shuffle|cycle|once)(?:\s+(?:once|stopping))?$/u;
const BRANCH = /^\s*-(?!>)\s*/u;

/**
 * The branches of what stands between braces over several lines: `{ cond: …}`, `{ - cond: … - else: …}`, `{ x: - 1: …}`,
 * `{stopping: - … - …}`.
 *
 * @param lines what stands between the braces
 */
export function inkBranches(lines: readonly SourceLine[]): readonly InkBranch[] {
  const [head = { start: 0, text: "" }, ...rest] = lines;
  const colon = indexOutside(head.text, /:/uy);
  const subject = (colon < 0 ? "" : head.text.slice(0, colon)).trim();
  const isSequence = SEQUENCE.test(subject);
  const after = { start: head.start + colon + 1, text: head.text.slice(colon + 1) };
  const first: InkBranch = { condition: subject, lines: [after], at: head.start };
  const branches: { condition: string; lines: SourceLine[]; at: number }[] =
    subject === "" || isSequence ? [] : [{ ...first, lines: [after] }];
  let depth = 0;
  for (const line of colon < 0 ? lines : rest) {
    const mark = depth === 0 ? BRANCH.exec(line.text) : null;
    depth = countBraces(line.text, depth).depth;
    if (mark === null) {
      branches.at(-1)?.lines.push(line);
      continue;
    }
    const at = line.start + mark[0].length;
    const body = line.text.slice(mark[0].length);
    const end = isSequence ? -1 : indexOutside(body, /:/uy);
    const condition = isSequence ? String(branches.length + 1) : body.slice(0, Math.max(0, end)).trim();
    const text = body.slice(end + 1);
    branches.push({ condition, lines: [{ start: at + end + 1, text }], at });
  }
  // `{ x: - 1: … }` is a switch: its subject has no branch of its own.
  const [own, ...others] = branches;
  const isSwitch =
    others.length > 0 && own?.at === head.start && own.lines.every(({ text }) => text.trim() === "");
  return isSwitch ? others : branches;
}
