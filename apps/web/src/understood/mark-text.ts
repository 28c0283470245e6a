import type { CategoryId, Evidence } from "@openempathic/affect";

/** A stretch of a message, and the category that it speaks for where there is one. */
export interface Stretch {
  readonly text: string;
  readonly category?: CategoryId;
}

/** Below this a span says so little that marking it would mislead; in nats of log-odds. */
const WORTH_MARKING = 0.15;

/** How many spans are marked at most: the strongest ones. */
const MOST_MARKS = 4;

/** A span that says less than this share of the strongest one is not marked beside it. */
const SHARE_OF_STRONGEST = 0.35;

/** Cuts a message into marked and unmarked stretches. Of spans that overlap the stronger is kept. */
export function markText(text: string, evidence: readonly Evidence[]): readonly Stretch[] {
  const kept: Evidence[] = [];
  const strongest = evidence
    .filter(({ weight, start, end }) => weight >= WORTH_MARKING && start < end && end <= text.length)
    .sort((a, b) => b.weight - a.weight);
  for (const span of strongest) {
    if (span.weight < (strongest[0]?.weight ?? 0) * SHARE_OF_STRONGEST) break;
    const overlaps = kept.some(({ start, end }) => span.start < end && start < span.end);
    if (!overlaps && kept.length < MOST_MARKS) kept.push(span);
  }
  kept.sort((a, b) => a.start - b.start);
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { start, end, category } of kept) {
    if (start > at) stretches.push({ text: text.slice(at, start) });
    stretches.push({ text: text.slice(start, end), category });
    at = end;
  }
  if (at < text.length) stretches.push({ text: text.slice(at) });
  return stretches;
}
