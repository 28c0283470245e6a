import type { CheckFinding, CheckReport } from "../check.ts";
import type { CheckedPiece } from "./sentence-gate.ts";

/** Checks the words of one reply as they come: what may be shown, and what was found. */
export type WordsCheck = (source: AsyncIterable<string>) => AsyncIterable<CheckedPiece>;

/** Checks a whole text at once. */
export async function checkWhole(
  text: string,
  check: WordsCheck,
): Promise<{ readonly text: string; readonly findings: readonly CheckFinding[] }> {
  let shown = "";
  const findings: CheckFinding[] = [];
  for await (const piece of check(once(text))) {
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

// eslint-disable-next-line @typescript-eslint/require-await -- the check reads streams; this one has one piece.
async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
