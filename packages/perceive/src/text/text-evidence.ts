import type { CategoryId, TextSpanEvidence } from "@openempathic/affect";
import { CHARACTER_CLASS, type CharacterTable } from "./character-table.ts";

/** At most so many spans are named, the strongest first. */
export const MOST_EVIDENCE = 8;

/** A span must move the log-odds by this much, in nats, to be worth naming (odds times 1.2). */
const LEAST_WEIGHT = 0.18;

/** A word joins the neighbouring span when it carries at least this share of what a span needs. */
const JOINING_SHARE = 0.5;

export interface ContributionRequest {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What each code unit from `start` contributed to the category's log-odds, in nats. */
  readonly contributions: Float64Array;
  readonly category: CategoryId;
  readonly table: CharacterTable;
}

/** Gathers contributions by word and joins neighbouring words that speak for the same category. */
export function spansOf(request: ContributionRequest): TextSpanEvidence[] {
  const { text, start, end, contributions, category, table } = request;
  const spans: TextSpanEvidence[] = [];
  let open: { start: number; end: number; weight: number } | undefined;
  const close = (): void => {
    if (open !== undefined && open.weight >= LEAST_WEIGHT)
      spans.push({ kind: "text-span", ...open, category });
    open = undefined;
  };
  let at = start;
  while (at < end) {
    const next = tokenEnd(text, { at, end, table });
    if (next === at) {
      at += 1;
      continue;
    }
    let weight = 0;
    for (let k = at; k < next; k++) weight += contributions[k - start] as number;
    if (weight >= LEAST_WEIGHT * JOINING_SHARE) {
      open =
        open === undefined
          ? { start: at, end: next, weight }
          : { start: open.start, end: next, weight: open.weight + weight };
    } else close();
    at = next;
  }
  close();
  return spans;
}

/** The end of the word, emoji or mark at `at`; `at` itself where there is only space. */
function tokenEnd(
  text: string,
  { at, end, table }: { at: number; end: number; table: CharacterTable },
): number {
  const first = text.charCodeAt(at);
  const kind = table.classOf[first];
  if (kind === CHARACTER_CLASS.space) return at;
  if (kind === CHARACTER_CLASS.mark) {
    const isPair = first >= 0xd800 && first <= 0xdbff && at + 1 < end;
    return isPair ? at + 2 : at + 1;
  }
  let stop = at + 1;
  while (stop < end) {
    const unit = text.charCodeAt(stop);
    const inner = table.classOf[unit];
    const isWord = inner === CHARACTER_CLASS.letter || inner === CHARACTER_CLASS.digit;
    const isApostrophe =
      table.folded[unit] === 0x27 && table.classOf[text.charCodeAt(stop + 1)] === CHARACTER_CLASS.letter;
    if (!isWord && !isApostrophe) break;
    stop += 1;
  }
  return stop;
}

/** The strongest spans, one for each place and category, in the order of the text's importance. */
export function strongestSpans(spans: readonly TextSpanEvidence[]): readonly TextSpanEvidence[] {
  return [...spans].sort((a, b) => b.weight - a.weight || a.start - b.start).slice(0, MOST_EVIDENCE);
}
