import type { RiskCase } from "@openempathic/govern";

/** Two messages are near duplicates when they share so much of their pieces of five letters (Jaccard's index). */
const SAME = 0.5;

const PIECE = 5;

/** The pieces of five letters and blanks of all that is said in a conversation. */
export function piecesOf({ turns }: Pick<RiskCase, "turns">): ReadonlySet<string> {
  const text = turns
    .map((turn) => turn.text)
    .join(" ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const pieces = new Set<string>();
  for (let start = 0; start + PIECE <= text.length; start++) pieces.add(text.slice(start, start + PIECE));
  if (pieces.size === 0) pieces.add(text);
  return pieces;
}

/**
 * Tells which messages nearly say again what one before them of the same level, or any of those to keep away from,
 * says. Messages of different levels in nearly the same words teach what parts them, so both stay.
 */
export function nearDuplicates(
  cases: readonly RiskCase[],
  keepAwayFrom: readonly RiskCase[],
): ReadonlySet<RiskCase> {
  const index = new Map<string, number[]>();
  const sizes: number[] = [];
  const levels: string[] = [];
  const remember = (pieces: ReadonlySet<string>, level: string) => {
    for (const piece of pieces) {
      const holders = index.get(piece);
      if (holders === undefined) index.set(piece, [sizes.length]);
      else holders.push(sizes.length);
    }
    sizes.push(pieces.size);
    levels.push(level);
  };
  for (const one of keepAwayFrom) remember(piecesOf(one), ANY_LEVEL);
  const found = new Set<RiskCase>();
  for (const one of cases) {
    const pieces = piecesOf(one);
    const counts = (holder: number) => levels[holder] === ANY_LEVEL || levels[holder] === one.level;
    if (isNear(pieces, { index, sizes, counts })) found.add(one);
    else remember(pieces, one.level);
  }
  return found;
}

const ANY_LEVEL = "any";

interface Known {
  readonly index: ReadonlyMap<string, readonly number[]>;
  readonly sizes: readonly number[];
  readonly counts: (holder: number) => boolean;
}

function isNear(pieces: ReadonlySet<string>, { index, sizes, counts }: Known): boolean {
  const shared = new Map<number, number>();
  for (const piece of pieces) {
    for (const holder of index.get(piece) ?? []) shared.set(holder, (shared.get(holder) ?? 0) + 1);
  }
  return [...shared].some(
    ([holder, common]) => counts(holder) && common / (pieces.size + (sizes[holder] ?? 0) - common) >= SAME,
  );
}
