import type { CheckFinding, CheckReport } from "../check.ts";
import type { ReplyCheck } from "../checking/reply-check.ts";

/** Opens the check of the words of one reply. */
export type WordsCheck = () => ReplyCheck;

/** Checks a whole text at once. */
export async function checkWhole(
  text: string,
  check: WordsCheck,
): Promise<{ readonly text: string; readonly findings: readonly CheckFinding[] }> {
  let shown = "";
  const findings: CheckFinding[] = [];
  const words = check();
  for (const piece of [...(await words.push(text)), ...(await words.end())]) {
    if (piece.kind === "text") shown += piece.text;
    else findings.push(piece.finding);
  }
  return { text: shown, findings };
}

/** The report over what was shown. */
export function checkReport(shown: string, findings: readonly CheckFinding[]): CheckReport {
  return { sentences: countSentences(shown), findings };
}

/** Sentences by their ends; words after the last end count as one more. */
export function countSentences(text: string): number {
  return text.match(/[^.!?…\n]*[\p{L}\p{N}][^.!?…\n]*(?:[.!?…\n]+|$)/gu)?.length ?? 0;
}
